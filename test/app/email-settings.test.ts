import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/app/config.ts'

const problemsOf = (set: Record<string, string>): readonly string[] => {
  try {
    readConfig(set, 'all')
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}
const whole = {
  EMAIL_FROM: 'Boston 311 <311@example.org>',
  SMTP_URL: 'smtp://u:p@mail.example.org:587',
  SMTP_IN_PORT: '2525',
}

describe('the settings of e-mail', () => {
  it('nothing set is off, all set is on', () => {
    expect(readConfig({}, 'all').email).toBeNull()
    expect(
      readConfig(
        { ...whole, HOST: '10.0.0.1', EMAIL_WEBHOOK_TOKEN: 'a, b', EMAIL_TRUSTED_HOST: 'mx.example.org' },
        'all',
      ).email,
    ).toEqual({
      from: 'Boston 311 <311@example.org>',
      smtpUrl: 'smtp://u:p@mail.example.org:587',
      listen: { host: '10.0.0.1', port: 2525, protocol: 'smtp' },
      webhookTokens: ['a', 'b'],
      sendgridKeys: [],
      mailgunKeys: [],
      postmarkLogins: [],
      trustedHost: 'mx.example.org',
    })
  })
  it.each([
    [{ EMAIL_FROM: whole.EMAIL_FROM }, ['SMTP_URL', 'SMTP_IN_PORT or EMAIL_WEBHOOK_TOKEN']],
    [{ SMTP_URL: whole.SMTP_URL }, ['EMAIL_FROM', 'SMTP_IN_PORT or EMAIL_WEBHOOK_TOKEN']],
    [{ SMTP_IN_PORT: '2525' }, ['EMAIL_FROM', 'SMTP_URL']],
    [{ EMAIL_MAILGUN_KEY: 'k' }, ['EMAIL_FROM', 'SMTP_URL']],
    [
      { EMAIL_TRUSTED_HOST: 'mx.example.org' },
      ['EMAIL_FROM', 'SMTP_URL', 'SMTP_IN_PORT or EMAIL_WEBHOOK_TOKEN'],
    ],
  ])('half-set names what is missing: %j', (set, missing) => {
    expect(problemsOf(set).map((problem) => problem.split(' is missing')[0])).toEqual(missing)
  })
  it.each([
    [{ EMAIL_FROM: '311+x@example.org' }, 'EMAIL_FROM'],
    [{ EMAIL_FROM: 'a@example.org, b@example.org' }, 'EMAIL_FROM'],
    [{ SMTP_URL: 'http://mail.example.org' }, 'SMTP_URL'],
    [{ SMTP_IN_PORT: '99999' }, 'SMTP_IN_PORT'],
    [{ SMTP_IN_PROTOCOL: 'imap' }, 'SMTP_IN_PROTOCOL'],
    [{ EMAIL_POSTMARK_LOGIN: 'no-colon' }, 'EMAIL_POSTMARK_LOGIN'],
    [{ EMAIL_TRUSTED_HOST: 'mx example' }, 'EMAIL_TRUSTED_HOST'],
    [{ EMAIL_SECRET: 'x' }, 'EMAIL_SECRET'],
  ])('%j is a problem', (set, name) => {
    expect(problemsOf({ ...whole, ...set }).join('\n')).toMatch(new RegExp(`^${name}\\b`, 'm'))
  })
})
