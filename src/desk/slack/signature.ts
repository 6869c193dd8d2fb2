/**
 * Is it Slack? https://docs.slack.dev/authentication/verifying-requests-from-slack
 * @module
 */
import { verifySlackRequest } from '@slack/bolt'
import { AppError } from '../../core/errors.ts'

/** Slack's clock may be ahead of ours by this much; Bolt's own check has no bound on this side. Seconds. */
const futureS = 60

/** Throws AppError `bad-signature`: missing, older than five minutes, from the future, or wrong. */
export function verifySignature(
  signingSecret: string,
  headers: { readonly signature: string | undefined; readonly timestamp: string | undefined },
  body: string,
  nowMs: number,
): void {
  const { signature, timestamp } = headers
  if (signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp))
    throw new AppError('bad-signature', 'the signature or its time is missing')
  if (Number(timestamp) > nowMs / 1000 + futureS)
    throw new AppError('bad-signature', 'the signature is from the future')
  try {
    verifySlackRequest({
      signingSecret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
      nowMilliseconds: nowMs,
    })
  } catch {
    throw new AppError('bad-signature', 'the signature is wrong or older than five minutes')
  }
}
