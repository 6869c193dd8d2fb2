/**
 * Reviews as cards in a channel. One card a review, kept true by the worker that calls it.
 * @module
 */
import { AppError } from '../../core/errors.ts'
import type { Board, ReviewRow } from '../../core/ports.ts'
import type { SlackApi } from './api.ts'
import { type CardDeps, cardOf } from './card.ts'

export interface BoardDeps extends CardDeps {
  readonly api: SlackApi
  /** Id of the channel (`C…` or `G…`). */
  readonly channel: string
}

/** Clocks of ours and Slack's may differ by this much. Milliseconds. */
const clockSkewMs = 120_000

interface Card {
  readonly channel: string
  readonly ts: string
}
/** `C0123456789:1700000000.000100`: how a card is called in the ledger. */
const nameOf = ({ channel, ts }: Card): string => `${channel}:${ts}`
function cardNamed(name: string): Card {
  const [, channel, ts] = /^([A-Z0-9]+):(\d+\.\d+)$/.exec(name) ?? []
  if (channel === undefined || ts === undefined) throw new AppError('not-found', 'this is no card of Slack')
  return { channel, ts }
}

/** Card ids are `channel:ts`. A post whose outcome is not known is looked for before it is made again. */
export function slackBoard(deps: BoardDeps): Board {
  const { api, channel } = deps

  async function show(review: ReviewRow, known: Card | null): Promise<string> {
    const put = async (withPhotos: boolean): Promise<string> => {
      const card = { ...cardOf(deps, review, withPhotos), review: review.id }
      if (known === null) return nameOf(await api.post(channel, card))
      await api.update(known.channel, known.ts, card)
      return nameOf(known)
    }
    return put(true).catch((error: unknown) => {
      // Slack fetches photos while we wait and refuses the whole card where it can't. Better a card without.
      const photos = error instanceof AppError && error.providerCode === 'invalid_blocks' && hasPhotos(review)
      if (photos) return put(false)
      throw gone(error, known)
    })
  }
  const hasPhotos = ({ closed, photoIds }: ReviewRow) =>
    closed === null && photoIds.some((id) => deps.photoUrl(id) !== null)

  /** A card in a channel that we no longer use and no longer reach is gone; its review gets one in the new channel. */
  function gone(error: unknown, known: Card | null): unknown {
    const left = ['channel_not_found', 'not_in_channel', 'is_archived', 'is_inactive']
    const elsewhere = known !== null && known.channel !== channel
    if (elsewhere && error instanceof AppError && left.includes(error.providerCode ?? ''))
      return new AppError('not-found', 'the card is in a channel of the past', { cause: error })
    return error
  }

  return {
    name: 'slack',
    async show(review, card, maybePostedSince) {
      if (card !== null) return show(review, cardNamed(card))
      if (maybePostedSince === null) return show(review, null)
      const ts = await api.find(channel, review.id, maybePostedSince - clockSkewMs)
      return show(review, ts === null ? null : { channel, ts })
    },
  }
}
