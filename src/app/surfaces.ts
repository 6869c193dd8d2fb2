/**
 * Where agents meet reviews: the console and the API in the gateway, cards in the worker.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { outlines, streetLines } from '../city/boston/outlines.ts'
import { asAppError } from '../core/errors.ts'
import type { Board, Desk, ReviewRow } from '../core/ports.ts'
import type { MediaId } from '../core/request.ts'
import { apiRoutes } from '../desk/api/index.ts'
import { consoleRoutes, signInLink } from '../desk/console/index.ts'
import type { Gateway } from '../gateway/app.ts'
import type { PhotoLinks } from '../gateway/photo-links.ts'
import { photoLinks } from '../gateway/photo-links.ts'
import { bostonServices } from './city.ts'
import type { Core, Parts } from './compose.ts'
import { bostonData } from './understanding.ts'

export interface Surfaces {
  /** What the gateway mounts, and where. */
  readonly rooms: Gateway['rooms']
  /** Meets Slack. Nobody waits for it: residents come first, whatever is wrong with Slack. */
  start(): void
  /** A new link for the console, good once. */
  signInLink(): Promise<string>
  /** Ends open streams and connections. */
  stop(): Promise<void>
}

type Routes = Gateway['rooms'][number][1]

/** Links to photos for surfaces outside; signed with a secret that all processes share. */
export const linksOf = async (core: Core): Promise<PhotoLinks> =>
  photoLinks(await core.store.secret('photo-links'), core.clock)

/** The surfaces of a gateway. */
export async function openSurfaces(core: Core, parts: Parts, desk: Desk): Promise<Surfaces> {
  const stopping = new AbortController()
  const deps = {
    desk,
    sessions: core.store,
    files: core.files,
    clock: core.clock,
    random: randomBytes,
    agentToken: parts.agentToken,
    publicUrl: parts.linkUrl,
    log: parts.log,
    services: bostonServices,
    outlines: () => outlines(bostonData()),
    streets: () => streetLines(bostonData()),
    stopping: stopping.signal,
  }
  const slack = await slackDoorOf(core, parts, desk)
  const slackRoutes = slack?.routes() ?? null
  return {
    rooms: [
      ['/agent', consoleRoutes(deps) as unknown as Routes],
      ['/api', apiRoutes(deps) as unknown as Routes],
      ...(slackRoutes === null ? [] : [['/', slackRoutes] as const]),
    ],
    start() {
      slack?.start().catch((thrown: unknown) => {
        const { code, providerCode } = asAppError(thrown)
        parts.log('error', 'surface.failed', { surface: 'slack', what: 'start', code, providerCode })
      })
    },
    signInLink: () => signInLink(core.store, core.clock, randomBytes, parts.linkUrl()),
    async stop() {
      stopping.abort()
      await slack?.stop()
    },
  }
}

async function slackDoorOf({ clock }: Core, { slack, log }: Parts, desk: Desk) {
  if (slack === null) return null
  // Bolt is heavy: only whoever uses it loads it.
  const { slackDoor } = await import('../desk/slack/index.ts')
  return slackDoor({ ...slack, desk, clock, log })
}

/** Where the worker keeps cards true. */
export async function boardsOf(core: Core, parts: Parts): Promise<readonly Board[]> {
  const { slack, linkUrl, publicUrl } = parts
  if (slack === null) return []
  const { slackBoard } = await import('../desk/slack/index.ts')
  const links = await linksOf(core)
  const root = parts.slackIsHere ? linkUrl : () => publicUrl
  const photoUrl = (id: MediaId): string | null => {
    const base = root()
    return base === null ? null : `${base}${links.pathOf(id)}`
  }
  const linkTo = (review: ReviewRow): string => `${linkUrl()}/agent/reviews/${review.id}`
  const { botToken, channel, apiUrl } = slack
  return [
    slackBoard({
      botToken,
      channel,
      apiUrl,
      clock: core.clock,
      services: bostonServices,
      linkTo,
      photoUrl,
    }),
  ]
}
