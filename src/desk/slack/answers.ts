/**
 * What an agent is told of what came of a click. Markup is ours.
 * @module
 */
import type { AppError } from '../../core/errors.ts'
import type { DeskAnswer, ReviewRow } from '../../core/ports.ts'
import { outcomeWords } from '../words.ts'
import type { CardMessage } from './card.ts'
import { limits, plain } from './limits.ts'
import { date, escaped, nameOf } from './mrkdwn.ts'
import { actions, type Seen } from './value.ts'

/** `takeOver`: whether a button that takes the review over would help. */
export interface Told {
  readonly words: string
  readonly takeOver: boolean
}

const just = (words: string): Told => ({ words, takeOver: false })

/** After a decision. `did`: what the agent wanted, as it reads once it is done. */
export function toldOfDecision(answer: DeskAnswer, did: string): Told {
  if (answer.outcome === 'done') return just(`${did}: ${referenceOf(answer.review)}.`)
  return refusal(answer.why, answer.review)
}

/** After a claim. */
export function toldOfClaim(answer: DeskAnswer): Told {
  if (answer.outcome === 'refused') return refusal(answer.why, answer.review)
  const { claim } = answer.review
  const until = claim === null ? '' : ` until ${date(claim.until, '{time}')}`
  return just(`${referenceOf(answer.review)} is yours${until}.`)
}

function refusal(why: Extract<DeskAnswer, { outcome: 'refused' }>['why'], review: ReviewRow | null): Told {
  const which = review === null ? 'This review' : referenceOf(review)
  switch (why) {
    case 'unknown':
      return just('Nothing was done: this review is not known any more.')
    case 'decided':
      return just(`Nothing was done: ${which} was decided before${decidedBy(review)}.`)
    case 'held':
      return { words: `Nothing was done: ${which} is taken${heldBy(review)}.`, takeOver: true }
    case 'changed':
      return just(`Nothing was done: ${which} has changed since you saw it. Look at its card again.`)
    case 'impossible':
      return just(`Nothing was done: ${which} can't go on like this. It may need a service first.`)
  }
}

function decidedBy(review: ReviewRow | null): string {
  const closed = review?.closed ?? null
  if (closed === null) return ''
  const what = escaped(outcomeWords(closed.outcome))
  return ` by ${nameOf(closed.by)}, ${date(closed.at)} (${what})`
}
function heldBy(review: ReviewRow | null): string {
  const claim = review?.claim ?? null
  return claim === null ? '' : ` by ${nameOf(claim.agent)} until ${date(claim.until, '{time}')}`
}
const referenceOf = ({ request }: ReviewRow): string => escaped(request.reference)

/** After a decision that was not waited for. */
export const stillWorking: Told = just('Still working on it. You will be told here what came of it.')
/** What nobody can press any more. */
export const tooLate: Told = just('That took too long for Slack. Press the button again.')

/** After an error: what it means for the agent, who can't mend it. */
export function toldOfFailure(error: AppError): Told {
  return error.retry === 'never'
    ? just('That did not work, because of a mistake of ours. The console may still take it.')
    : just('Nothing was done: the ledger does not answer right now. Nothing is lost. Try again in a minute.')
}

/** As a message for one agent. */
export function whisperOf({ words, takeOver }: Told, seen: Seen): CardMessage {
  return {
    text: words,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: words, verbatim: true } },
      ...(takeOver
        ? [
            {
              type: 'actions' as const,
              elements: [
                {
                  type: 'button' as const,
                  action_id: actions.takeOver,
                  text: plain('Take over', limits.buttonText),
                  value: JSON.stringify(seen),
                },
              ],
            },
          ]
        : []),
    ],
  }
}
