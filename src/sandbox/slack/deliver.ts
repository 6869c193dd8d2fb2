/**
 * Deliveries: signed HTTP to the gateway's request URL, and how long Slack waits for an answer.
 * @module
 */
import { signature } from './signature.ts'
import type { Delivered, Outgoing, SlackPlayerOptions } from './types.ts'

const path = '/webhooks/slack'
/** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
const patienceMs = 3_000

export async function deliverByHttp(
  { gatewayUrl, signingSecret, clock }: SlackPlayerOptions,
  { kind, payload, retry }: Outgoing,
): Promise<Delivered> {
  const json = JSON.stringify(payload)
  const body = kind === 'event' ? json : new URLSearchParams({ payload: json }).toString()
  const at = Math.floor(clock.now() / 1000)
  try {
    const answer = await fetch(`${gatewayUrl()}${path}`, {
      method: 'POST',
      headers: {
        'content-type': kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': signature(signingSecret, at, body),
        ...(retry !== undefined && {
          'x-slack-retry-num': String(retry.num),
          'x-slack-retry-reason': retry.reason,
        }),
      },
      body,
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = await answer.text()
    return { status: answer.status, body: text, problem: answer.ok ? null : 'refused' }
  } catch (thrown) {
    const slow = thrown instanceof Error && thrown.name === 'TimeoutError'
    return { status: 0, body: '', problem: slow ? 'too-slow' : 'no-answer' }
  }
}
