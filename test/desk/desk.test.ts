import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskAnswer, DeskCommand, ReviewRow } from '../../src/core/ports.ts'
import { claimMs } from '../../src/desk/desk.ts'
import type { RealStage } from '../support/real-stage.ts'
import { realStage } from '../support/real-stage.ts'

let now = Date.UTC(2026, 10, 20, 15)
let stage: RealStage
let keys = 0
beforeAll(async () => {
  stage = await realStage({ now: () => now })
})
afterAll(() => stage.close())

const unclear = () =>
  stage.put({ words: 'its happening again', others: [{ code: 'pothole', confidence: 0.3 }] })
const command = (review: ReviewRow, more: Partial<DeskCommand> = {}): DeskCommand => {
  keys += 1
  return {
    reviewId: review.id,
    key: `test ${keys}`,
    surface: 'test',
    action: 'change',
    code: 'pothole',
    agent: 'a1',
    ...more,
  }
}
const refusal = (answer: DeskAnswer) => (answer.outcome === 'refused' ? answer.why : answer.outcome)

describe('the desk', () => {
  it('takes one of three decisions made at the same moment, fifty times', async () => {
    for (let n = 0; n < 50; n += 1) {
      const review = await unclear()
      const answers = await Promise.all(
        ['console', 'slack', 'api'].map((surface) =>
          stage.desk.decide(command(review, { surface, agent: surface })),
        ),
      )
      expect(answers.map(refusal).toSorted()).toEqual(['decided', 'decided', 'done'])
      const winner = ['console', 'slack', 'api'][answers.findIndex((a) => a.outcome === 'done')]
      for (const answer of answers)
        expect(answer.review?.closed).toMatchObject({ by: `agent:${winner}`, outcome: 'changed' })
      expect(await stage.effectsOf(review.request.id)).toEqual(['file', 'reply'])
      expect((await stage.desk.history(review)).filter((line) => line.what === 'review-closed')).toHaveLength(
        1,
      )
    }
  })

  it('takes the same command once and answers it the same', async () => {
    const review = await unclear()
    const once = command(review)
    const answers = await Promise.all([once, once, once].map((c) => stage.desk.decide(c)))
    expect(answers.map(refusal)).toEqual(['done', 'done', 'done'])
    expect(refusal(await stage.desk.decide(once))).toBe('done')
    expect(await stage.effectsOf(review.request.id)).toEqual(['file', 'reply'])
  })

  it('keeps a review for whoever claimed it, for as long as the lease lasts', async () => {
    const review = await unclear()
    expect(refusal(await stage.desk.claim(review.id, 'a1', false))).toBe('done')
    expect(refusal(await stage.desk.claim(review.id, 'a2', false))).toBe('held')
    expect(refusal(await stage.desk.decide(command(review, { agent: 'a2' })))).toBe('held')
    now += claimMs
    expect((await stage.desk.review(review.id))?.claim).toBeNull()
    expect(refusal(await stage.desk.decide(command(review, { agent: 'a2' })))).toBe('done')
    expect(refusal(await stage.desk.claim(review.id, 'a1', true))).toBe('decided')
  })

  it('lets a second agent take over', async () => {
    const review = await unclear()
    await stage.desk.claim(review.id, 'a1', false)
    expect(refusal(await stage.desk.claim(review.id, 'a2', true))).toBe('done')
    expect(refusal(await stage.desk.decide(command(review)))).toBe('held')
    expect(refusal(await stage.desk.decide(command(review, { takeOver: true })))).toBe('done')
  })

  it('does not decide on what the agent has not seen', async () => {
    const review = await unclear()
    const seen = Date.parse(review.request.updated_datetime)
    now += 1000
    await stage.addWords(review.id, 'it is at 5 Elm St')
    expect(refusal(await stage.desk.decide(command(review, { seen })))).toBe('changed')
    expect(refusal(await stage.desk.decide(command(review, { seen: now })))).toBe('done')
  })

  it('asks the resident and waits for the answer', async () => {
    const review = await unclear()
    const { code: _, ...ask } = command(review, { action: 'ask', note: 'location' })
    const answer = await stage.desk.decide(ask)
    expect(answer).toMatchObject({ outcome: 'done', review: { closed: null } })
    expect(await stage.effectsOf(review.request.id)).toEqual(['reply'])
    expect((await stage.desk.history(review)).at(-1)).toMatchObject({
      actor: 'agent:a1',
      what: 'asked for location',
    })
  })

  it.each([
    ['without a service', { action: 'accept', code: undefined }],
    ['with a service that is none', { code: 'no-such-thing' }],
    ['with a code that is no code', { code: 'No such thing!' }],
    ['refused without a reason', { action: 'refuse', code: undefined }],
    ['without an agent', { agent: '' }],
  ] as const)('takes no decision %s', async (_what, more) => {
    const review = await unclear()
    const wish = JSON.parse(JSON.stringify(command(review, more as Partial<DeskCommand>)))
    expect(refusal(await stage.desk.decide(wish))).toBe('impossible')
    expect((await stage.desk.review(review.id))?.closed).toBeNull()
  })

  it('knows no review that is not there', async () => {
    const review = await unclear()
    expect(refusal(await stage.desk.decide(command({ ...review, id: 'rev_unknown00' })))).toBe('unknown')
    expect(refusal(await stage.desk.claim('rev_unknown00', 'a1', false))).toBe('unknown')
    expect(await stage.desk.review('BOS-0000-0000')).toBeNull()
  })

  it('finds services by name, keyword and code, and begins with what was suggested', async () => {
    const review = await unclear()
    expect(stage.desk.services('', review)[0]?.code).toBe('pothole')
    expect(stage.desk.services('POTHO', null)[0]?.code).toBe('pothole')
    expect(stage.desk.services('street light', null)[0]?.code).toMatch(/street-?light/)
    expect(stage.desk.services('zzzz', null)).toEqual([])
  })

  it('finds places by what is typed and by a point', () => {
    expect(stage.desk.places('123 tremont st')[0]?.place).toMatchObject({ address: '123 Tremont St' })
    const { lat, lon } = stage.desk.places('1 city hall sq')[0]?.place ?? { lat: 0, lon: 0 }
    expect(stage.desk.placeAt(lat, lon)).not.toBeNull()
    expect(stage.desk.placeAt(40.7, -74)).toBeNull()
  })
})
