import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Board, ReviewRow, StaleCard } from '../../src/core/ports.ts'
import type { ReviewId } from '../../src/core/request.ts'
import type { Boards } from '../../workers/boards.ts'
import { showDue } from '../../workers/boards.ts'

/** A ledger of cards, with the rules that the store's contract asserts, and a clock that is moved. */
function ledger() {
  let now = 1_800_000_000_000
  const reviews = new Map<ReviewId, number>()
  interface Card {
    wanted: number
    shown: number
    card: string | null
    due: number
    attempts: number
    triedAt: number
    maybeSince: number | null
  }
  const cards = new Map<ReviewId, Card>()
  const logged: string[] = []
  const deps: Boards = {
    clock: { now: () => now },
    random: () => 0,
    log: (_level, event) => void logged.push(event),
    store: {
      async cardsDue() {
        for (const [id, version] of reviews)
          if (!cards.has(id))
            cards.set(id, {
              wanted: version,
              shown: 0,
              card: null,
              due: now,
              attempts: 0,
              triedAt: 0,
              maybeSince: null,
            })
        return [...cards].filter(([, c]) => c.shown < c.wanted && c.due <= now).map(([id]) => id)
      },
      async claimCard(id): Promise<StaleCard | null> {
        const card = cards.get(id)
        if (card === undefined || card.shown >= card.wanted || card.due > now) return null
        card.attempts += 1
        card.triedAt = now
        return {
          review: { id, version: reviews.get(id) } as ReviewRow,
          card: card.card,
          wanted: card.wanted,
          attempts: card.attempts,
          claimedAt: now,
          maybePostedSince: card.maybeSince,
        }
      },
      async cardShown({ review: { id }, wanted }, _board, name) {
        const card = cards.get(id)
        if (card !== undefined)
          Object.assign(card, { shown: wanted, card: name, attempts: 0, due: now, maybeSince: null })
      },
      async cardFailed({ review: { id } }, _board, { retryAt, uncertain, card: name }) {
        const card = cards.get(id)
        if (card === undefined) return
        Object.assign(card, { due: retryAt, card: name })
        if (uncertain) card.maybeSince ??= card.triedAt
      },
    },
  }
  return {
    deps,
    logged,
    cards,
    change(id: ReviewId) {
      const version = (reviews.get(id) ?? 0) + 1
      reviews.set(id, version)
      const card = cards.get(id)
      if (card !== undefined) Object.assign(card, { wanted: version, due: now, attempts: 0 })
    },
    versionOf: (id: ReviewId) => reviews.get(id),
    move: (byMs: number) => {
      now += byMs
    },
  }
}

/** A board that shows versions, and fails as it is told. */
function board(fail: () => 'fine' | 'away' | 'lost' | 'limited') {
  const shown = new Map<string, { review: ReviewId; version: number }>()
  let calls = 0
  const it: Board = {
    name: 'board',
    async show(review, card, maybeSince) {
      calls += 1
      const how = fail()
      if (how === 'away') throw new AppError('provider-away', 'away')
      if (how === 'limited') throw new AppError('rate-limited', 'wait', { afterMs: 30_000 })
      const known =
        card ?? (maybeSince === null ? null : [...shown].find(([, s]) => s.review === review.id)?.[0])
      if (card !== null && !shown.has(card)) throw new AppError('not-found', 'gone')
      const name = known ?? `card-${shown.size + 1}`
      shown.set(name, { review: review.id, version: review.version })
      if (how === 'lost') throw new AppError('unknown-outcome', 'cut')
      return name
    },
  }
  return { board: it, shown, calls: () => calls }
}

describe('cards outside', () => {
  it('are all true in the end, one per review, whatever fails on the way', async () => {
    const weather = fc.array(
      fc.record({
        change: fc.integer({ min: 0, max: 5 }),
        fails: fc.constantFrom('fine', 'away', 'lost', 'limited'),
        waitMs: fc.integer({ min: 0, max: 20_000 }),
      }),
      { minLength: 1, maxLength: 25 },
    )
    await fc.assert(
      fc.asyncProperty(weather, async (steps) => {
        const books = ledger()
        let how: 'fine' | 'away' | 'lost' | 'limited' = 'fine'
        const slack = board(() => how)
        for (const step of steps) {
          how = step.fails
          books.change(`rev_0000000${step.change}`)
          await showDue(books.deps, slack.board)
          books.move(step.waitMs)
        }
        how = 'fine'
        for (let n = 0; n < 3; n += 1) {
          books.move(120_000)
          await showDue(books.deps, slack.board)
        }
        const reviews = [...slack.shown.values()].map((s) => s.review)
        expect(new Set(reviews).size).toBe(reviews.length)
        for (const { review, version } of slack.shown.values()) expect(version).toBe(books.versionOf(review))
        expect(slack.shown.size).toBe(books.cards.size)
      }),
      { numRuns: 200 },
    )
  })

  it('are left alone after the first one that is refused for want of rest', async () => {
    const books = ledger()
    const slack = board(() => 'limited')
    for (const n of [1, 2, 3]) books.change(`rev_0000000${n}`)
    await showDue(books.deps, slack.board)
    expect(slack.calls()).toBe(1)
    books.move(29_000)
    await showDue(books.deps, slack.board)
    // The first one rests for as long as it was told to; another one finds out for itself.
    expect(slack.calls()).toBe(2)
  })

  it('are posted anew where somebody deleted them', async () => {
    const books = ledger()
    const slack = board(() => 'fine')
    books.change('rev_00000001')
    await showDue(books.deps, slack.board)
    slack.shown.clear()
    books.change('rev_00000001')
    await showDue(books.deps, slack.board)
    await showDue(books.deps, slack.board)
    expect([...slack.shown.values()]).toEqual([{ review: 'rev_00000001', version: 2 }])
    expect(books.logged).toContain('card.failed')
  })

  it('that cannot be shown hold up no other', async () => {
    const books = ledger()
    const slack = board(() => 'fine')
    const picky: Board = {
      name: 'board',
      show: (review, ...rest) =>
        review.id === 'rev_00000001'
          ? Promise.reject(new AppError('provider-refused', 'invalid_blocks'))
          : slack.board.show(review, ...rest),
    }
    for (const n of [1, 2, 3]) books.change(`rev_0000000${n}`)
    expect(await showDue(books.deps, picky)).toBe(2)
  })
})
