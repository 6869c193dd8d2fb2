/**
 * What buttons and modals carry there and back. Signed by Slack on its way in, and still parsed.
 * @module
 */
import { z } from 'zod'
import { Slug } from '../../core/catalogue.ts'
import { ReviewId } from '../../core/request.ts'
import { Place } from '../../core/understanding.ts'

/** A review as the agent saw it. `seen`: when its request had been changed last, Unix milliseconds. */
export const Seen = z.object({ review: ReviewId, seen: z.number() })
export type Seen = z.infer<typeof Seen>

/** The value of a button. `code`: the service it stands for. */
export const ButtonValue = Seen.extend({ code: Slug.optional() })
export type ButtonValue = z.infer<typeof ButtonValue>

/** What a modal is for. */
export const ModalKind = z.enum(['refuse', 'place'])
export type ModalKind = z.infer<typeof ModalKind>

/** `private_metadata` of a modal: what it is about, where it was opened, and the candidates it shows. */
export const ModalFacts = Seen.extend({
  kind: ModalKind,
  /** Channel of the card: where the agent is told what came of it. */
  channel: z.string(),
  reference: z.string(),
  /** The service it has, as the agent saw it. */
  service: z.object({ code: Slug, name: z.string() }).nullable(),
  typed: z.string().default(''),
  places: z.array(Place).default([]),
})
export type ModalFacts = z.infer<typeof ModalFacts>

/** The actions of our cards and modals. A number after a colon tells buttons of one kind apart. */
export const actions = {
  accept: 'accept',
  suggestion: 'suggestion',
  service: 'service',
  askWhere: 'ask-where',
  askWhat: 'ask-what',
  refuse: 'refuse',
  place: 'place',
  claim: 'claim',
  takeOver: 'take-over',
} as const
export type ActionName = (typeof actions)[keyof typeof actions]

const names: ReadonlySet<string> = new Set(Object.values(actions))

/** `suggestion:2` is a `suggestion`; null for actions that are not ours. */
export function actionOf(actionId: string): ActionName | null {
  const name = actionId.replace(/:\d+$/, '')
  return names.has(name) ? (name as ActionName) : null
}

/**
 * Block ids: another one in every iteration of a card, or Slack's clients keep showing what was chosen before.
 * That of the service menu carries the review, because an option's value is too short for it.
 */
export const blockId = (name: string, { review, seen }: Seen, version: number): string =>
  [name, review, seen, version].join('|')

/** The review in a block id, or null. */
export function seenIn(id: string): Seen | null {
  const [, review, seen] = id.split('|')
  const parsed = Seen.safeParse({ review, seen: Number(seen) })
  return parsed.success ? parsed.data : null
}

/** JSON of a stranger, or undefined. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
