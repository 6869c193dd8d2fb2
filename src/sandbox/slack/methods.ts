/**
 * What each method of the Web API does, and the word it refuses with.
 * @module
 */
import type { z } from 'zod'
import { MessageBlocks, Metadata, problemsOf, View } from './block-kit.ts'
import type { PlayedMessage, PlayedView } from './types.ts'
import type { ApiState } from './web-api.ts'

/** As in a form: JSON in text. */
export type Args = Readonly<Record<string, string | undefined>>
type Answer = Readonly<Record<string, unknown>>
type Content = Pick<PlayedMessage, 'text' | 'blocks' | 'metadata'>

const ok = (more: Answer = {}): Answer => ({ ok: true, ...more })
const no = (error: string, messages: readonly string[] = []): Answer => ({
  ok: false,
  error,
  ...(messages.length > 0 && { response_metadata: { messages } }),
})
/** More text than this is refused by `chat.update`, and cut by `chat.postMessage`. */
const longestUpdate = 4_000
const longestText = 40_000
/** All blocks of a message together; measured by others, documented nowhere. */
const longestBlocks = 13_000

export function methods(api: ApiState): Readonly<Record<string, (args: Args) => Answer>> {
  const { options, state, team } = api
  const bot = { bot_id: 'B0SANDBOX', user_id: 'U0SANDBOXBOT' }

  const noChannel = ({ channel = '' }: Args): string | null =>
    options.channels.includes(channel) ? null : 'channel_not_found'

  /** The content of a message, or what is wrong with it. */
  function contentOf(args: Args): { readonly content: Content } | { readonly refusal: Answer } {
    const blocks = parsed(args.blocks, MessageBlocks, [])
    if ('problems' in blocks) return { refusal: no('invalid_blocks', blocks.problems) }
    if ((args.blocks ?? '').length > longestBlocks) return { refusal: no('msg_blocks_too_long') }
    const metadata = parsed(args.metadata, Metadata, null)
    if ('problems' in metadata) return { refusal: no('invalid_metadata_format', metadata.problems) }
    const { text = '' } = args
    if (text === '' && blocks.value.length === 0) return { refusal: no('no_text') }
    return { content: { text, blocks: blocks.value, metadata: metadata.value } }
  }

  const shown = (message: PlayedMessage, withMetadata: boolean) => ({
    type: 'message',
    user: bot.user_id,
    bot_id: bot.bot_id,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    ...(message.metadata !== null && {
      metadata: withMetadata
        ? message.metadata
        : { event_type: message.metadata.event_type, event_payload: {} },
    }),
  })
  const shownView = ({ id, hash, view }: PlayedView) => ({
    id,
    hash,
    team_id: team,
    ...view,
    state: { values: {} },
    root_view_id: id,
    bot_id: bot.bot_id,
  })

  return {
    'auth.test': () =>
      ok({ url: 'https://sandbox.invalid/', team: 'Sandbox', user: '311', team_id: team, ...bot }),

    'chat.postMessage'(args) {
      const wrong = noChannel(args)
      if (wrong !== null) return no(wrong)
      const given = contentOf(args)
      if ('refusal' in given) return given.refusal
      const { content } = given
      const { channel = '' } = args
      const message = state.post({ ...content, channel, text: content.text.slice(0, longestText) })
      return ok({ channel, ts: message.ts, message: shown(message, true) })
    },

    'chat.update'(args) {
      const wrong = noChannel(args)
      if (wrong !== null) return no(wrong)
      const before = state.message(args.ts ?? '')
      if (before === null || before.channel !== args.channel) return no('message_not_found')
      if (before.metadata === null && before.blocks.length === 0) return no('cant_update_message')
      const given = contentOf(args)
      if ('refusal' in given) return given.refusal
      const { content } = given
      if (content.text.length > longestUpdate) return no('msg_too_long')
      state.change(before.ts, { ...content, metadata: content.metadata ?? before.metadata })
      return ok({ channel: before.channel, ts: before.ts, text: content.text })
    },

    'chat.postEphemeral'(args) {
      const wrong = noChannel(args)
      if (wrong !== null) return no(wrong)
      if (!/^[UW]/.test(args.user ?? '')) return no('user_not_in_channel')
      const given = contentOf(args)
      if ('refusal' in given) return given.refusal
      const { content } = given
      const { channel = '', user = '' } = args
      return ok({
        message_ts: state.whisper({ channel, user, text: content.text, blocks: content.blocks }),
      })
    },

    'conversations.history'(args) {
      const wrong = noChannel(args)
      if (wrong !== null) return no(wrong)
      const oldest = Number(args.oldest ?? 0)
      const limit = Math.min(999, Math.max(1, Number(args.limit ?? 100)))
      const from = Number(args.cursor ?? 0)
      const all = state
        .messages()
        .filter((m) => m.channel === args.channel && Number(m.ts) >= oldest)
        .toReversed()
      const page = all.slice(from, from + limit)
      const more = from + limit < all.length
      return ok({
        messages: page.map((m) => shown(m, args.include_all_metadata === 'true')),
        has_more: more,
        response_metadata: { next_cursor: more ? String(from + limit) : '' },
      })
    },

    'views.open'(args) {
      const view = parsed(args.view, View, null)
      if ('problems' in view || view.value === null)
        return no('invalid_arguments', 'problems' in view ? view.problems : ['missing view'])
      const who = state.exchange(args.trigger_id ?? '')
      if ('error' in who) return no(who.error)
      return ok({ view: shownView(state.open(who.user, view.value)) })
    },

    'views.update'(args) {
      const view = parsed(args.view, View, null)
      if ('problems' in view || view.value === null)
        return no('invalid_arguments', 'problems' in view ? view.problems : ['missing view'])
      const open = state.view(args.view_id ?? '')
      if (open === null) return no('not_found')
      if (args.hash !== undefined && args.hash !== open.hash) return no('hash_conflict')
      return ok({ view: shownView(state.replace(open, view.value)) })
    },

    'apps.connections.open': () =>
      options.transport == null ? no('not_allowed_token_type') : ok({ url: options.transport.url() }),
  }
}

/** JSON of an argument, held against its shape. */
function parsed<S extends z.ZodType, D>(
  text: string | undefined,
  shape: S,
  missing: D,
): { readonly value: z.infer<S> | D } | { readonly problems: readonly string[] } {
  if (text === undefined) return { value: missing }
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { problems: ['[ERROR] no JSON'] }
  }
  const result = shape.safeParse(given)
  return result.success ? { value: result.data } : { problems: problemsOf(result.error) }
}
