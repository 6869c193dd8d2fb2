/**
 * Every environment variable of ours, as a table.
 * @module
 */
import { z } from 'zod'
import { oursOf } from '../../channels/email/index.ts'
import { geocoder, list, matching, port, seconds, secret, url, whole } from './variable-shapes.ts'

/** Every variable of ours: its shape, what it is for, and an example for `.env.example`. */
export const variables = {
  PORT: { shape: port.default(3110), about: 'Port of the gateway. 0 takes a free one.', example: '3110' },
  HOST: { shape: z.string().default('127.0.0.1'), about: 'Address it listens on.', example: '127.0.0.1' },
  WORKER_PORT: {
    shape: port.optional(),
    about: 'Port for health and metrics of a worker that runs apart. Without it a worker listens nowhere.',
    example: '3111',
  },
  PUBLIC_URL: {
    shape: url.optional(),
    about:
      'Where providers and residents reach the gateway, behind any proxy. Signatures are checked against it.',
    example: 'https://311.example.org',
  },
  TRUSTED_PROXIES: {
    shape: whole(9).default(0),
    about:
      "How many proxies of ours stand in front: so many from the right in X-Forwarded-For is the resident's address. Limits count by it.",
    example: '1',
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
  CONTACT_ASKS_PER_DAY: {
    shape: whole(100_000).default(300),
    about:
      'Most owners of contacts left in forms, and as many in apps, who are asked in 24 hours whether news may go there. 0: none.',
    example: '300',
  },
  LEARN_FROM_DECISIONS: {
    shape: z.enum(['on', 'off']).default('on'),
    about: "Keeps a resident's words with an agent's decision, redacted, to train on.",
    example: 'on',
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
    about: 'Twilio account. With the token and a sender it turns on SMS and the phone.',
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
  AGENT_PHONE: {
    shape: matching(/^\+[1-9]\d{6,14}$/, 'is not an E.164 number'),
    about: 'Where a caller who wants a person is transferred. Without it callers leave a recorded message.',
    example: '+16175550199',
  },
  AGENT_QUEUE: {
    shape: matching(/^[\w .-]{1,64}$/, 'is no name of a queue'),
    about: 'Line at Twilio in which callers wait for a person. AGENT_PHONE then rings where it is full.',
    example: 'boston-311',
  },
  IVR_RECORDINGS_URL: {
    shape: url.optional(),
    about:
      'Folder of the recorded prompts of languages that no machine voice reads (ht, kea, so). Without it their callers get a person.',
    example: 'https://cdn.example.org/ivr',
  },
  AGENT_TOKEN: {
    shape: z
      .string()
      .regex(/^[\w.~+/=-]{8,}$/, 'is not 8 or more of letters, figures and . ~ + / = _ -')
      .optional(),
    about: "Bearer token for the agents' API (/api). Without it only agents who are signed in reach it.",
    example: 'a-long-secret',
  },
  EMAIL_FROM: {
    shape: z
      .string()
      .refine(
        (text) => oursOf(text) !== null,
        'is not one address without a "+": 311@example.org or Boston 311 <311@example.org>',
      )
      .optional(),
    about:
      'Our mail address: residents write to it, replies come from it. With SMTP_URL and a way in it turns on e-mail.',
    example: 'Boston 311 <311@example.org>',
  },
  SMTP_URL: {
    shape: z.url({ protocol: /^smtps?$/ }).optional(),
    about: 'Mail server that takes our replies.',
    example: 'smtp://user:secret@mail.example.org:587',
  },
  SMTP_IN_PORT: {
    shape: port.optional(),
    about: 'Port where a mail server of yours delivers to us, on HOST. It relays for nobody.',
    example: '2525',
  },
  SMTP_IN_PROTOCOL: {
    shape: z.enum(['smtp', 'lmtp']).default('smtp'),
    about: 'What is spoken on SMTP_IN_PORT.',
    example: 'smtp',
  },
  EMAIL_WEBHOOK_TOKEN: {
    shape: list.optional(),
    about:
      'Bearer token for raw mail at PUBLIC_URL/webhooks/email; several, comma-separated, during rotation.',
    example: 'a-long-secret',
  },
  EMAIL_SENDGRID_KEY: {
    shape: list.optional(),
    about: "Public key of SendGrid's Inbound Parse security policy, for PUBLIC_URL/webhooks/email/sendgrid.",
    example: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE',
  },
  EMAIL_MAILGUN_KEY: {
    shape: list.optional(),
    about: "Mailgun's HTTP webhook signing key, for PUBLIC_URL/webhooks/email/mailgun.",
    example: 'secret',
  },
  EMAIL_POSTMARK_LOGIN: {
    shape: list
      .refine((logins) => logins.every((login) => /^[^:]+:.+$/.test(login)), 'is not user:password')
      .optional(),
    about: 'user:password in the URL that Postmark calls, PUBLIC_URL/webhooks/email/postmark.',
    example: 'postmark:a-long-secret',
  },
  EMAIL_TRUSTED_HOST: {
    shape: z
      .string()
      .regex(/^[A-Za-z0-9.-]{1,253}$/, 'is not a host name')
      .optional(),
    about:
      'Name under which your mail server writes Authentication-Results, and removes those of others. Without it no sender is believed but who answers a mail of ours.',
    example: 'mx.example.org',
  },
  SLACK_BOT_TOKEN: {
    shape: z.string().regex(/^xox/, 'is not a bot token: xoxb-…').optional(),
    about: 'Bot token of the Slack app. With a channel and a way in it turns on reviews in Slack.',
    example: 'xoxb-secret',
  },
  SLACK_SIGNING_SECRET: {
    shape: z.string().min(8, 'is shorter than 8 characters').optional(),
    about: 'Verifies what Slack sends to PUBLIC_URL/webhooks/slack.',
    example: 'a-long-secret',
  },
  SLACK_APP_TOKEN: {
    shape: z
      .string()
      .regex(/^xapp-/, 'is not an app-level token: xapp-…')
      .optional(),
    about: 'Socket Mode: interactions come over a connection of ours instead of a webhook.',
    example: 'xapp-secret',
  },
  SLACK_REVIEW_CHANNEL: {
    shape: z
      .string()
      .regex(/^[A-Z0-9]{3,}$/, 'is not a channel id: C and letters and figures')
      .optional(),
    about: 'Id of the channel that gets a card per review. The app must be a member.',
    example: 'C0123456789',
  },
  SLACK_API_URL: {
    shape: url.default('https://slack.com/api'),
    about: 'Base URL of the Web API: a proxy or a test server.',
    example: 'https://slack.com/api',
  },
  X_USER_ID: {
    shape: z
      .string()
      .regex(/^\d{1,25}$/, 'is not a user id: digits')
      .optional(),
    about:
      'Id of our account on X. With the application and the access token it turns on the social channel.',
    example: '1234567890',
  },
  X_APP_KEY: { shape: secret.optional(), about: 'API key of the X application.', example: 'key' },
  X_APP_SECRET: {
    shape: secret.optional(),
    about: 'Its secret. It also verifies what X sends to PUBLIC_URL/webhooks/x.',
    example: 'secret',
  },
  X_ACCESS_TOKEN: { shape: secret.optional(), about: 'Access token of our account.', example: 'token' },
  X_ACCESS_SECRET: { shape: secret.optional(), about: 'Its secret.', example: 'secret' },
  X_BEARER_TOKEN: {
    shape: secret.optional(),
    about: 'App-only token: reads with the limits of the application instead of those of the account.',
    example: 'token',
  },
  X_API_URL: {
    shape: url.default('https://api.x.com'),
    about: 'Base URL of the API: a proxy or a test server.',
    example: 'https://api.x.com',
  },
  X_POLL_SECONDS: {
    shape: seconds.default(60),
    about: 'Pause between two looks at the posts that name us.',
    example: '60',
  },
  X_DIRECT_POLL_SECONDS: {
    shape: seconds.optional(),
    about:
      'Pause between two looks at direct messages, each of which X charges for. Without it they come by webhook only.',
    example: '300',
  },
  X_DAILY_BUDGET: {
    shape: z.coerce.number('is not a number').min(0, 'is below 0').max(1_000_000, 'is too much').default(10),
    about: 'Most that X may cost in a day (UTC), in dollars. At its end reading and replying stop.',
    example: '10',
  },
  X_PRICES: {
    shape: z
      .string()
      .regex(
        /^(?:(?:mention|post|media|directRead|event|directEvent|reply|replyWithLink|direct)=\d{1,4}(?:\.\d{1,6})?(?:,|$)){1,9}$/,
        'is not of the kind reply=0.01,mention=0.001 with names of channels/social/spend.ts',
      )
      .optional(),
    about: 'Prices that differ from those in channels/social/spend.ts, in dollars.',
    example: 'reply=0.01,mention=0.001',
  },
  X_LINKS: {
    shape: z.enum(['on', 'off']).default('off'),
    about: 'Whether a public reply may hold a link, which costs twenty times as much.',
    example: 'off',
  },
  SOCIAL_KEEP_DAYS: {
    shape: z.coerce
      .number('is not a number')
      .int('is not a whole number')
      .min(1, 'is below 1')
      .max(3_650, 'is too long')
      .default(30),
    about: 'How long the words of a post are kept as they came, in days. What was filed from them stays.',
    example: '30',
  },
  BLUESKY_HANDLE: {
    shape: z
      .string()
      .regex(/^(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}$/i, 'is not a handle: a domain, without @')
      .optional(),
    about: 'Our account on Bluesky. With an app password it turns that channel on.',
    example: '311.example.org',
  },
  BLUESKY_APP_PASSWORD: {
    shape: secret.optional(),
    about: 'App password of that account, never its own password.',
    example: 'xxxx-xxxx-xxxx-xxxx',
  },
  BLUESKY_API_URL: {
    shape: url.default('https://bsky.social'),
    about: 'Server that the account lives on, or a test server.',
    example: 'https://bsky.social',
  },
  BLUESKY_POLL_SECONDS: {
    shape: seconds.default(30),
    about: 'Pause between two looks at the posts that name us.',
    example: '30',
  },
  BLUESKY_DIRECT_POLL_SECONDS: {
    shape: seconds.optional(),
    about:
      'Pause between two looks at direct messages. Needs an app password that was made with access to them; without it they are not read.',
    example: '30',
  },
  OPEN311_URL: {
    shape: url.optional(),
    about:
      'GeoReport v2 server that takes the cases, up to and with /v2. Without it cases are kept in our own database.',
    example: 'https://311.example.org/open311/v2',
  },
  OPEN311_API_KEY: {
    shape: z.string().min(1).optional(),
    about: 'Key for filing there.',
    example: 'secret',
  },
  OPEN311_JURISDICTION: {
    shape: z.string().min(1).optional(),
    about: 'jurisdiction_id, where the server has several.',
    example: 'example.org',
  },
  OPEN311_SERVER_KEYS: {
    shape: list
      .refine((keys) => keys.every((key) => key.length >= 8), 'has a key of less than 8 characters')
      .optional(),
    about:
      'Keys of apps that may file at our Open311 server (/open311/v2), comma-separated. Without it the server is read only.',
    example: 'a-long-secret,another-one',
  },
  GEOCODER_URL: {
    shape: geocoder.optional(),
    about:
      'ArcGIS GeocodeServer of the City, up to and with /GeocodeServer. It checks the places that were read. Without it the built-in gazetteer is all there is.',
    example: 'https://gis.example.org/arcgis/rest/services/Locators/Composite/GeocodeServer',
  },
} as const satisfies Record<string, { shape: z.ZodType; about: string; example: string }>

/** Names fixed for parts of the gateway that this version does not have; set, they are named and ignored. */
export const reserved = [
  'CREATIO_URL',
  'CREATIO_IDENTITY_URL',
  'CREATIO_CLIENT_ID',
  'CREATIO_CLIENT_SECRET',
  'CARTEGRAPH_URL',
  'CARTEGRAPH_USERNAME',
  'CARTEGRAPH_PASSWORD',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
] as const

/** Beginnings that other software uses too: an unknown name with one of them is left alone. */
const prefixesOfOthers: ReadonlySet<string> = new Set([
  'PUBLIC_',
  'DATA_',
  'DATABASE_',
  'REDIS_',
  'LOG_',
  'WORKER_',
])
/** `TWILIO_` of `TWILIO_API_URL`; empty for a name without one. */
const prefixOf = (name: string): string => name.slice(0, name.indexOf('_') + 1)
const ourPrefixes: ReadonlySet<string> = new Set(
  [...Object.keys(variables), ...reserved]
    .map(prefixOf)
    .filter((prefix) => prefix !== '' && !prefixesOfOthers.has(prefix)),
)

/** Whether a name begins as one of ours does: where no table has it, it is a slip of the pen. */
export const looksLikeOurs = (name: string): boolean => ourPrefixes.has(prefixOf(name))
