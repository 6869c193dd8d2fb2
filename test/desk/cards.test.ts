import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { services } from '../../src/city/boston/services/index.ts'
import type { Board, ReviewRow } from '../../src/core/ports.ts'
import { slackBoard } from '../../src/desk/slack/index.ts'
import type { RunningSlackPlayer } from '../../src/sandbox/slack/index.ts'
import { startSlackPlayer } from '../../src/sandbox/slack/index.ts'
import type { Boards } from '../../workers/boards.ts'
import { showDue } from '../../workers/boards.ts'
import type { RealStage } from '../support/real-stage.ts'
import { realStage } from '../support/real-stage.ts'

const channel = 'C0REVIEWS'
const keys = { botToken: 'xoxb-of-tests', signingSecret: 'signing-secret-of-tests' }
const reviewCount = 40
const secondMs = 1_000
const minuteMs = 60 * secondMs

/** The real ledger, the real worker, the real board; Slack is played, and time is moved by hand. */
describe('cards in Slack, with the ledger behind them,', () => {
  let now = Date.UTC(2026, 10, 20, 15)
  const clock = { now: () => now }
  let stage: RealStage
  let slack: RunningSlackPlayer
  let board: Board
  let deps: Boards
  beforeAll(async () => {
    stage = await realStage(clock)
    slack = await startSlackPlayer({ ...keys, channels: [channel], clock, gatewayUrl: () => '' })
    board = slackBoard({
      botToken: keys.botToken,
      channel,
      apiUrl: slack.url,
      clock,
      services,
      linkTo: ({ id }) => `https://311.example.org/agent/reviews/${id}`,
      photoUrl: () => null,
    })
    deps = { store: stage.store, clock, random: () => 0, log: () => undefined }
  })
  afterAll(async () => {
    await slack?.stop()
    await stage?.close()
  })
  const cardsOf = ({ request }: ReviewRow) =>
    slack.messages(channel).filter((m) => JSON.stringify(m).includes(request.reference))
  /** A second of a worker's life. */
  const tick = async (): Promise<void> => {
    await showDue(deps, board)
    now += secondMs
  }
  const decide = (review: ReviewRow, n: number) =>
    stage.desk.decide({
      key: `cards ${review.id} ${n}`,
      surface: 'console',
      agent: 'kim',
      reviewId: review.id,
      ...(n % 2 === 0
        ? { action: 'change' as const, code: 'pothole' }
        : { action: 'refuse' as const, note: 'It is not ours.' }),
    })

  it('are all true after rate limits, lost answers and ten minutes without Slack', async () => {
    const reviews: ReviewRow[] = []
    slack.limit(true)
    for (let n = 0; n < reviewCount; n += 1) {
      reviews.push(
        await stage.put({ words: `report number ${n}`, others: [{ code: 'pothole', confidence: 0.3 }] }),
      )
      if (n % 8 === 3) slack.fault({ kind: 'lost-answer' })
      if (n % 8 === 6) slack.fault({ kind: 'rate-limited', retryAfterS: 5 })
      await tick()
    }
    // Slack goes; agents decide in the browser, residents write, and nobody waits for it.
    slack.away(true)
    const wentAt = now
    for (const [n, review] of reviews.entries()) {
      if (n % 3 === 0) await decide(review, n)
      if (n % 5 === 1) await stage.addWords(review.id, `more on number ${n}`)
      await tick()
    }
    while (now - wentAt < 10 * minuteMs) {
      await showDue(deps, board)
      now += 20 * secondMs
    }
    slack.away(false)
    const due = () => stage.store.cardsDue(board.name, now + 2 * minuteMs, 1_000)
    for (let n = 0; n < 600 && (await due()).length > 0; n += 1) await tick()
    expect(await due()).toEqual([])

    for (const review of reviews) {
      const truth = await stage.desk.review(review.id)
      const [card, ...others] = cardsOf(review)
      expect(others).toEqual([])
      const shown = JSON.stringify(card)
      for (const line of truth?.request.description.split('\n') ?? []) expect(shown).toContain(line)
      expect(shown.includes('"action_id":"refuse"')).toBe(truth?.closed === null)
      if (truth?.closed !== null) {
        expect(shown).toContain('kim')
        expect(shown).toContain('in the console')
        expect(shown).toMatch(truth?.closed.outcome === 'refused' ? /Refused/ : /Changed and accepted/)
      }
    }
    expect(slack.messages(channel)).toHaveLength(reviewCount)
  }, 60_000)
})
