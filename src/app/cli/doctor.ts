/**
 * `npm run doctor`: what is configured, masked; what is missing, in sentences. With `--env-example` it prints
 * `.env.example` instead. Connects to nothing. Ends with 78 where the settings are wrong.
 * @module
 */
import { answers } from '../../city/boston/answers/index.ts'
import { pageWordsIn } from '../../city/boston/pages/index.ts'
import { questionsIn } from '../../city/boston/questions/index.ts'
import { phrasesIn } from '../../city/boston/replies/index.ts'
import type { Config } from '../config.ts'
import { envExample } from '../config.ts'
import { configFromProcess } from '../environment.ts'
import { answering } from '../house/words.ts'
import { gazetteerWords } from '../imported-gazetteer.ts'

/** A secret by its last two characters; a short one by none. */
const masked = (secret: string): string => (secret.length < 12 ? '…' : `…${secret.slice(-2)}`)

/** A URL without its password. */
function withoutPassword(address: string): string {
  const url = new URL(address)
  if (url.password !== '') url.password = '***'
  return url.href
}

/** A URL without its password and its query, where a token may stand. */
function withoutQuery(address: string): string {
  const url = new URL(withoutPassword(address))
  if (url.search !== '') url.search = '?…'
  return url.href
}

/** Sentences on one part of the settings: its name, and what is so. */
type Part = readonly [name: string, ...sentences: string[]]

function gateway(config: Config): Part {
  const open = config.HOST === '127.0.0.1' || config.HOST === 'localhost' || config.HOST === '::1'
  return [
    'gateway',
    `listens on ${config.HOST}:${config.PORT}${open ? ', which this machine alone can reach: set HOST where no proxy stands in front' : ''}.`,
    config.PUBLIC_URL === undefined
      ? 'PUBLIC_URL is missing: signatures are checked against the URL as it arrives (wrong behind a proxy), links to photos lead to this machine, a text after a call has no link to add one, and Twilio is not asked what became of our replies.'
      : `is known to providers and residents as ${config.PUBLIC_URL}.`,
  ]
}

function ledger(config: Config): Part {
  if (config.DATABASE_URL !== undefined) return ['ledger', `is ${withoutPassword(config.DATABASE_URL)}.`]
  return [
    'ledger',
    `DATABASE_URL is missing: npm start runs a PostgreSQL of its own below ${config.DATA_DIR}; the gateway and the worker alone can't start.`,
  ]
}

function queue(config: Config): Part {
  if (config.REDIS_URL !== undefined) return ['queue', `is on ${withoutPassword(config.REDIS_URL)}.`]
  return ['queue', 'REDIS_URL is missing: the queue lives in the same PostgreSQL as the ledger.']
}

function sms(config: Config): Part {
  const { twilio } = config
  if (twilio === null) {
    return [
      'sms',
      'is off. With npm start the sandbox stands in; to turn it on set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, and TWILIO_SMS_FROM or TWILIO_MESSAGING_SERVICE_SID.',
    ]
  }
  const tokens = twilio.authTokens.map(masked).join(', ')
  const sender =
    twilio.messagingServiceSid === null
      ? `the number a resident wrote to, or ${twilio.from}`
      : `the Messaging Service ${masked(twilio.messagingServiceSid)}`
  return [
    'sms',
    `is on: account ${masked(twilio.accountSid)} at ${twilio.apiUrl}, ${twilio.authTokens.length} auth token${twilio.authTokens.length === 1 ? '' : 's'} (${tokens}).`,
    `Replies come from ${sender}.`,
    ...(config.PUBLIC_URL === undefined
      ? []
      : [`At Twilio, "a message comes in" is ${config.PUBLIC_URL}/webhooks/twilio/sms by HTTP POST.`]),
  ]
}

function voice(config: Config): Part {
  const { twilio, PUBLIC_URL, AGENT_PHONE, AGENT_QUEUE, IVR_RECORDINGS_URL } = config
  const phone =
    AGENT_PHONE === undefined
      ? 'AGENT_PHONE is missing: a caller who wants a person leaves a recorded message.'
      : `A caller who wants a person is transferred to ${masked(AGENT_PHONE)}.`
  const person =
    AGENT_QUEUE === undefined
      ? phone
      : `A caller who wants a person waits in the line "${AGENT_QUEUE}" at Twilio. Where it is full: ${AGENT_PHONE === undefined ? 'a recorded message' : masked(AGENT_PHONE)}.`
  const recordings =
    IVR_RECORDINGS_URL === undefined
      ? 'IVR_RECORDINGS_URL is missing: who speaks Haitian Creole, Cabo Verdean Creole or Somali gets a person.'
      : `Recorded prompts come from ${IVR_RECORDINGS_URL}.`
  if (twilio === null)
    return [
      'voice',
      'is off. With npm start the sandbox stands in; the variables of SMS turn it on.',
      person,
      recordings,
    ]
  const root = `${PUBLIC_URL ?? 'PUBLIC_URL'}/webhooks/twilio/voice`
  return [
    'voice',
    `is on: account ${masked(twilio.accountSid)}.`,
    person,
    recordings,
    `At Twilio, "a call comes in" is ${root}, "primary handler fails" ${root}/fallback, "call status changes" ${root}/status, each by HTTP POST.`,
  ]
}

function open311(config: Config): Part {
  const keys = config.OPEN311_SERVER_KEYS
  if (keys === undefined) {
    return [
      'open311',
      `is read only at /open311/v2. OPEN311_SERVER_KEYS is missing: with npm start apps file with the key in ${config.DATA_DIR}/open311-key, else with none.`,
    ]
  }
  return [
    'open311',
    `is on: apps file at ${config.PUBLIC_URL ?? 'PUBLIC_URL'}/open311/v2 with ${keys.length} key${keys.length === 1 ? '' : 's'} (${keys.map(masked).join(', ')}).`,
  ]
}

function web(config: Config): Part {
  return [
    'web',
    `is on: residents report at ${config.PUBLIC_URL ?? 'PUBLIC_URL'}/report and look at /status.`,
    config.TRUSTED_PROXIES === 0
      ? 'TRUSTED_PROXIES is 0: behind a proxy all residents would count as one, and soon be asked to wait.'
      : `Limits count by the address that stands ${config.TRUSTED_PROXIES} from the right in X-Forwarded-For.`,
  ]
}

function email(config: Config): Part {
  const { email: on } = config
  if (on === null) {
    return [
      'email',
      'is off. With npm start the sandbox stands in; to turn it on set EMAIL_FROM, SMTP_URL, and SMTP_IN_PORT or EMAIL_WEBHOOK_TOKEN.',
    ]
  }
  const root = config.PUBLIC_URL ?? 'PUBLIC_URL'
  const doors = [
    [on.webhookTokens, 'Raw mail', '/webhooks/email', 'token'],
    [on.sendgridKeys, 'SendGrid', '/webhooks/email/sendgrid', 'key'],
    [on.mailgunKeys, 'Mailgun', '/webhooks/email/mailgun', 'key'],
    [on.postmarkLogins, 'Postmark', '/webhooks/email/postmark', 'login'],
  ] as const
  return [
    'email',
    `is on: residents write to ${on.from}, replies go out by ${withoutPassword(on.smtpUrl)}.`,
    ...(on.listen === null
      ? []
      : [
          `A mail server of yours delivers by ${on.listen.protocol.toUpperCase()} to ${on.listen.host}:${on.listen.port}, for this address and for the same with "+" and anything: replies carry a token there.`,
        ]),
    ...doors
      .filter(([secrets]) => secrets.length > 0)
      .map(
        ([secrets, who, path, what]) =>
          `${who} is posted to ${root}${path} with the ${what} ${secrets.map(masked).join(', ')}.`,
      ),
    on.trustedHost === null
      ? 'EMAIL_TRUSTED_HOST is missing: a sender is believed only where they answer a mail of ours; anybody else changes nothing that exists.'
      : `Senders are believed whom ${on.trustedHost} found genuine; it has to remove Authentication-Results in its own name that come from outside.`,
  ]
}

function social(config: Config): Part {
  const { x } = config
  if (x === null) {
    return [
      'social',
      'is off: X. With npm start the sandbox stands in; to turn it on set X_USER_ID, X_APP_KEY, X_APP_SECRET, X_ACCESS_TOKEN and X_ACCESS_SECRET.',
    ]
  }
  return [
    'social',
    `is on: X account ${x.userId} at ${x.apiUrl}, key ${masked(x.appKey)}, access token ${masked(x.accessToken)}.`,
    `Posts that name us are read every ${x.pollSeconds} s, for at most ${x.dailyBudgetUsd} dollars a day with all else.`,
    x.directPollSeconds === null
      ? 'X_DIRECT_POLL_SECONDS is missing: direct messages come by webhook only.'
      : `Direct messages are read every ${x.directPollSeconds} s.`,
    'X shows the latest 800 posts that name us: what came before them while nobody read is searched for over seven days and lost beyond that (mentions.lost in the log).',
    `At X, the webhook is ${config.PUBLIC_URL ?? 'PUBLIC_URL'}/webhooks/x; polling does without.`,
  ]
}

function bluesky(config: Config): Part {
  const { bluesky: on } = config
  if (on === null) {
    return [
      'bluesky',
      'is off. With npm start the sandbox stands in; to turn it on set BLUESKY_HANDLE and BLUESKY_APP_PASSWORD.',
    ]
  }
  return [
    'bluesky',
    `is on: @${on.handle} at ${on.apiUrl}, app password ${masked(on.appPassword)}.`,
    `Posts that name us are read every ${on.pollSeconds} s.`,
    on.directPollSeconds === null
      ? 'BLUESKY_DIRECT_POLL_SECONDS is missing: direct messages are not read, and who would write one is sent to the phone.'
      : `Direct messages are read every ${on.directPollSeconds} s: the app password has to be one with access to them, and the account has to take messages from everyone.`,
  ]
}

function agents(config: Config): Part {
  return [
    'agents',
    'sign in to the console at /agent by a link that is printed at start; `npm run reviews -- link` prints another.',
    config.AGENT_TOKEN === undefined
      ? 'AGENT_TOKEN is missing: programs cannot use /api.'
      : `Programs use /api with the token ${masked(config.AGENT_TOKEN)}.`,
  ]
}

function slack(config: Config): Part {
  const { slack: on } = config
  if (on === null) {
    return [
      'slack',
      'is off. With npm start the sandbox stands in; to turn it on set SLACK_BOT_TOKEN, SLACK_REVIEW_CHANNEL, and SLACK_SIGNING_SECRET or SLACK_APP_TOKEN.',
    ]
  }
  return [
    'slack',
    `is on: token ${masked(on.botToken)} at ${on.apiUrl}, reviews in ${on.channel}.`,
    on.appToken === null
      ? `At Slack, the request URL of interactivity is ${config.PUBLIC_URL ?? 'PUBLIC_URL'}/webhooks/slack.`
      : `Clicks come by Socket Mode (${masked(on.appToken)}).`,
    ...(config.PUBLIC_URL === undefined
      ? ['PUBLIC_URL is missing: cards have no photos, and their links lead to this machine.']
      : []),
  ]
}

function cases(config: Config): Part {
  const { open311 } = config
  if (open311 === null)
    return ['cases', 'are kept in our own database. OPEN311_URL files them with an Open311 server instead.']
  return [
    'cases',
    `are filed at ${withoutPassword(open311.url)}${open311.jurisdictionId === null ? '' : ` for ${open311.jurisdictionId}`}.`,
    open311.apiKey === null
      ? 'OPEN311_API_KEY is missing: most servers take no request without one.'
      : `The key is ${masked(open311.apiKey)}.`,
  ]
}

function places(config: Config): Part {
  const url = config.GEOCODER_URL
  return [
    'places',
    gazetteerWords(config.DATA_DIR),
    url === undefined
      ? 'GEOCODER_URL is missing: nobody else is asked where an address lies.'
      : `Addresses are checked with ${withoutQuery(url)}.`,
  ]
}

function files(config: Config): Part {
  return [
    'photos',
    config.MEDIA_URL === undefined
      ? `are kept in ${config.DATA_DIR}/media. Gateway and worker on two machines need a shared folder: set MEDIA_URL.`
      : `are kept in ${config.MEDIA_URL}.`,
  ]
}

function toQuestions(): Part {
  const approved = answers.filter(({ approvedBy }) => approvedBy === 'person').length
  const by = approved === 0 ? 'none of them' : approved === answers.length ? 'all of them' : `${approved}`
  return [
    'answers',
    `to questions: ${answers.length} are written, ${by} approved by a person (src/city/boston/answers).`,
  ]
}

/** Who answers for what residents read, per language. */
function words(): Part {
  const by = answering(phrasesIn, { pages: pageWordsIn, questions: questionsIn })
  return [
    'words',
    ...[...by].map(([who, tables]) => `in ${tables.join(', ')} are by ${who}.`),
    'A person of the language office reads a table before its language goes live (src/city/boston/replies).',
  ]
}

function rest(config: Config): readonly Part[] {
  const unused = config.ignored.map(
    (name): Part => ['unused', `${name} is set, but this version does not use it.`],
  )
  return [
    ['city', `is ${config.CITY}.`],
    toQuestions(),
    words(),
    ['log', `shows ${config.LOG_LEVEL} and above. This is Node ${process.versions.node}.`],
    ...unused,
  ]
}

function report(config: Config): string {
  const parts = [
    gateway(config),
    ledger(config),
    queue(config),
    sms(config),
    voice(config),
    open311(config),
    web(config),
    email(config),
    social(config),
    bluesky(config),
    agents(config),
    slack(config),
    cases(config),
    places(config),
    files(config),
    ...rest(config),
  ]
  return parts
    .map(([name, ...sentences]) => `${name.padEnd(8)} ${sentences.join(`\n${' '.repeat(9)}`)}\n`)
    .join('')
}

process.stdout.write(process.argv.includes('--env-example') ? envExample() : report(configFromProcess('all')))
