/**
 * What stands in for Bluesky where no account is configured.
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { RunningBluesky } from '../sandbox/bluesky/index.ts'
import { startBlueskyPlayer } from '../sandbox/bluesky/index.ts'
import type { Bluesky } from './config.ts'

export interface BlueskySandbox {
  readonly bluesky: Bluesky
  readonly player: RunningBluesky
}
/** Nobody's account. */
const handle = 'bos311.example'

/** Starts it on a free port of this machine. */
export async function startBlueskySandbox(): Promise<BlueskySandbox> {
  const appPassword = randomBytes(12).toString('hex')
  const player = await startBlueskyPlayer({ handle, appPassword })
  const account = { handle, appPassword, apiUrl: player.url }
  return { player, bluesky: { ...account, pollSeconds: 2, directPollSeconds: 2, keepDays: 30 } }
}
