/**
 * The card of a review. Pure: the same review, the same card. Whatever a resident wrote is plain text, so that no
 * markup, mention or link of theirs can come to life.
 * @module
 */
import type { types } from '@slack/bolt'
import type { Service } from '../../core/catalogue.ts'
import type { ReviewRow } from '../../core/ports.ts'
import { masked, redacted } from '../../core/privacy.ts'
import type { MediaId } from '../../core/request.ts'
import { channelWords, languageWords, outcomeWords, percent, reasonWords } from '../words.ts'
import { decisionBlocks } from './buttons.ts'
import { cut, limits, plain } from './limits.ts'
import { date, escaped, link, nameOf, plainNameOf, whereOf } from './mrkdwn.ts'
import { blockId } from './value.ts'

export type Block = types.KnownBlock

export interface CardDeps {
  readonly services: readonly Service[]
  /** The review's page in the console. */
  readonly linkTo: (review: ReviewRow) => string
  /** Where Slack can fetch a photo for a while; null where nobody outside can. */
  readonly photoUrl: (mediaId: MediaId) => string | null
}
/** `text` is what notifications and screen readers get. */
export interface CardMessage {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** The console shows the rest. */
const maxPhotos = 3
const maxWords = 2_800
const maxWordsClosed = 600

/** `withPhotos` false: Slack could not fetch one and refuses the whole card for it. */
export function cardOf(deps: CardDeps, review: ReviewRow, withPhotos: boolean): CardMessage {
  const { request, closed } = review
  const names = new Map(deps.services.map((s) => [s.code, s.name]))
  const nameOfService = (code: string) => names.get(code) ?? code
  const photos = closed === null && withPhotos ? photoBlocks(deps, review) : []
  const words = redacted(request.description).trim()
  const shown = cut(words === '' ? '(no words)' : words, closed === null ? maxWords : maxWordsClosed)
  const service = slot(request.service_code && nameOfService(request.service_code), request.category)
  const place = slot(placeOf(review), request.location)
  const blocks: Block[] = [
    { type: 'header', text: plain(titleOf(review), limits.header) },
    { type: 'section', text: plain(shown, limits.section) },
    ...photos,
    {
      type: 'section',
      fields: [
        plain(`Service\n${service ?? 'unclear'}`, limits.field),
        plain(`Place\n${place ?? 'unclear'}`, limits.field),
      ],
    },
    context(factsOf(deps, review, photos.length)),
    ...(closed === null ? heldBlocks(review) : [context([closedWords(review)])]),
    ...(closed === null ? decisionBlocks(review, nameOfService) : []),
  ]
  const text = [
    titleOf(review),
    closed === null ? reasonWords[review.reason].long : closedPlain(review),
    shown,
    `Service: ${service ?? 'unclear'}`,
    `Place: ${place ?? 'unclear'}`,
  ].join('\n')
  return { text: escaped(cut(text, limits.fallback)), blocks: named(blocks, review) }
}

const context = (lines: readonly string[]): Block => ({
  type: 'context',
  elements: lines.slice(0, limits.contextElements).map((text) => ({ type: 'mrkdwn', text, verbatim: true })),
})

function titleOf({ reason, pinned, request, closed }: ReviewRow): string {
  const title = `${reasonWords[reason].short} · ${request.reference}`
  if (closed !== null) return `Closed: ${title}`
  return pinned ? `🚨 ${title}` : title
}

/** `Pothole (81 %)`; who said it where it was no guess. */
function slot(value: string | null, settled: ReviewRow['request']['category']): string | null {
  if (value === null || value === '') return null
  const sure =
    settled === null ? null : settled.confidence === null ? `by ${settled.by}` : percent(settled.confidence)
  return sure === null ? value : `${value} (${sure})`
}

function placeOf({ request: { place } }: ReviewRow): string | null {
  if (place === null) return null
  return place.neighborhood === null ? place.address : `${place.address}, ${place.neighborhood}`
}

function photoBlocks({ photoUrl }: CardDeps, { photoIds, request }: ReviewRow): Block[] {
  const urls = photoIds
    .slice(0, maxPhotos)
    .map((id) => photoUrl(id))
    .filter((url) => url !== null)
    .filter((url) => url.length <= limits.url)
  return urls.map((url, n) => ({
    type: 'image',
    image_url: url,
    alt_text: cut(`Photo ${n + 1} of ${photoIds.length}, sent with ${request.reference}`, limits.altText),
  }))
}

function factsOf({ linkTo }: CardDeps, review: ReviewRow, photosShown: number): readonly string[] {
  const { request, photoIds, caseRef, closed } = review
  const from = `${channelWords[request.channel]} from ${escaped(masked(review.resident))}`
  const more = photoIds.length - photosShown
  return [
    ...(closed === null ? [`*${escaped(reasonWords[review.reason].long)}*`] : []),
    `${from} · ${escaped(languageWords[request.language])} · ${date(Date.parse(request.requested_datetime))}`,
    ...(caseRef === null
      ? []
      : [`Case ${escaped(caseRef.number ?? caseRef.id)} in ${escaped(caseRef.system)}`]),
    ...(more > 0 ? [`${more} ${more === 1 ? 'photo' : 'photos'} in the console`] : []),
    link(linkTo(review), 'Open in the console'),
  ]
}

function heldBlocks({ claim, askedAt, optedOut }: ReviewRow): Block[] {
  const lines = [
    ...(optedOut ? ['🔇 This resident stopped our messages: nothing is sent to them.'] : []),
    ...(askedAt === null ? [] : [`💬 Asked the resident ${date(askedAt)}, no answer yet`]),
    ...(claim === null ? [] : [`🔒 ${nameOf(claim.agent)} works on it until ${date(claim.until, '{time}')}`]),
  ]
  return lines.length === 0 ? [] : [context(lines)]
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function closedWords({ closed }: ReviewRow): string {
  if (closed === null) return ''
  const what = escaped(capitalised(outcomeWords(closed.outcome)))
  return `*${what}* by ${nameOf(closed.by)}${whereOf(closed.surface)} · ${date(closed.at)}`
}
function closedPlain({ closed }: ReviewRow): string {
  return closed === null ? '' : `${capitalised(outcomeWords(closed.outcome))} by ${plainNameOf(closed.by)}`
}

/** Blocks without a name of their own get one that is new in every iteration. */
function named(blocks: readonly Block[], review: ReviewRow): readonly Block[] {
  const facts = { review: review.id, seen: seenOf(review) }
  return blocks.map((block, n) => ({ block_id: blockId(`b${n}`, facts, review.version), ...block }))
}

/** When what an agent sees here was changed last. Unix milliseconds. */
export const seenOf = ({ request }: ReviewRow): number => Date.parse(request.updated_datetime)
