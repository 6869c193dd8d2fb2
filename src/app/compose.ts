/**
 * Puts the parts together: the only place that knows which adapter stands behind which port.
 * @module
 */

import { twilioMedia } from '../../channels/_twilio/media.ts'
import { channelModules } from '../../channels/index.ts'
import { localCaseSystem } from '../../workers/cases/local/index.ts'
import { routeBy } from '../../workers/cases/routing.ts'
import { startWorkers } from '../../workers/index.ts'
import type { Intake } from '../../workers/intake.ts'
import { openQueue } from '../../workers/queue.ts'
import type { Log } from '../core/events.ts'
import type { Channel, Clock, MediaSource, MediaStore, Queue, Store } from '../core/ports.ts'
import type { ChannelName } from '../core/request.ts'
import { fileMedia } from '../media/index.ts'
import type { OpenStore } from '../store/index.ts'
import { localCases, openStore } from '../store/index.ts'
import { bostonPolicy, bostonReplies, bostonStoreRules } from './city.ts'
import type { Twilio } from './config.ts'
import { understandBoston } from './understanding.ts'

export interface Parts {
  readonly databaseUrl: string
  readonly redisUrl: string | null
  /** Folder of photos. */
  readonly mediaDir: string
  /** As Twilio knows us; null: URLs are checked as the server saw them. */
  readonly publicUrl: string | null
  /** What photo links start with. */
  readonly linkUrl: () => string
  readonly twilio: Twilio | null
  readonly log: Log
}

/** What a gateway and a worker share. */
export interface Core {
  readonly store: OpenStore
  readonly queue: Queue
  readonly channels: ReadonlyMap<ChannelName, Channel>
  readonly files: MediaStore
  readonly clock: Clock
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
  })
  const { applied: migrations } = await store.migrate()
  parts.log('info', 'ledger.migrated', { migrations })
  const queue = await openQueue({ databaseUrl: parts.databaseUrl, redisUrl: parts.redisUrl, log: parts.log })
  const files = fileMedia({ dir: parts.mediaDir })
  return {
    store,
    queue,
    channels: channelsOf(parts),
    files,
    clock,
    async close() {
      await queue.close(drainMs)
      await store.close()
    },
  }
}

function channelsOf(parts: Parts): ReadonlyMap<ChannelName, Channel> {
  const channels = new Map<ChannelName, Channel>()
  if (parts.twilio !== null) {
    channels.set(
      'sms',
      channelModules.sms({
        ...parts.twilio,
        publicUrl: parts.publicUrl,
        statusCallback: parts.publicUrl !== null,
      }),
    )
  }
  return channels
}

/** Turns, without a queue of its own: for the worker, and for an agent's decision from anywhere. */
export function intakeOf(core: Pick<Core, 'queue' | 'clock'> & { readonly store: Store }, log: Log): Intake {
  return {
    store: core.store,
    queue: core.queue,
    policy: bostonPolicy,
    understand: understandBoston(),
    clock: core.clock,
    log,
  }
}

/** Starts the workers; the returned function stops what sweeps. */
export function startWorker(core: Core, parts: Parts): () => Promise<void> {
  const local = localCaseSystem(localCases(core.store.sql))
  const sources: MediaSource[] = parts.twilio === null ? [] : [twilioMedia(parts.twilio)]
  return startWorkers(
    {
      ...intakeOf(core, parts.log),
      channels: core.channels,
      render: bostonReplies,
      route: routeBy([], local),
      systems: new Map([[local.name, local]]),
      photosOf: async (request) => {
        const open = await Promise.all(
          request.media_ids.map(async (id) => ((await core.store.publicPhoto(id)) === null ? [] : [id])),
        )
        return open.flat().map((id) => `${parts.linkUrl()}/media/${id}.jpg`)
      },
      sources,
      files: core.files,
      random: Math.random,
      now: () => core.clock.now(),
      concurrency: 12,
      // The local case system is the ledger's own tables. One behind HTTP gets jobs, retries and a queue of its own.
      inLedger: new Set(['file', 'amend', 'review']),
      sweepEveryMs: 2_000,
      forgottenAfterMs: 5_000,
    },
    core.queue,
  )
}
