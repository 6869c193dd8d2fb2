/**
 * X beside an intake311 of a test.
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { RunningX } from '../../src/sandbox/x/index.ts'
import { startXPlayer } from '../../src/sandbox/x/index.ts'

export interface TestX {
  readonly x: RunningX
  readonly appSecret: string
  /** What points an intake311 at it. */
  readonly variables: Readonly<Record<string, string>>
}

/** An account nobody has. */
export async function testX(): Promise<TestX> {
  const made = (): string => randomBytes(12).toString('hex')
  const keys = {
    appKey: made(),
    appSecret: made(),
    accessToken: made(),
    accessSecret: made(),
    bearerToken: made(),
  }
  const userId = '311000000000000001'
  const x = await startXPlayer({ userId, username: 'BOS311', keys })
  return {
    x,
    appSecret: keys.appSecret,
    variables: {
      X_USER_ID: userId,
      X_APP_KEY: keys.appKey,
      X_APP_SECRET: keys.appSecret,
      X_ACCESS_TOKEN: keys.accessToken,
      X_ACCESS_SECRET: keys.accessSecret,
      X_BEARER_TOKEN: keys.bearerToken,
      X_API_URL: x.url,
      X_POLL_SECONDS: '1',
      X_DIRECT_POLL_SECONDS: '1',
      X_DAILY_BUDGET: '100',
    },
  }
}
