/**
 * `npm run demo`: starts an intake311 of its own in a folder that is thrown away, plays residents on every channel
 * through the real doors, and prints both sides.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { residents } from '../../sandbox/residents.ts'
import { drawSamples } from '../../sandbox/samples.ts'
import { startApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { play, transcript } from '../demo.ts'
import { otherWays } from '../demo-channels.ts'
import { telemetry } from '../telemetry.ts'

// Whoever reads only the first lines (`| head`) must not leave a server behind.
process.stdout.on('error', () => undefined)
const dataDir = await mkdtemp(join(tmpdir(), 'intake311-demo-'))
const app = await startApp(
  readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, 'all'),
  'all',
  telemetry('silent'),
)
try {
  const { player, twilio } = app
  if (player === null || twilio?.from == null) throw new Error('the demo plays against the sandbox only')
  const photos = await drawSamples()
  for (const resident of residents) {
    const lines = await play(player, twilio.from, resident, photos)
    process.stdout.write(`\n--- ${resident.title}\n${transcript(lines)}\n`)
  }
  for (const way of otherWays(app, dataDir))
    process.stdout.write(`\n--- ${way.title}\n${transcript(await way.play())}\n`)
  const answer = await fetch(`${app.url}/open311/v2/requests.json`)
  const requests = (await answer.json()) as {
    service_request_id: string
    service_code: string
    status: string
    address: string | null
  }[]
  process.stdout.write(`\n--- what the city sees at /open311/v2/requests.json\n`)
  for (const r of requests.reverse())
    process.stdout.write(
      `${r.service_request_id}  ${r.status}  ${r.service_code ?? '-'}  ${r.address ?? ''}\n`,
    )
} finally {
  await app.stop()
  await rm(dataDir, { recursive: true, force: true })
}
