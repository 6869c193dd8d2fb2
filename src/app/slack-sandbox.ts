/**
 * What stands in for Slack where no workspace is configured: a small server that behaves as Slack's documentation
 * says, with keys made at every start, and the channel in the browser on top of it.
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { RunningSlackPlayer } from '../sandbox/slack/index.ts'
import { startSlackPlayer } from '../sandbox/slack/index.ts'
import type { Slack } from './config.ts'

export interface SlackSandbox {
  readonly slack: Slack
  readonly player: RunningSlackPlayer
}

const channel = 'C0311REVIEW'

/** Starts it on a free port of this machine. `gatewayUrl` is where it delivers clicks to. */
export async function startSlackSandbox(gatewayUrl: () => string): Promise<SlackSandbox> {
  const botToken = `xoxb-${randomBytes(16).toString('hex')}`
  const signingSecret = randomBytes(16).toString('hex')
  const player = await startSlackPlayer({ botToken, signingSecret, channels: [channel], gatewayUrl })
  return {
    slack: { botToken, signingSecret, appToken: null, channel, apiUrl: player.url },
    player,
  }
}
