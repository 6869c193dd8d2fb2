/**
 * The only place that reads the environment. Parsed once, all problems at once, no default for a secret.
 * @module
 */
import { z } from 'zod'
import { looksLikeOurs, reserved, variables } from './variables.ts'

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
export interface Slack {
  readonly botToken: string
  /** Null: interactions come by Socket Mode. */
  readonly signingSecret: string | null
  readonly appToken: string | null
  readonly channel: string
  readonly apiUrl: string
}
export interface Email {
  readonly from: string
  readonly smtpUrl: string
  /** Null: mail comes by webhook alone. */
  readonly listen: { readonly host: string; readonly port: number; readonly protocol: 'smtp' | 'lmtp' } | null
  readonly webhookTokens: readonly string[]
  readonly sendgridKeys: readonly string[]
  readonly mailgunKeys: readonly string[]
  readonly postmarkLogins: readonly string[]
  readonly trustedHost: string | null
}
export interface Open311 {
  readonly url: string
  readonly apiKey: string | null
  readonly jurisdictionId: string | null
}
export interface X {
  readonly userId: string
  readonly appKey: string
  readonly appSecret: string
  readonly accessToken: string
  readonly accessSecret: string
  readonly bearerToken: string | null
  readonly apiUrl: string
  readonly pollSeconds: number
  readonly directPollSeconds: number | null
  readonly keepDays: number
  readonly dailyBudgetUsd: number
  /** `reply=0.01`: what differs from the known prices. */
  readonly prices: string
  readonly links: boolean
}
export interface Bluesky {
  readonly handle: string
  readonly appPassword: string
  readonly apiUrl: string
  readonly pollSeconds: number
  readonly directPollSeconds: number | null
  readonly keepDays: number
}
export interface Config extends Settings {
  /** Null: SMS is not configured. */
  readonly twilio: Twilio | null
  /** Null: e-mail is not configured. */
  readonly email: Email | null
  /** Null: X is not configured. */
  readonly x: X | null
  /** Null: Bluesky is not configured. */
  readonly bluesky: Bluesky | null
  /** Null: reviews are not shown in Slack. */
  readonly slack: Slack | null
  /** Null: cases are kept in our own database. */
  readonly open311: Open311 | null
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
    if (looksLikeOurs(name) && !(name in variables) && !isReserved(name))
      problems.push(`${name} is not a variable of ours.`)
  }
  const parsed = shape.safeParse(set)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push(`${issue.path.join('.')} ${issue.message}.`)
  }
  const settings = parsed.data
  if (role !== 'all' && !set.DATABASE_URL)
    problems.push(`DATABASE_URL is missing: the ${role} alone needs a PostgreSQL of yours.`)
  problems.push(
    ...missingOfTwilio(set),
    ...missingOfEmail(set),
    ...missingOfSlack(set),
    ...missingOfOpen311(set),
    ...missingOfX(set),
    ...missingOfBluesky(set),
  )
  if (problems.length > 0 || settings === undefined) throw new ConfigError(problems)
  return {
    ...settings,
    twilio: twilioOf(settings),
    email: emailOf(settings),
    x: xOf(settings),
    bluesky: blueskyOf(settings),
    slack: slackOf(settings),
    open311: open311Of(settings),
    ignored: Object.keys(set).filter(isReserved),
  }
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

/** What half-set e-mail lacks. Nothing set is fine: the sandbox stands in. */
function missingOfEmail(set: Readonly<Record<string, unknown>>): readonly string[] {
  const ways = [
    'SMTP_IN_PORT',
    'EMAIL_WEBHOOK_TOKEN',
    'EMAIL_SENDGRID_KEY',
    'EMAIL_MAILGUN_KEY',
    'EMAIL_POSTMARK_LOGIN',
  ]
  if (!['EMAIL_FROM', 'SMTP_URL', 'EMAIL_TRUSTED_HOST', ...ways].some((name) => name in set)) return []
  return [
    ...('EMAIL_FROM' in set ? [] : ['EMAIL_FROM is missing: it is the address that residents write to.']),
    ...('SMTP_URL' in set ? [] : ['SMTP_URL is missing: it sends our replies.']),
    ...(ways.some((name) => name in set)
      ? []
      : ['SMTP_IN_PORT or EMAIL_WEBHOOK_TOKEN is missing: mail comes in by SMTP or by a webhook.']),
  ]
}

function emailOf(s: Settings): Email | null {
  if (s.EMAIL_FROM === undefined || s.SMTP_URL === undefined) return null
  return {
    from: s.EMAIL_FROM,
    smtpUrl: s.SMTP_URL,
    listen:
      s.SMTP_IN_PORT === undefined
        ? null
        : { host: s.HOST, port: s.SMTP_IN_PORT, protocol: s.SMTP_IN_PROTOCOL },
    webhookTokens: s.EMAIL_WEBHOOK_TOKEN ?? [],
    sendgridKeys: s.EMAIL_SENDGRID_KEY ?? [],
    mailgunKeys: s.EMAIL_MAILGUN_KEY ?? [],
    postmarkLogins: s.EMAIL_POSTMARK_LOGIN ?? [],
    trustedHost: s.EMAIL_TRUSTED_HOST ?? null,
  }
}

function missingOfSlack(set: Readonly<Record<string, unknown>>): readonly string[] {
  const ways = ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN']
  if (!['SLACK_BOT_TOKEN', 'SLACK_REVIEW_CHANNEL', ...ways].some((name) => name in set)) return []
  return [
    ...('SLACK_BOT_TOKEN' in set ? [] : ['SLACK_BOT_TOKEN is missing: without it no card can be posted.']),
    ...('SLACK_REVIEW_CHANNEL' in set
      ? []
      : ['SLACK_REVIEW_CHANNEL is missing: it says where reviews are posted.']),
    ...(ways.some((name) => name in set)
      ? []
      : ['SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is missing: clicks come by webhook or by Socket Mode.']),
  ]
}

const needsOfX = ['X_USER_ID', 'X_APP_KEY', 'X_APP_SECRET', 'X_ACCESS_TOKEN', 'X_ACCESS_SECRET'] as const
const missingOfX = (set: Readonly<Record<string, unknown>>): readonly string[] =>
  [...needsOfX, 'X_BEARER_TOKEN'].some((name) => name in set)
    ? needsOfX
        .filter((name) => !(name in set))
        .map((name) => `${name} is missing: the other variables of X need it.`)
    : []

const needsOfBluesky = ['BLUESKY_HANDLE', 'BLUESKY_APP_PASSWORD'] as const
const missingOfBluesky = (set: Readonly<Record<string, unknown>>): readonly string[] =>
  needsOfBluesky.some((name) => name in set)
    ? needsOfBluesky
        .filter((name) => !(name in set))
        .map((name) => `${name} is missing: the other variable of Bluesky needs it.`)
    : []

const blueskyOf = (s: Settings): Bluesky | null =>
  s.BLUESKY_HANDLE === undefined || s.BLUESKY_APP_PASSWORD === undefined
    ? null
    : {
        handle: s.BLUESKY_HANDLE,
        appPassword: s.BLUESKY_APP_PASSWORD,
        apiUrl: s.BLUESKY_API_URL,
        pollSeconds: s.BLUESKY_POLL_SECONDS,
        directPollSeconds: s.BLUESKY_DIRECT_POLL_SECONDS ?? null,
        keepDays: s.SOCIAL_KEEP_DAYS,
      }

function xOf(s: Settings): X | null {
  const { X_USER_ID, X_APP_KEY, X_APP_SECRET, X_ACCESS_TOKEN, X_ACCESS_SECRET } = s
  if (!X_USER_ID || !X_APP_KEY || !X_APP_SECRET || !X_ACCESS_TOKEN || !X_ACCESS_SECRET) return null
  return {
    userId: X_USER_ID,
    appKey: X_APP_KEY,
    appSecret: X_APP_SECRET,
    accessToken: X_ACCESS_TOKEN,
    accessSecret: X_ACCESS_SECRET,
    bearerToken: s.X_BEARER_TOKEN ?? null,
    apiUrl: s.X_API_URL,
    pollSeconds: s.X_POLL_SECONDS,
    directPollSeconds: s.X_DIRECT_POLL_SECONDS ?? null,
    keepDays: s.SOCIAL_KEEP_DAYS,
    dailyBudgetUsd: s.X_DAILY_BUDGET,
    prices: s.X_PRICES ?? '',
    links: s.X_LINKS === 'on',
  }
}

const missingOfOpen311 = (set: Readonly<Record<string, unknown>>): readonly string[] =>
  'OPEN311_URL' in set
    ? []
    : ['OPEN311_API_KEY', 'OPEN311_JURISDICTION']
        .filter((name) => name in set)
        .map((name) => `OPEN311_URL is missing, but ${name} is set.`)

function slackOf(s: Settings): Slack | null {
  if (s.SLACK_BOT_TOKEN === undefined || s.SLACK_REVIEW_CHANNEL === undefined) return null
  return {
    botToken: s.SLACK_BOT_TOKEN,
    // Where both are set, Socket Mode it is: the webhook stays closed.
    signingSecret: s.SLACK_APP_TOKEN === undefined ? (s.SLACK_SIGNING_SECRET ?? null) : null,
    appToken: s.SLACK_APP_TOKEN ?? null,
    channel: s.SLACK_REVIEW_CHANNEL,
    apiUrl: s.SLACK_API_URL,
  }
}

const open311Of = (s: Settings): Open311 | null =>
  s.OPEN311_URL === undefined
    ? null
    : {
        url: s.OPEN311_URL,
        apiKey: s.OPEN311_API_KEY ?? null,
        jurisdictionId: s.OPEN311_JURISDICTION ?? null,
      }

/** `.env.example`: every variable, commented out, with what it is for. */
export function envExample(): string {
  const blocks = Object.entries(variables).map(([name, v]) => `# ${v.about}\n# ${name}=${v.example}`)
  return `# Copy to .env and uncomment what you set. Made from src/app/variables.ts: npm run --silent doctor -- --env-example > .env.example\n\n${blocks.join('\n\n')}\n`
}
