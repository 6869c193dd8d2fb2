import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { channelModules } from '../../channels/index.ts'
import { Recording, signerOf } from '../../src/app/signers.ts'
import { type ChannelHarness, channelContract } from '../contract/channel.contract.ts'

const root = join(import.meta.dirname, '../..')
const folders = readdirSync(join(root, 'channels'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name)
const filesIn = (folder: string) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [])

/** A recording that no webhook brings. */
const Fetched = z.object({ fetched: z.string(), json: z.json() })
const harnesses = new Map<string, ChannelHarness>()
for (const name of folders) {
  const path = join(import.meta.dirname, `${name}.harness.ts`)
  if (!existsSync(path)) continue
  const { harness } = (await import(path)) as { readonly harness?: ChannelHarness }
  if (harness !== undefined) harnesses.set(name, harness)
}

describe('every folder in channels', () => {
  it.each(folders)('%s has its line in channels/index.ts', (name) => {
    expect(Object.keys(channelModules)).toContain(name)
  })
  it.each(folders)('%s has a test/channels/<name>.harness.ts that exports `harness`', (name) => {
    expect([...harnesses.keys()]).toContain(name)
  })
  it.each(folders)('%s has channels/<name>/README.md', (name) => {
    expect(filesIn(`channels/${name}`)).toContain('README.md')
  })
  it.each(folders)(
    '%s has deliveries in fixtures/<name>, and a README.md that says whose they are',
    (name) => {
      expect(filesIn(`fixtures/${name}`)).toContain('README.md')
      expect(filesIn(`fixtures/${name}`)).toContainEqual(expect.stringMatching(/\.json$/))
    },
  )
  it.each(folders)('%s has a signer in src/app/signers.ts for each of its fixtures', (name) => {
    for (const file of filesIn(`fixtures/${name}`).filter((other) => other.endsWith('.json'))) {
      const recording: unknown = JSON.parse(readFileSync(join(root, 'fixtures', name, file), 'utf8'))
      // What is fetched instead of delivered is played by the channel's own tests.
      if (Fetched.safeParse(recording).success) continue
      const { path } = Recording.parse(recording)
      expect(signerOf(path), `a signer for ${path} of ${file}`).not.toBeNull()
    }
  })
  it.each(folders)('%s is among the channels that docs/architecture.md says there are', (name) => {
    const row = /^\| channel \|.*/m.exec(readFileSync(join(root, 'docs/architecture.md'), 'utf8'))?.[0]
    expect(row?.split('This version has')[1]).toContain(`\`${name}\``)
  })
})

for (const [name, harness] of harnesses) channelContract(name, harness)
