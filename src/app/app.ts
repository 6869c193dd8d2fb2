/**
 * One running intake311: gateway, worker, or both, with its own PostgreSQL and sandbox where nothing else is
 * configured. `npm start`, the demo and the tests all start it here.
 * @module
 */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Gateway } from '../gateway/app.ts'
import { gateway } from '../gateway/app.ts'
import { operationsRoutes } from '../gateway/operations.ts'
import { remoteOf } from '../gateway/remote.ts'
import type { RunningBluesky } from '../sandbox/bluesky/index.ts'
import type { RunningSlackPlayer } from '../sandbox/slack/index.ts'
import { slackRoutes } from '../sandbox/slack/index.ts'
import type { RunningPlayer } from '../sandbox/twilio/index.ts'
import type { RunningX } from '../sandbox/x/index.ts'
import { startBlueskySandbox } from './bluesky-sandbox.ts'
import { bostonJurisdictions, bostonServices } from './city.ts'
import type { Core, Parts } from './compose.ts'
import { goneFrom, openCore, startReceivers, startWorker, turnsNow } from './compose.ts'
import type { Config, Role, Twilio } from './config.ts'
import { deskOf } from './desk.ts'
import { loadImported } from './imported-gazetteer.ts'
import { listener } from './listener.ts'
import type { MailSandbox } from './mail-sandbox.ts'
import { startMailSandbox } from './mail-sandbox.ts'
import { keyIn } from './open311-sandbox.ts'
import { startPostgres } from './postgres/index.ts'
import { loadPromoted } from './promoted-model.ts'
import { startSandbox } from './sandbox.ts'
import type { Played } from './sandbox-rooms.ts'
import { roomsOf } from './sandbox-rooms.ts'
import type { SlackSandbox } from './slack-sandbox.ts'
import { startSlackSandbox } from './slack-sandbox.ts'
import type { Surfaces } from './surfaces.ts'
import { boardsOf, linksOf, openSurfaces } from './surfaces.ts'
import type { Telemetry } from './telemetry.ts'
import { residentsRoom } from './web.ts'
import { startXSandbox } from './x-sandbox.ts'

export interface App {
  /** Where the gateway listens; null for a worker alone. */
  readonly url: string | null
  /** What stands in for Twilio; null where a real account is configured. */
  readonly player: RunningPlayer | null
  /** What stands in for Slack; null where a real workspace is configured. */
  readonly slack: RunningSlackPlayer | null
  /** The played mail world; null where real mail is configured. */
  readonly mail: MailSandbox['player'] | null
  /** What stands in for X; null where a real account is configured. */
  readonly x: RunningX | null
  /** What stands in for Bluesky; null where a real account is configured. */
  readonly bluesky: RunningBluesky | null
  /** Signs an agent in to the console, once; null for a worker alone. */
  readonly signInLink: string | null
  /** The Twilio account in use, real or of the sandbox. */
  readonly twilio: Twilio | null
  /** Takes no more, finishes what is under way, lets go of everything. */
  stop(): Promise<void>
}

type Stop = () => Promise<unknown>

/**
 * Starts it. What was already up is taken down again when a later part fails. Throws AppError. `timing` is for tests,
 * whose case systems answer at once.
 */
export async function startApp(
  config: Config,
  role: Role,
  telemetry: Telemetry,
  timing: Pick<Parts, 'caseTiming'> = {},
): Promise<App> {
  const { log } = telemetry
  const stops: Stop[] = []
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  loadImported(config.DATA_DIR, log)
  try {
    let databaseUrl = config.DATABASE_URL
    if (databaseUrl === undefined) {
      const postgres = await startPostgres({ dataDir: join(config.DATA_DIR, 'postgres'), log })
      stops.push(() => postgres.stop())
      databaseUrl = postgres.url
    }
    const listening = role === 'worker' ? null : listener(config.HOST, config.PORT)
    const sandbox =
      config.twilio === null && role === 'all'
        ? await startSandbox(config.DATA_DIR, () => listening?.url() ?? '', config.PUBLIC_URL ?? null)
        : null
    if (sandbox !== null) {
      stops.push(() => sandbox.stop())
      log('info', 'sandbox.started', { what: 'twilio' })
    }
    const mailSandbox =
      config.email === null && role === 'all' ? await startMailSandbox(config.DATA_DIR) : null
    if (mailSandbox !== null) {
      stops.push(() => mailSandbox.player.stop())
      log('info', 'sandbox.started', { what: 'mail' })
    }
    // Only beside played residents and on this machine: its page asks nobody who they are.
    const alone = config.PUBLIC_URL === undefined && isLoopback(config.HOST)
    const slackSandbox =
      sandbox !== null && config.slack === null && alone
        ? await startSlackSandbox(() => listening?.url() ?? '')
        : null
    if (slackSandbox !== null) {
      stops.push(() => slackSandbox.player.stop())
      log('info', 'sandbox.started', { what: 'slack' })
    }
    const xSandbox = sandbox !== null && config.x === null ? await startXSandbox(config.DATA_DIR) : null
    if (xSandbox !== null) {
      stops.push(() => xSandbox.player.stop())
      log('info', 'sandbox.started', { what: 'x' })
    }
    const blueskySandbox = sandbox !== null && config.bluesky === null ? await startBlueskySandbox() : null
    if (blueskySandbox !== null) {
      stops.push(() => blueskySandbox.player.stop())
      log('info', 'sandbox.started', { what: 'bluesky' })
    }
    const linkUrl = (): string =>
      config.PUBLIC_URL ?? listening?.url() ?? `http://${config.HOST}:${config.PORT}`
    const parts: Parts = {
      databaseUrl,
      redisUrl: config.REDIS_URL ?? null,
      mediaDir:
        config.MEDIA_URL === undefined ? resolve(config.DATA_DIR, 'media') : fileURLToPath(config.MEDIA_URL),
      publicUrl: config.PUBLIC_URL ?? null,
      linkUrl,
      // A phone of the sandbox is on this machine.
      photoRoot: () => config.PUBLIC_URL ?? (sandbox === null ? null : linkUrl()),
      twilio: sandbox?.twilio ?? config.twilio,
      email: mailSandbox?.email ?? config.email,
      x: xSandbox?.x ?? config.x,
      bluesky: blueskySandbox?.bluesky ?? config.bluesky,
      agentPhone: config.AGENT_PHONE ?? null,
      agentQueue: config.AGENT_QUEUE ?? null,
      recordingsUrl: config.IVR_RECORDINGS_URL ?? null,
      open311: config.open311,
      open311Keys: config.OPEN311_SERVER_KEYS ?? (role === 'all' ? [await keyIn(config.DATA_DIR)] : []),
      geocoderUrl: config.GEOCODER_URL ?? null,
      slack: slackSandbox?.slack ?? config.slack,
      slackIsHere: slackSandbox !== null,
      agentToken: config.AGENT_TOKEN ?? null,
      contactAsksPerDay: config.CONTACT_ASKS_PER_DAY,
      keepsWords: config.LEARN_FROM_DECISIONS === 'on',
      ...timing,
      log,
    }
    loadPromoted(config.DATA_DIR, log)
    const core = await openCore(parts)
    stops.push(() => core.close())
    telemetry.watch(core.queue, core.store)
    if (role !== 'gateway') {
      stops.push(startWorker(core, parts, await boardsOf(core, parts)))
      stops.push(await startReceivers(core, parts, 'worker'))
    }
    if (role === 'worker' && config.WORKER_PORT !== undefined) {
      const health = listener(config.HOST, config.WORKER_PORT)
      await health.open(operationsRoutes({ store: core.store, metrics: () => telemetry.metrics() }))
      stops.push(() => health.close())
    }
    const played: Played = {
      phone: sandbox && { player: sandbox.player, twilio: sandbox.twilio },
      x: xSandbox?.player ?? null,
      bluesky: blueskySandbox && { player: blueskySandbox.player, handle: blueskySandbox.bluesky.handle },
      mail: mailSandbox?.player ?? null,
      slack: slackSandbox !== null,
    }
    let link: string | null = null
    if (listening !== null) {
      const surfaces = await openSurfaces(core, parts, deskOf({ ...core, ...parts }))
      await listening.open(
        await gatewayOf(core, parts, telemetry, {
          sandbox: sandbox && { routes: () => sandbox.routes(roomsOf(played)) },
          surfaces,
          slack: slackSandbox,
          proxies: config.TRUSTED_PROXIES,
        }),
      )
      stops.push(() => listening.close())
      stops.push(await startReceivers(core, parts, 'gateway'))
      stops.push(() => surfaces.stop())
      surfaces.start()
      link = await surfaces.signInLink()
    }
    log('info', 'process.started', { role, node: process.version })
    return {
      url: listening?.url() ?? null,
      player: sandbox?.player ?? null,
      slack: slackSandbox?.player ?? null,
      mail: mailSandbox?.player ?? null,
      x: xSandbox?.player ?? null,
      bluesky: blueskySandbox?.player ?? null,
      signInLink: link,
      twilio: parts.twilio,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function gatewayOf(
  core: Core,
  parts: Parts,
  telemetry: Telemetry,
  {
    sandbox,
    surfaces,
    slack,
    proxies,
  }: {
    readonly sandbox: Gateway['sandbox']
    readonly surfaces: Surfaces
    readonly slack: SlackSandbox | null
    readonly proxies: number
  },
) {
  return gateway({
    ...core,
    links: await linksOf(core),
    rooms: [
      residentsRoom(core, { secret: core.webSecret, proxies, withSandbox: sandbox !== null }, parts.log),
      ...surfaces.rooms,
      ...(slack === null ? [] : [['/sandbox/slack', slackRoutes(slack.player)] as const]),
    ],
    channels: core.channels.values(),
    turnNow: turnsNow(core, parts),
    goneFrom: goneFrom(core, parts),
    remoteOf: (c) => remoteOf(c, proxies),
    services: bostonServices,
    jurisdictions: bostonJurisdictions,
    publicUrl: parts.linkUrl,
    metrics: () => telemetry.metrics(),
    sandbox,
    log: parts.log,
  })
}

const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host)
