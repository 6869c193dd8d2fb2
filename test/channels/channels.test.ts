import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { channelModules } from '../../channels/index.ts'
import { type ChannelHarness, channelContract } from '../contract/channel.contract.ts'

const channelsFolder = join(import.meta.dirname, '../../channels')
const folders = readdirSync(channelsFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name)
const harnessOf = (name: string) => join(import.meta.dirname, `${name}.harness.ts`)

describe('every folder in channels', () => {
  it.each(folders)('%s has a harness for the contract: test/channels/<name>.harness.ts', (name) => {
    expect(existsSync(harnessOf(name))).toBe(true)
  })
  it.each(folders)('%s has its line in channels/index.ts', (name) => {
    expect(Object.keys(channelModules)).toContain(name)
  })
  it.each(folders)('%s has a README', (name) => {
    expect(existsSync(join(channelsFolder, name, 'README.md'))).toBe(true)
  })
})

for (const name of folders) {
  if (!existsSync(harnessOf(name))) continue
  const { harness } = (await import(harnessOf(name))) as { harness: ChannelHarness }
  channelContract(name, harness)
}
