/**
 * The only place that reads the environment. Parsed once, all problems at once, no default for a secret.
 * @module
 */
import { z } from 'zod'

const url = z.url({ protocol: /^https?$/ }).transform((u) => u.replace(/\/+$/, ''))
const list = z.string().transform((s, ctx) => {
  const items = s
    .split(',')
    .map((t) => t.trim())
    .filter(Boolean)
  if (items.length === 0) ctx.addIssue({ code: 'custom', message: 'is empty' })
  return items
})
const port = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(0, 'is below 0')
  .max(65_535, 'is above 65535')

/** Every variable of ours: its shape, what it is for, and an example for `.env.example`. */
export const variables = {
  PORT: { shape: port.default(3110), about: 'Port of the gateway. 0 takes a free one.', example: '3110' },
  HOST: { shape: z.string().default('127.0.0.1'), about: 'Address it listens on.', example: '127.0.0.1' },
  PUBLIC_URL: {
    shape: url.optional(),
    about:
      'Where providers and residents reach the gateway, behind any proxy. Signatures are checked against it.',
    example: 'https://311.example.org',
  },
  DATA_DIR: {
    shape: z.string().default('.data'),
    about: 'Embedded PostgreSQL, photos and sandbox keys.',
    example: '.data',
  },
  DATABASE_URL: {
    shape: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    about: 'PostgreSQL 14 or newer. Without it `npm start` runs its own.',
    example: 'postgres://intake@db.example.org/intake',
  },
  REDIS_URL: {
    shape: z.url({ protocol: /^rediss?$/ }).optional(),
    about: 'Moves the queue to Redis or Valkey. Without it the queue lives in PostgreSQL.',
    example: 'redis://queue.example.org:6379',
  },
  CITY: { shape: z.enum(['boston']).default('boston'), about: 'Folder under src/city.', example: 'boston' },
  LOG_LEVEL: {
    shape: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    about: 'Least level that is logged.',
    example: 'info',
  },
  MEDIA_URL: {
    shape: z.url({ protocol: /^file$/ }).optional(),
    about: 'Where photos are kept. Default: a folder below DATA_DIR.',
    example: 'file:///srv/intake311/media',
  },
  TWILIO_ACCOUNT_SID: {
    shape: z
      .string()
      .regex(/^AC\w{8,64}$/, 'is not an account SID: AC and 32 digits')
      .optional(),
    about: 'Twilio account. With the token and a sender it turns on SMS.',
    example: 'AC00000000000000000000000000000000',
  },
  TWILIO_AUTH_TOKEN: {
    shape: list.optional(),
    about: 'Auth token; several, comma-separated, during rotation (the first one signs our calls).',
    example: 'secret',
  },
  TWILIO_SMS_FROM: {
    shape: z
      .string()
      .regex(/^(\+[1-9]\d{6,14}|\d{3,8})$/, 'is neither an E.164 number nor a short code')
      .optional(),
    about: 'Number that sends.',
    example: '+16175550100',
  },
  TWILIO_MESSAGING_SERVICE_SID: {
    shape: z
      .string()
      .regex(/^MG\w{8,64}$/, 'is not a Messaging Service SID: MG and 32 digits')
      .optional(),
    about: 'Messaging Service that sends, instead of a number.',
    example: 'MG00000000000000000000000000000000',
  },
  TWILIO_API_URL: {
    shape: url.default('https://api.twilio.com'),
    about: 'Base URL of the REST API: a proxy or a test server.',
    example: 'https://api.twilio.com',
  },
} as const satisfies Record<string, { shape: z.ZodType; about: string; example: string }>

/** Names fixed for parts of the gateway that this version does not have; set, they are named and ignored. */
export const reserved = [
  'AGENT_PHONE',
  'AGENT_TOKEN',
  'X_BEARER_TOKEN',
  'X_APP_KEY',
  'X_APP_SECRET',
  'X_ACCESS_TOKEN',
  'X_ACCESS_SECRET',
  'X_USER_ID',
  'X_API_URL',
  'X_POLL_SECONDS',
  'EMAIL_FROM',
  'SMTP_URL',
  'SMTP_IN_PORT',
  'EMAIL_WEBHOOK_TOKEN',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'SLACK_REVIEW_CHANNEL',
  'SLACK_API_URL',
  'OPEN311_URL',
  'OPEN311_API_KEY',
  'OPEN311_JURISDICTION',
  'OPEN311_SERVER_KEYS',
  'CREATIO_URL',
  'CREATIO_IDENTITY_URL',
  'CREATIO_CLIENT_ID',
  'CREATIO_CLIENT_SECRET',
  'CARTEGRAPH_URL',
  'CARTEGRAPH_USERNAME',
  'CARTEGRAPH_PASSWORD',
  'GEOCODER_URL',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
] as const
/** Variables with these prefixes are ours: an unknown one is a slip of the pen. */
const ourPrefixes = /^(TWILIO|X|EMAIL|SMTP|SLACK|OPEN311|CREATIO|CARTEGRAPH|GEOCODER|OIDC|MEDIA|AGENT)_/

type Shapes = { [K in keyof typeof variables]: (typeof variables)[K]['shape'] }
const shape = z.object(Object.fromEntries(Object.entries(variables).map(([k, v]) => [k, v.shape])) as Shapes)
export type Settings = z.infer<typeof shape>

export interface Twilio {
  readonly accountSid: string
  readonly authTokens: readonly string[]
  readonly from: string | null
  readonly messagingServiceSid: string | null
  readonly apiUrl: string
}
export interface Config extends Settings {
  /** Null: SMS is not configured. */
  readonly twilio: Twilio | null
  /** Reserved names that are set. */
  readonly ignored: readonly string[]
}
export type Role = 'all' | 'gateway' | 'worker'

/** All that is wrong with the environment, one sentence a problem. The process exits with 78 (EX_CONFIG of sysexits.h). */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** Parses the environment for a role. An empty variable counts as not set. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, role: Role): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const problems: string[] = []
  for (const name of Object.keys(set)) {
    if (ourPrefixes.test(name) && !(name in variables) && !isReserved(name))
      problems.push(`${name} is not a variable of ours.`)
  }
  const parsed = shape.safeParse(set)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push(`${issue.path.join('.')} ${issue.message}.`)
  }
  const settings = parsed.data
  if (role !== 'all' && !set.DATABASE_URL)
    problems.push(`DATABASE_URL is missing: the ${role} alone needs a PostgreSQL of yours.`)
  problems.push(...missingOfTwilio(set))
  if (problems.length > 0 || settings === undefined) throw new ConfigError(problems)
  return { ...settings, twilio: twilioOf(settings), ignored: Object.keys(set).filter(isReserved) }
}

const isReserved = (name: string): boolean => (reserved as readonly string[]).includes(name)

/** What a half-set Twilio lacks. Nothing set is fine: the sandbox stands in. */
function missingOfTwilio(set: Readonly<Record<string, unknown>>): readonly string[] {
  const senders = ['TWILIO_SMS_FROM', 'TWILIO_MESSAGING_SERVICE_SID']
  if (!['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', ...senders].some((name) => name in set)) return []
  return [
    ...('TWILIO_ACCOUNT_SID' in set
      ? []
      : ['TWILIO_ACCOUNT_SID is missing: the other Twilio variables need it.']),
    ...('TWILIO_AUTH_TOKEN' in set
      ? []
      : ['TWILIO_AUTH_TOKEN is missing: without it no message can be verified.']),
    ...(senders.some((name) => name in set)
      ? []
      : ['TWILIO_SMS_FROM or TWILIO_MESSAGING_SERVICE_SID is missing: one of them sends our replies.']),
  ]
}

function twilioOf(s: Settings): Twilio | null {
  if (s.TWILIO_ACCOUNT_SID === undefined || s.TWILIO_AUTH_TOKEN === undefined) return null
  return {
    accountSid: s.TWILIO_ACCOUNT_SID,
    authTokens: s.TWILIO_AUTH_TOKEN,
    from: s.TWILIO_SMS_FROM ?? null,
    messagingServiceSid: s.TWILIO_MESSAGING_SERVICE_SID ?? null,
    apiUrl: s.TWILIO_API_URL,
  }
}

/** `.env.example`: every variable, commented out, with what it is for. */
export function envExample(): string {
  const blocks = Object.entries(variables).map(([name, v]) => `# ${v.about}\n# ${name}=${v.example}`)
  return `# Copy to .env and uncomment what you set. Made from src/app/config.ts: npm run --silent doctor -- --env-example > .env.example\n\n${blocks.join('\n\n')}\n`
}
