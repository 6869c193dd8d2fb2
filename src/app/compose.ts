/**
 * Puts the parts together: the only place that knows which adapter stands behind which port.
 * @module
 */

import { twilioMedia } from '../../channels/_twilio/media.ts'
import { blueskyMedia } from '../../channels/bluesky/media.ts'
import { oursOf } from '../../channels/email/index.ts'
import { channelModules } from '../../channels/index.ts'
import { publicFiles } from '../../channels/open311/index.ts'
import { xMedia } from '../../channels/social/files.ts'
import { pricesFrom } from '../../channels/social/spend.ts'
import { newPhotoLink } from '../../channels/web/index.ts'
import { localCaseSystem } from '../../workers/cases/local/index.ts'
import type { Open311Config } from '../../workers/cases/open311/index.ts'
import { open311Cases } from '../../workers/cases/open311/index.ts'
import { routeBy } from '../../workers/cases/routing.ts'
import { startWorkers } from '../../workers/index.ts'
import type { Intake } from '../../workers/intake.ts'
import { takeTurn } from '../../workers/intake.ts'
import type { Now } from '../../workers/now.ts'
import { turnNow } from '../../workers/now.ts'
import { openQueue } from '../../workers/queue.ts'
import { timeZone } from '../city/boston/calendar.ts'
import { bostonIvr } from '../city/boston/ivr/index.ts'
import type { Log } from '../core/events.ts'
import type {
  Board,
  CaseSystem,
  Channel,
  Clock,
  MediaSource,
  MediaStore,
  Queue,
  Receiver,
  Said,
  Tally,
} from '../core/ports.ts'
import type { ChannelName, InboundMessage } from '../core/request.ts'
import type { TakeIn } from '../gateway/inbox.ts'
import { door, inboxOf } from '../gateway/inbox.ts'
import { write } from '../gateway/open311/index.ts'
import type { Webhooks } from '../gateway/webhooks.ts'
import { fileMedia, inlineMedia } from '../media/index.ts'
import type { OpenStore } from '../store/index.ts'
import { localCases, openStore } from '../store/index.ts'
import {
  bostonHours,
  bostonJurisdictions,
  bostonPages,
  bostonPolicy,
  bostonRepliesWith,
  bostonStoreRules,
  privateCodes,
} from './city.ts'
import type { Bluesky, Email, Open311, Slack, Twilio, X } from './config.ts'
import { intakeOf } from './desk.ts'
import { cityGeocoder, geocodeBudgetMs } from './geocoder.ts'
import { understandBoston } from './understanding.ts'
import { bostonReportPages } from './web.ts'

export interface Parts {
  readonly databaseUrl: string
  readonly redisUrl: string | null
  /** Folder of photos. */
  readonly mediaDir: string
  /** As Twilio knows us; null: URLs are checked as the server saw them. */
  readonly publicUrl: string | null
  /** What photo links start with. */
  readonly linkUrl: () => string
  /** What links for residents to add photos start with; null: nobody outside could follow one. */
  readonly photoRoot: () => string | null
  readonly twilio: Twilio | null
  /** Where callers are transferred, E.164; null: they leave a message. */
  readonly agentPhone: string | null
  readonly agentQueue: string | null
  /** Folder of the recorded prompts; null: there are none. */
  readonly recordingsUrl: string | null
  readonly email: (Email & { readonly opened?: (port: number) => void }) | null
  readonly x: X | null
  readonly bluesky: Bluesky | null
  readonly open311: Open311 | null
  /** Keys of apps that may file here; none: our Open311 server is read only. */
  readonly open311Keys: readonly string[]
  /** Null: the built-in gazetteer is all there is. */
  readonly geocoderUrl: string | null
  readonly slack: Slack | null
  /** Slack is played on this machine, so it reaches us where we listen. */
  readonly slackIsHere: boolean
  readonly agentToken: string | null
  /** Most owners of contacts in forms, and in apps, that are asked a day. 0: none. */
  readonly contactAsksPerDay: number
  /** Whether an agent's decision keeps the resident's words, redacted, to train on. */
  readonly keepsWords: boolean
  /** For tests, whose case systems answer at once. */
  readonly caseTiming?: Pick<Open311Config, 'settlesWithinMs' | 'news'>
  readonly log: Log
}

/** What a gateway and a worker share. */
export interface Core {
  readonly store: OpenStore
  readonly queue: Queue
  readonly channels: ReadonlyMap<ChannelName, Channel>
  /** Of the files that come with messages of these channels. */
  readonly sources: readonly MediaSource[]
  readonly files: MediaStore
  readonly clock: Clock
  /** Signs forms. */
  readonly webSecret: string
  /** The door that every message comes through. */
  readonly takeIn: TakeIn
  close(): Promise<void>
}

const storeConnections = 12
/** How long a stop waits for work under way. Milliseconds. */
const drainMs = 15_000

export async function openCore(parts: Parts): Promise<Core> {
  const clock: Clock = { now: () => Date.now() }
  const store = await openStore({
    url: parts.databaseUrl,
    maxConnections: storeConnections,
    clock,
    ...bostonStoreRules,
    keepsWords: parts.keepsWords,
  })
  const { applied: migrations } = await store.migrate()
  parts.log('info', 'ledger.migrated', { migrations })
  const queue = await openQueue({ databaseUrl: parts.databaseUrl, redisUrl: parts.redisUrl, log: parts.log })
  const files = fileMedia({ dir: parts.mediaDir })
  const webSecret = await store.secret('web-forms')
  const shared = { tally: store, clock, tokenKey: await store.secret('email'), webSecret }
  const { channels, sources } = openChannels(parts, shared)
  return {
    webSecret,
    store,
    queue,
    channels,
    sources: [...sources, inlineMedia(files)],
    files,
    clock,
    takeIn: door({ store, queue, files, clock, log: parts.log }),
    async close() {
      await queue.close(drainMs)
      await store.close()
    },
  }
}

/** A channel that is on, and what fetches the files that come with its messages. */
interface Opened {
  readonly channel: Channel
  readonly sources: readonly MediaSource[]
}

/** What a channel may need of the rest. */
interface Shared {
  readonly tally: Tally
  readonly clock: Clock
  /** A secret that the ledger made once, for all processes. */
  readonly tokenKey: string
  /** Signs forms of the web. */
  readonly webSecret: string
}

/** One line for each channel of the registry: opens it, or null where it is not configured. */
const openers: Readonly<
  Record<keyof typeof channelModules, (parts: Parts, shared: Shared) => Opened | null>
> = {
  sms: ({ twilio, publicUrl }) =>
    twilio && {
      channel: channelModules.sms({ ...twilio, publicUrl, statusCallback: publicUrl !== null }),
      sources: [twilioMedia(twilio)],
    },
  // Its recordings are Twilio's files, which the line above fetches.
  voice: ({ twilio, publicUrl, agentPhone, agentQueue, recordingsUrl }) =>
    twilio && {
      channel: channelModules.voice({
        authTokens: twilio.authTokens,
        publicUrl,
        ivr: bostonIvr,
        agentPhone,
        agentQueue,
        recordings: recordingsUrl,
        textsFrom: twilio.from,
      }),
      sources: [],
    },
  // On also without keys: a worker has to know that nobody who came this way can be written to.
  open311: ({ open311Keys }) => ({
    channel: channelModules.open311({
      keys: open311Keys,
      serviceOf: (code) => bostonPolicy.services.get(code),
      jurisdictions: bostonJurisdictions,
      write,
      notice: bostonPages.notice,
      now: () => Date.now(),
    }),
    sources: [publicFiles()],
  }),
  web: (_, { webSecret, tally }) => ({
    channel: channelModules.web({
      secret: webSecret,
      serviceOf: (code) => bostonPolicy.services.get(code),
      pages: bostonReportPages,
      tally,
      now: () => Date.now(),
    }),
    sources: [],
  }),
  email({ email }, { tokenKey }) {
    const ours = email === null ? null : oursOf(email.from)
    if (email === null || ours === null) return null
    const { opened } = email
    const listen = email.listen && { ...email.listen, ...(opened && { opened }) }
    return { channel: channelModules.email({ ...email, ours, listen, tokenKey }), sources: [] }
  },
  social: ({ x, log }, shared) =>
    x && {
      channel: channelModules.social({ ...x, prices: pricesFrom(x.prices), log, ...shared }),
      sources: [xMedia(x)],
    },
  bluesky: ({ bluesky }, shared) =>
    bluesky && {
      channel: channelModules.bluesky({ ...bluesky, ...shared }),
      sources: [blueskyMedia(bluesky)],
    },
}

function openChannels(parts: Parts, shared: Shared): Pick<Core, 'channels' | 'sources'> {
  const opened = Object.values(openers).flatMap((open) => open(parts, shared) ?? [])
  return {
    channels: new Map(opened.map(({ channel }) => [channel.name, channel])),
    // The first that owns an address is asked. Twilio's owns all ports of this machine where a test server stands in.
    sources: opened.toReversed().flatMap(({ sources }) => sources),
  }
}

/** The case systems in use. The local one stays beside another: cases filed there are still its own. */
function casesOf(core: Core, parts: Parts): { readonly local: CaseSystem; readonly city: CaseSystem | null } {
  const local = localCaseSystem(localCases(core.store.sql))
  if (parts.open311 === null) return { local, city: null }
  const city = open311Cases({
    ...parts.open311,
    serviceOf: (code) => bostonPolicy.services.get(code),
    clock: core.clock,
    timeZone,
    ...(parts.caseTiming ?? {}),
  })
  return { local, city }
}

/** Twilio waits 15 s for an answer on the phone, and a person in front of a form is gone by then. */
const answerWithinMs = 10_000

/** Everything that is loaded and compiled at the first message is there before it comes: a caller waits for it. */
function warmUp(): void {
  understandBoston()('a pothole at 1 City Hall Sq', {})
  bostonIvr.hints('en', { about: 'open' }, null)
}

/** The city's words, with links to add photos where residents reach us by an address that we know. */
const repliesOf = ({ webSecret, clock }: Core, { photoRoot }: Parts) =>
  bostonRepliesWith((reference) => {
    const root = photoRoot()
    return root === null ? null : `${root}/photo/${newPhotoLink(webSecret, reference, clock.now())}`
  })

/** What takes the turns of synchronous channels, in the gateway. */
export function turnsNow(core: Core, parts: Parts): (message: InboundMessage) => Promise<readonly Said[]> {
  const now: Now = {
    ...readingOf(core, parts),
    render: repliesOf(core, parts),
    sources: core.sources,
    files: core.files,
    withinMs: answerWithinMs,
  }
  warmUp()
  return (message) => turnNow(now, message)
}

/** What a resident who has left had begun goes to a person. */
export function goneFrom(core: Core, parts: Parts): Webhooks['goneFrom'] {
  const intake = readingOf(core, parts)
  return async (channel, resident, ours) => {
    await takeTurn(intake, { kind: 'left', channel, resident, ours })
  }
}

/** Turns that read messages: with the geocoder, where there is one. */
function readingOf(core: Core, parts: Parts): Intake {
  const { geocoderUrl, log, contactAsksPerDay } = parts
  const asksOn = new Set((['sms', 'email'] as const).filter((name) => core.channels.has(name)))
  return {
    ...intakeOf({ ...core, ...parts }),
    ...(contactAsksPerDay > 0 && { asksOn }),
    ...(geocoderUrl !== null && {
      places: {
        geocoder: cityGeocoder(geocoderUrl, { clock: core.clock, log }),
        budgetMs: geocodeBudgetMs,
      },
    }),
  }
}

/** Opens the other doors that are to run in this process; the returned function shuts them. */
export async function startReceivers(
  core: Core,
  parts: Parts,
  runsIn: Receiver['runsIn'],
): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = []
  for (const channel of core.channels.values()) {
    const inbox = inboxOf(core.takeIn, channel.name, { store: core.store, log: parts.log })
    for (const receiver of channel.receivers ?? [])
      if (receiver.runsIn === runsIn) stops.push(await receiver.start(inbox))
  }
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

/** Starts the workers; the returned function stops what runs by the clock. */
export function startWorker(core: Core, parts: Parts, boards: readonly Board[]): () => Promise<void> {
  warmUp()
  const { local, city } = casesOf(core, parts)
  const systems = [local, ...(city === null ? [] : [city])]
  return startWorkers(
    {
      ...readingOf(core, parts),
      channels: core.channels,
      render: repliesOf(core, parts),
      // A public list may not show what is about a person's home or health.
      route: routeBy([{ codes: privateCodes, system: local }], city ?? local),
      systems: new Map(systems.map((system) => [system.name, system])),
      photosOf: async (request) => {
        const open = await Promise.all(
          request.media_ids.map(async (id) => ((await core.store.publicPhoto(id)) === null ? [] : [id])),
        )
        return open.flat().map((id) => `${parts.linkUrl()}/media/${id}.jpg`)
      },
      wantsContact: (code) => code !== null && bostonPolicy.services.get(code)?.contact === true,
      boards,
      sources: core.sources,
      files: core.files,
      random: Math.random,
      now: () => core.clock.now(),
      hours: bostonHours,
      asksPerDay: parts.contactAsksPerDay,
      timeZone,
      concurrency: 12,
      // The local case system is the ledger's own tables. One behind HTTP gets jobs, retries and a queue of its own.
      inLedger: new Set(city === null ? (['file', 'amend'] as const) : []),
      sweepEveryMs: 2_000,
      forgottenAfterMs: 5_000,
    },
    core.queue,
  )
}
