/**
 * `npm run edge:dev`: the porch on this machine, in front of the gateway that runs here. wrangler plays Cloudflare:
 * no account and no network is needed. What was taken in is kept in DATA_DIR/edge over restarts; the queue is not,
 * and the lines wake themselves.
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { configFromProcess } from '../environment.ts'
import { root } from '../house/tree.ts'
import { keysIn } from '../sandbox.ts'
import { usage } from './ledger.ts'

const help = `usage: npm run edge:dev -- [--port N]

The porch in front of the gateway of this machine, at http://127.0.0.1:8787 (or port N). Three terminals:
  PUBLIC_URL=http://127.0.0.1:8787 npm start
  npm run edge:dev
  PORT=8787 npm run replay -- fixtures/sms/text.json
Stop the gateway, send again, start it again: the message arrives. The phone at /sandbox goes straight to the
gateway and not through here.`

/** How long wrangler has to end by itself. Milliseconds. */
const endsWithinMs = 5_000

function portOf(): number {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '8787' } } })
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : 0
    return port > 0 && port < 65_536 ? port : usage(help)
  } catch {
    return usage(help)
  }
}

const port = portOf()
const config = configFromProcess('all')
const url = `http://127.0.0.1:${port}`
const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST
const tokens = config.twilio?.authTokens ?? [(await keysIn(config.DATA_DIR)).authToken]
const publicUrl = config.PUBLIC_URL ?? url
// In a file that only we can read: on a command line everybody on this machine could.
const folder = await mkdtemp(join(tmpdir(), 'intake311-edge-'))
const settings = join(folder, 'edge.env')
const lines = {
  ORIGIN: `http://${host}:${config.PORT}`,
  PUBLIC_URL: publicUrl,
  TWILIO_AUTH_TOKEN: tokens.join(','),
}
await writeFile(
  settings,
  Object.entries(lines)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join(''),
  { mode: 0o600 },
)
process.stdout.write(`porch ${url} in front of ${lines.ORIGIN}, known as ${publicUrl}\n`)
if (config.PUBLIC_URL === undefined)
  process.stdout.write(`The gateway has to know it too: PUBLIC_URL=${url} npm start\n`)

const wrangler = spawn(
  process.execPath,
  [
    join(root, 'node_modules', 'wrangler', 'wrangler-dist', 'cli.js'),
    ...['dev', '--config', join(root, 'wrangler.toml'), '--env-file', settings],
    ...['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'],
    ...['--persist-to', resolve(config.DATA_DIR, 'edge'), '--show-interactive-dev-session=false'],
  ],
  { stdio: ['ignore', 'inherit', 'inherit'] },
)
// Ctrl-C reaches wrangler by itself, SIGTERM does not.
let asked = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    asked = true
    wrangler.kill('SIGTERM')
    setTimeout(() => wrangler.kill('SIGKILL'), endsWithinMs).unref()
  })
const [code] = await once(wrangler, 'exit')
await rm(folder, { recursive: true, force: true })
process.exitCode = asked ? 0 : (code ?? 1)
