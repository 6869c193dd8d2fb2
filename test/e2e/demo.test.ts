import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { play, transcript } from '../../src/app/demo.ts'
import { otherWays } from '../../src/app/demo-channels.ts'
import type { ScriptedResident } from '../../src/sandbox/residents.ts'
import { residents } from '../../src/sandbox/residents.ts'
import { drawSamples } from '../../src/sandbox/samples.ts'
import { type SandboxedApp, sandboxedApp } from '../support/sandboxed.ts'

const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8')
const between = /<!-- demo:start -->\s*```\w*\n([\s\S]*?)\n?```\s*<!-- demo:end -->/.exec(readme)
/** Wherever its lines are broken. */
const flat = (text: string): string => text.split(/\s+/).join(' ').trim()
const shown = flat(between?.[1] ?? '')

/** What changes from day to day. */
const timeless = (text: string): string =>
  text
    .replace(/BOS-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'BOS-XXXX-XXXX')
    .replace(/(?:[A-Z][a-z]{2}, )?[A-Z][a-z]{2} \d{1,2}(?=\D)/g, 'DATE')
    .replace(/\d{1,2}\/\d{1,2}/g, 'DATE')

/** The resident whose words the README shows. */
const whoseWords = (text: string): ScriptedResident | undefined =>
  residents.find((resident) => resident.steps.every((step) => text.includes(step.text)))

let running: SandboxedApp
beforeAll(async () => {
  running = await sandboxedApp()
})
afterAll(() => running.close())

async function played(resident: ScriptedResident): Promise<string> {
  const { player, twilio } = running.app
  if (player === null || twilio === null) throw new Error('the sandbox does not run')
  return transcript(await play(player, twilio.from ?? '', resident, await drawSamples()))
}

describe('the transcript in README.md', () => {
  it('is what the demo plays', async () => {
    if (between === null) throw new Error('README.md has no transcript between demo:start and demo:end')
    const resident = whoseWords(shown)
    if (resident === undefined)
      throw new Error('README.md shows no resident of src/sandbox/residents.ts: paste one from npm run demo')
    expect(timeless(shown)).toBe(timeless(flat(await played(resident))))
  })
})

describe('the demo', () => {
  it.each(residents.filter((resident) => resident !== whoseWords(shown)))(
    'plays "$title", and every message is answered',
    async (resident) => {
      const text = await played(resident)
      expect(text.match(/^resident: /gm)).toHaveLength(resident.steps.length)
      expect(text).toMatch(/^ +311: /m)
    },
  )

  it('plays every other way in, and each is answered with a number', async () => {
    const ways = otherWays(running.app, running.dataDir)
    expect(ways.map(({ title }) => title)).toHaveLength(6)
    for (const way of ways) {
      const text = transcript(await way.play())
      expect(text, way.title).toMatch(/^ +311: /m)
      expect(text, way.title).toMatch(/BOS-[0-9A-Z]{4}-[0-9A-Z]{4}|B O S/)
    }
  })
})
