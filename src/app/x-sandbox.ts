/**
 * What stands in for X where no account is configured.
 * @module
 */
import { createHmac } from 'node:crypto'
import type { RunningX, XKeys } from '../sandbox/x/index.ts'
import { startXPlayer } from '../sandbox/x/index.ts'
import type { X } from './config.ts'
import { keysIn } from './sandbox.ts'

export interface XSandbox {
  readonly x: X
  readonly player: RunningX
}
/** Nobody's account. */
const userId = '311'
const username = 'BOS311'

/** Starts it on a free port of this machine. */
export async function startXSandbox(dataDir: string): Promise<XSandbox> {
  const keys = await xKeysIn(dataDir)
  const player = await startXPlayer({ userId, username, keys })
  return {
    player,
    x: {
      userId,
      ...keys,
      apiUrl: player.url,
      pollSeconds: 2,
      directPollSeconds: 2,
      keepDays: 30,
      dailyBudgetUsd: 1_000,
      prices: '',
      links: false,
    },
  }
}

/** Made from the sandbox's own keys, so that they last as long and `npm run replay` can sign with them. */
export async function xKeysIn(dataDir: string): Promise<XKeys> {
  const { authToken } = await keysIn(dataDir)
  const made = (what: string): string => createHmac('sha256', authToken).update(`x ${what}`).digest('hex')
  return {
    appKey: made('app key'),
    appSecret: made('app secret'),
    accessToken: made('access token'),
    accessSecret: made('access secret'),
    bearerToken: made('bearer token'),
  }
}
