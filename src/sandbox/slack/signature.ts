import { createHmac } from 'node:crypto'

/**
 * Signs as Slack signs, from its documentation. `at`: seconds.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export const signature = (secret: string, at: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`
