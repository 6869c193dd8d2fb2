import { webApi } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { errorTable } from '../../src/core/errors.ts'
import { slackErrors, slackFailure } from '../../src/desk/slack/errors.ts'

const platform = (error: unknown, retryAfter?: number) =>
  new webApi.WebAPIPlatformError({ ok: false, error, response_metadata: { retryAfter } } as never)
const broken = (code: string, name = 'TypeError') =>
  new webApi.WebAPIRequestError(
    Object.assign(new Error('fetch failed', { cause: Object.assign(new Error('x'), { code }) }), { name }),
  )
const http = (status: number) => new webApi.WebAPIHTTPError(status, 'status', {}, 'a page')
const codeOf = (thrown: unknown, posting = true) => slackFailure(thrown, 'chat.postMessage', posting).code

describe('the errors of Slack', () => {
  it('have a verdict of our table and words without a value of anybody', () => {
    for (const [word, [code, means]] of Object.entries(slackErrors)) {
      expect(word).toMatch(/^[a-z][a-z0-9_]+$/)
      expect(errorTable).toHaveProperty(code)
      expect(means).toMatch(/^[a-z]/)
      const failure = slackFailure(platform(word), 'chat.update', false)
      expect(failure).toMatchObject({ code, providerCode: word })
    }
  })

  it.each([
    ['message_not_found', 'not-found'],
    ['channel_not_found', 'misconfigured'],
    ['not_in_channel', 'misconfigured'],
    ['invalid_auth', 'misconfigured'],
    ['token_revoked', 'misconfigured'],
    ['missing_scope', 'misconfigured'],
    ['ratelimited', 'rate-limited'],
    ['service_unavailable', 'provider-away'],
    ['fatal_error', 'unknown-outcome'],
    ['invalid_blocks', 'bug'],
    ['expired_trigger_id', 'provider-refused'],
    ['a_word_of_next_year', 'provider-refused'],
  ])('%s is %s', (word, code) => {
    expect(codeOf(platform(word))).toBe(code)
  })

  it('keep the wish for a pause', () => {
    expect(slackFailure(new webApi.WebAPIRateLimitedError(7), 'm', true)).toMatchObject({
      code: 'rate-limited',
      afterMs: 7_000,
    })
    expect(slackFailure(platform('ratelimited', 3), 'm', true).afterMs).toBe(3_000)
    expect(codeOf(new Error('Retry header did not contain a valid timeout'))).toBe('rate-limited')
  })

  it('tell what never arrived from what may have happened', () => {
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])
      expect(codeOf(broken(code))).toBe('provider-away')
    for (const code of ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE', ''])
      expect(codeOf(broken(code))).toBe('unknown-outcome')
    expect(codeOf(broken('', 'TimeoutError'))).toBe('provider-slow')
    expect(codeOf(broken('CERT_HAS_EXPIRED'))).toBe('misconfigured')
  })

  it('know that a server in trouble may have posted, and has not harmed by an update', () => {
    expect([500, 502, 504].map((status) => codeOf(http(status)))).toEqual(Array(3).fill('unknown-outcome'))
    expect([500, 502, 503, 504].map((status) => codeOf(http(status), false))).toEqual(
      Array(4).fill('provider-away'),
    )
    expect(codeOf(http(503))).toBe('provider-away')
    expect(codeOf(http(403))).toBe('misconfigured')
    expect(codeOf(http(404))).toBe('misconfigured')
  })

  it('quote nothing of a page that is not of Slack', () => {
    const failure = slackFailure(platform('<html>Sign in as +1 617 555 0123</html>'), 'auth.test', false)
    expect(failure).toMatchObject({ code: 'misconfigured', providerCode: null })
    expect(failure.message).not.toContain('555')
  })
})
