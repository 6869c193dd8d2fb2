/**
 * Asks a geocoder about the places of a message, outside of the turn: while it thinks, no lock and no connection to
 * the ledger is held. The turn is tried once, finds what it wants to know, is let go, and is taken for good with the
 * answers, or without them when they did not come in time.
 * @module
 */
import { asAppError } from '../src/core/errors.ts'
import type { Log } from '../src/core/events.ts'
import type { PlaceAnswer, PlaceQuestion } from '../src/core/place-check.ts'
import { checked, keyOf, questionsOf } from '../src/core/place-check.ts'
import type { Geocoder } from '../src/core/ports.ts'
import type { Hints, Understanding } from '../src/core/understanding.ts'

export interface PlaceCheck {
  readonly geocoder: Geocoder
  /** A turn waits for the answers no longer than this. */
  readonly budgetMs: number
}

/** Thrown out of a turn that must ask first. Nothing of the turn was written. */
export class MustAsk extends Error {
  readonly questions: readonly PlaceQuestion[]
  constructor(questions: readonly PlaceQuestion[]) {
    super('places are to be asked for first')
    this.name = 'MustAsk'
    this.questions = questions
  }
}

/** The answers that one job has got so far. */
export interface Answers {
  /** The understanding with its places checked. Throws `MustAsk` the first time, where there is something to ask. */
  check(messageId: string, text: string, read: Understanding, hints: Hints): Understanding
  /** Asks, and never throws: what does not come in time is no answer. */
  fetch(questions: readonly PlaceQuestion[]): Promise<void>
}

export function answersFor(places: PlaceCheck | undefined, log: Log): Answers {
  const known = new Map<string, PlaceAnswer>()
  let asked = false
  return {
    check(messageId, text, read, hints) {
      if (places === undefined) return read
      if (!asked) {
        const questions = questionsOf(text, read, hints)
        if (questions.length > 0) throw new MustAsk(questions)
        return read
      }
      const { understanding, outcomes } = checked(text, read, hints, (q) => known.get(keyOf(q)) ?? null)
      for (const outcome of outcomes) log('debug', 'place.checked', { messageId, outcome })
      return understanding
    },
    async fetch(questions) {
      asked = true
      if (places === undefined) return
      const { geocoder, budgetMs } = places
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<'late'>((resolve) => {
        timer = setTimeout(() => resolve('late'), budgetMs)
      })
      await Promise.all(
        questions.map(async (question) => {
          const answer = await Promise.race([answerTo(geocoder, question), late]).catch(
            (thrown: unknown) => asAppError(thrown).code,
          )
          if (typeof answer === 'string')
            log('debug', 'place.unchecked', { code: answer === 'late' ? 'provider-slow' : answer })
          else known.set(keyOf(question), answer)
        }),
      )
      clearTimeout(timer)
    },
  }
}

async function answerTo(geocoder: Geocoder, question: PlaceQuestion): Promise<PlaceAnswer> {
  if (question.ask === 'reverse') return { ask: 'reverse', place: await geocoder.reverse(question.point) }
  const { query, near } = question
  return { ask: 'find', places: await geocoder.find(query, near === null ? {} : { near }) }
}
