import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channelModules } from '../../channels/index.ts'
import { ConfigError, envExample, readConfig } from '../../src/app/config.ts'
import { read, root } from '../../src/app/house/tree.ts'
import { reserved, variables } from '../../src/app/variables.ts'

const sid = `AC${'0'.repeat(32)}`
const complete = {
  TWILIO_ACCOUNT_SID: sid,
  TWILIO_AUTH_TOKEN: 'token-in-use',
  TWILIO_SMS_FROM: '+16175550100',
}

function problemsOf(
  environment: Record<string, string>,
  role: 'all' | 'gateway' | 'worker' = 'all',
): readonly string[] {
  try {
    readConfig(environment, role)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('settings', () => {
  it('need nothing at all', () => {
    const config = readConfig({}, 'all')
    expect(config).toMatchObject({ PORT: 3110, HOST: '127.0.0.1', DATA_DIR: '.data', twilio: null })
  })

  it('name all problems at once', () => {
    const problems = problemsOf({
      PORT: 'high',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://db',
      TWILIO_FOO: '1',
    })
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL', 'TWILIO_FOO']) {
      expect(problems.some((problem) => problem.startsWith(name))).toBe(true)
    }
  })

  it('count an empty variable as not set', () => {
    const empty = Object.fromEntries([...Object.keys(variables), ...reserved].map((name) => [name, '']))
    expect(readConfig(empty, 'all')).toEqual(readConfig({}, 'all'))
  })

  it.each([
    ['TWILIO_ACCOUNT_SID', /^TWILIO_ACCOUNT_SID is missing/],
    ['TWILIO_AUTH_TOKEN', /^TWILIO_AUTH_TOKEN is missing/],
    ['TWILIO_SMS_FROM', /^TWILIO_SMS_FROM or TWILIO_MESSAGING_SERVICE_SID is missing/],
  ] as const)('name %s where Twilio is half-set', (left, says) => {
    const rest = Object.fromEntries(Object.entries(complete).filter(([name]) => name !== left))
    expect(problemsOf(rest)).toEqual([expect.stringMatching(says)])
  })

  it('take a Messaging Service instead of a number', () => {
    const { TWILIO_SMS_FROM: _, ...rest } = complete
    const service = `MG${'1'.repeat(32)}`
    expect(readConfig({ ...rest, TWILIO_MESSAGING_SERVICE_SID: service }, 'all').twilio).toMatchObject({
      from: null,
      messagingServiceSid: service,
    })
  })

  const slack = {
    SLACK_BOT_TOKEN: 'xoxb-token',
    SLACK_SIGNING_SECRET: 'signing-secret',
    SLACK_REVIEW_CHANNEL: 'C0123456789',
  }

  it.each([
    ['SLACK_BOT_TOKEN', /^SLACK_BOT_TOKEN is missing/],
    ['SLACK_REVIEW_CHANNEL', /^SLACK_REVIEW_CHANNEL is missing/],
    ['SLACK_SIGNING_SECRET', /^SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is missing/],
  ] as const)('name %s where Slack is half-set', (left, says) => {
    const rest = Object.fromEntries(Object.entries(slack).filter(([name]) => name !== left))
    expect(problemsOf(rest)).toEqual([expect.stringMatching(says)])
  })

  it('keep the webhook of Slack closed in Socket Mode', () => {
    expect(readConfig(slack, 'all').slack).toMatchObject({ signingSecret: 'signing-secret', appToken: null })
    expect(readConfig({ ...slack, SLACK_APP_TOKEN: 'xapp-1-token' }, 'all').slack).toMatchObject({
      signingSecret: null,
      appToken: 'xapp-1-token',
    })
  })

  it('name OPEN311_URL where only its key is set', () => {
    expect(problemsOf({ OPEN311_API_KEY: 'key' })).toEqual([expect.stringMatching(/^OPEN311_URL is missing/)])
    expect(readConfig({ OPEN311_URL: 'https://311.example.org/open311/v2/' }, 'all').open311).toEqual({
      url: 'https://311.example.org/open311/v2',
      apiKey: null,
      jurisdictionId: null,
    })
  })

  it('take the address of a GeocodeServer and no other', () => {
    const url = 'https://gis.example.org/arcgis/rest/services/Locators/A/GeocodeServer'
    expect(readConfig({ GEOCODER_URL: `${url}/` }, 'all').GEOCODER_URL).toBe(url)
    expect(readConfig({ GEOCODER_URL: `${url}?token=abc` }, 'all').GEOCODER_URL).toBe(`${url}?token=abc`)
    for (const wrong of ['https://gis.example.org/arcgis/rest/services', 'ftp://gis/GeocodeServer', 'gis'])
      expect(problemsOf({ GEOCODER_URL: wrong })).toEqual([expect.stringMatching(/^GEOCODER_URL /)])
  })

  it('take several tokens in order', () => {
    const config = readConfig({ ...complete, TWILIO_AUTH_TOKEN: 'new, old ,' }, 'all')
    expect(config.twilio?.authTokens).toEqual(['new', 'old'])
  })

  it('say what a half-set X or Bluesky lacks, and take either whole', () => {
    expect(problemsOf({ X_USER_ID: '1', X_APP_KEY: 'k', X_APP_SECRET: 's' })).toEqual([
      'X_ACCESS_TOKEN is missing: the other variables of X need it.',
      'X_ACCESS_SECRET is missing: the other variables of X need it.',
    ])
    expect(problemsOf({ BLUESKY_APP_PASSWORD: 'p' })).toEqual([
      'BLUESKY_HANDLE is missing: the other variable of Bluesky needs it.',
    ])
    const x = {
      X_USER_ID: '1',
      X_APP_KEY: 'k',
      X_APP_SECRET: 's',
      X_ACCESS_TOKEN: 't',
      X_ACCESS_SECRET: 'u',
      X_PRICES: 'reply=0.02,mention=0.5',
    }
    expect(readConfig(x, 'all').x).toMatchObject({ bearerToken: null, directPollSeconds: null, links: false })
    expect(readConfig({}, 'all').x).toBeNull()
    expect(problemsOf({ ...x, X_PRICES: 'repley=1' })).toEqual([expect.stringMatching(/^X_PRICES /)])
    const bluesky = { BLUESKY_HANDLE: '311.example.org', BLUESKY_APP_PASSWORD: 'p' }
    expect(readConfig(bluesky, 'all').bluesky).toMatchObject({ apiUrl: 'https://bsky.social' })
    expect(problemsOf({ ...bluesky, BLUESKY_HANDLE: '@boston' })).toHaveLength(1)
  })

  it('reject a variable of ours that does not exist', () => {
    expect(problemsOf({ ...complete, TWILIO_SMS_FORM: '+16175550100' })).toEqual([
      'TWILIO_SMS_FORM is not a variable of ours.',
    ])
  })

  const vendors = ['TWILIO', 'X', 'EMAIL', 'SMTP', 'SLACK', 'OPEN311', 'CREATIO', 'CARTEGRAPH', 'GEOCODER']
  it.each([...vendors, 'OIDC', 'MEDIA', 'AGENT'])('reject a slip of the pen in any name of %s', (vendor) => {
    const names = [...Object.keys(variables), ...reserved].filter((name) => name.startsWith(`${vendor}_`))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names)
      expect(problemsOf({ [`${name}X`]: '1' })).toEqual([`${name}X is not a variable of ours.`])
  })

  it.each([
    'PUBLIC_KEY',
    'DATA_HOME',
    'DATABASE_NAME',
    'REDIS_HOST',
    'LOG_FORMAT',
    'WORKER_ID',
    'XDG_DATA_HOME',
  ])('leave %s to others', (name) => {
    expect(problemsOf({ [name]: '1' })).toEqual([])
  })

  it('leave the variables of others alone', () => {
    const others = fc.dictionary(fc.stringMatching(/^[A-WYZ][A-Z]{9,14}$/), fc.string())
    fc.assert(fc.property(others, (environment) => problemsOf(environment).length === 0))
  })

  it('are read or reserved, never both: a reserved one is said to be unused', () => {
    expect(reserved.filter((name) => name in variables)).toEqual([])
  })

  it('name the reserved variables that are set', () => {
    expect(readConfig({ OIDC_ISSUER: 'x' }, 'all').ignored).toEqual(['OIDC_ISSUER'])
  })

  it.each(['gateway', 'worker'] as const)('need a DATABASE_URL for the %s alone', (role) => {
    expect(problemsOf({}, role)).toEqual([expect.stringMatching(/^DATABASE_URL is missing/)])
  })

  it('have no default for a secret', () => {
    const secrets = Object.entries(variables).filter(([name]) => /TOKEN|SECRET|PASSWORD|KEY/.test(name))
    expect(secrets.length).toBeGreaterThan(0)
    for (const [, { shape }] of secrets) expect(shape.safeParse(undefined)).toMatchObject({ data: undefined })
  })

  it('never quote a value in a problem', () => {
    const token = 'do-not-print-this'
    const problems = problemsOf({
      TWILIO_AUTH_TOKEN: token,
      DATABASE_URL: `mysql://u:${token}@db`,
      PORT: token,
    })
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.join('\n')).not.toContain(token)
  })
})

describe('.env.example', () => {
  it('is what the settings say', () => {
    expect(read('.env.example')).toBe(envExample())
  })

  it('has only examples that the settings take', () => {
    const lines = envExample().matchAll(/^# ([A-Z][A-Z0-9_]+)=(.*)$/gm)
    const environment = Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]))
    expect(Object.keys(environment)).toEqual(Object.keys(variables))
    expect(problemsOf(environment)).toEqual([])
  })
})

describe('npm run doctor', () => {
  let folder = ''
  beforeAll(async () => {
    // Away from the project, so that a developer's own .env is not read.
    folder = await mkdtemp(join(tmpdir(), 'intake311-doctor-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const doctor = (environment: Record<string, string>, ...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const child = execFile(
        process.execPath,
        [join(root, 'src/app/cli/doctor.ts'), ...args],
        { cwd: folder, env: { PATH: process.env.PATH ?? '', ...environment } },
        (_error, out, err) => done({ code: child.exitCode ?? -1, out, err }),
      )
    })

  it('says what is on without a secret', async () => {
    const password = 'correct-horse-battery'
    const said = await doctor({
      ...complete,
      TWILIO_AUTH_TOKEN: 'first-long-secret,second-long-secret',
      DATABASE_URL: `postgres://intake:${password}@db.example.org/intake`,
      REDIS_URL: `redis://:${password}@queue.example.org:6379`,
      PUBLIC_URL: 'https://311.example.org',
    })
    expect(said.code).toBe(0)
    for (const secret of [password, 'first-long', 'second-long', sid]) expect(said.out).not.toContain(secret)
    expect(said.out).toContain('db.example.org')
    expect(said.out).toContain('https://311.example.org/webhooks/twilio/sms')
  })

  it('says what is missing in a sentence', async () => {
    const said = await doctor({})
    expect(said.code).toBe(0)
    for (const name of ['TWILIO_ACCOUNT_SID', 'DATABASE_URL', 'REDIS_URL', 'PUBLIC_URL']) {
      expect(said.out).toContain(name)
    }
  })

  it('says who is asked for places, without the token in its address', async () => {
    const url = 'https://gis.example.org/arcgis/rest/services/Locators/A/GeocodeServer'
    const said = await doctor({ GEOCODER_URL: `${url}?token=correct-horse` })
    expect(said.out).toContain(url)
    expect(said.out).not.toContain('correct-horse')
    expect((await doctor({})).out).toMatch(/^places +are the built-in ones/m)
  })

  it('has a paragraph for every channel', async () => {
    const { out } = await doctor({})
    for (const name of Object.keys(channelModules)) expect(out).toMatch(new RegExp(`^${name} +is `, 'm'))
  })

  it('ends with 78 where the settings are wrong', async () => {
    const said = await doctor({ PORT: 'high', TWILIO_AUTH_TOKEN: 'only-this' })
    expect(said.code).toBe(78)
    expect(said.err).toContain('PORT')
    expect(said.err).toContain('TWILIO_ACCOUNT_SID')
  })

  it('prints .env.example', async () => {
    const said = await doctor({ PORT: 'high' }, '--env-example')
    expect(said).toMatchObject({ code: 0, out: envExample() })
  })
})
