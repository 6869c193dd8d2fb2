/**
 * The few methods of Slack's Web API that we call. No retries here: who calls decides, with the ledger.
 * https://docs.slack.dev/reference/methods
 * @module
 */
import { type types, webApi } from '@slack/bolt'
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import type { Clock } from '../../core/ports.ts'
import type { CardMessage } from './card.ts'
import { slackFailure } from './errors.ts'
import { silent } from './silent.ts'
import { seenIn } from './value.ts'

export interface SlackApiOptions {
  readonly botToken: string
  /** `https://slack.com/api`, or what stands in its place (GovSlack, a proxy, a test server). */
  readonly apiUrl: string
  readonly clock: Clock
  readonly timeoutMs: number
}
/** A message on its way; `review` goes along as metadata, by which it is found again. */
export interface OutgoingCard extends CardMessage {
  readonly review: string
}
export interface OpenedView {
  readonly id: string
  readonly hash: string
}

/** What our messages are called in their metadata. Everyone in the workspace can read these: ids only. */
export const eventType = 'intake311_review'

const Posted = z.object({ channel: z.string(), ts: z.string() })
const Viewed = z.object({ view: z.object({ id: z.string(), hash: z.string() }) })
const Tested = z.object({
  team_id: z.string(),
  bot_id: z.string().optional(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
})
const History = z.object({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z.unknown().optional(),
      blocks: z.array(z.looseObject({ block_id: z.string().optional() })).optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})
const OurMetadata = z.object({
  event_type: z.literal(eventType),
  event_payload: z.object({ review: z.string() }),
})

/** By its metadata; by its block ids where Slack keeps the metadata from us. */
function isAbout(
  { metadata, blocks = [] }: z.infer<typeof History>['messages'][number],
  review: string,
): boolean {
  const parsed = OurMetadata.safeParse(metadata)
  if (parsed.success) return parsed.data.event_payload.review === review
  return blocks.some(({ block_id = '' }) => seenIn(block_id)?.review === review)
}

/** Every method throws AppError with the verdict of the error table. */
export function slackApi({ botToken, apiUrl, clock, timeoutMs }: SlackApiOptions) {
  const client = new webApi.WebClient(botToken, {
    slackApiUrl: `${apiUrl.replace(/\/+$/, '')}/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    allowAbsoluteUrls: false,
    logger: silent,
  })
  /** Slack wants none of a method's calls before these times. */
  const quietUntil = new Map<string, number>()

  async function call<S extends z.ZodType>(
    method: string,
    args: Record<string, unknown>,
    shape: S,
    posting = false,
  ): Promise<z.infer<S>> {
    const pause = (quietUntil.get(method) ?? 0) - clock.now()
    if (pause > 0) throw new AppError('rate-limited', `Slack, ${method}: not yet`, { afterMs: pause })
    const answer = await client.apiCall(method, args).catch((thrown: unknown) => {
      const failure = slackFailure(thrown, method, posting)
      if (failure.code === 'rate-limited') quietUntil.set(method, clock.now() + (failure.afterMs ?? 1000))
      throw failure
    })
    const parsed = shape.safeParse(answer)
    if (parsed.success) return parsed.data
    throw new AppError(posting ? 'unknown-outcome' : 'provider-refused', `Slack, ${method}: an odd answer`)
  }

  const written = ({ text, blocks, review }: OutgoingCard) => ({
    text,
    blocks,
    metadata: { event_type: eventType, event_payload: { review } },
    // Else Slack goes looking for names and addresses in the fallback text.
    parse: 'none',
    link_names: false,
  })

  return {
    /** Whose token this is, and what it may do (null: Slack did not say). */
    async whoAmI(): Promise<{ readonly team: string; readonly scopes: readonly string[] | null }> {
      const tested = await call('auth.test', {}, Tested)
      return { team: tested.team_id, scopes: tested.response_metadata?.scopes ?? null }
    },
    async post(channel: string, card: OutgoingCard): Promise<z.infer<typeof Posted>> {
      const args = { channel, ...written(card), unfurl_links: false, unfurl_media: false }
      return call('chat.postMessage', args, Posted, true)
    },
    async update(channel: string, ts: string, card: OutgoingCard): Promise<void> {
      await call('chat.update', { channel, ts, ...written(card) }, z.object({}))
    },
    /** For one agent only; gone when Slack is loaded anew. */
    async whisper(channel: string, user: string, message: CardMessage): Promise<void> {
      await call('chat.postEphemeral', { channel, user, ...message, parse: 'none' }, z.object({}), true)
    },
    /** The message that carries this review, posted at or after `since` (Unix milliseconds). */
    async find(channel: string, review: string, since: number): Promise<string | null> {
      const oldest = (since / 1000).toFixed(6)
      let cursor: string | undefined
      for (let page = 0; page < maxPages; page += 1) {
        const { messages, response_metadata } = await call(
          'conversations.history',
          { channel, oldest, inclusive: true, include_all_metadata: true, limit: pageSize, cursor },
          History,
        )
        const ours = messages.find((message) => isAbout(message, review))
        if (ours !== undefined) return ours.ts
        cursor = response_metadata?.next_cursor
        if (cursor === undefined || cursor === '') return null
      }
      // Thousands of messages since: if it is there, nobody looks at it any more.
      return null
    },
    async open(triggerId: string, view: types.ModalView): Promise<OpenedView> {
      return (await call('views.open', { trigger_id: triggerId, view }, Viewed, true)).view
    },
    async change(viewId: string, view: types.ModalView): Promise<void> {
      await call('views.update', { view_id: viewId, view }, Viewed)
    },
  }
}
export type SlackApi = ReturnType<typeof slackApi>

const pageSize = 200
const maxPages = 20
