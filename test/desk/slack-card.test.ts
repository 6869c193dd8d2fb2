import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { services } from '../../src/city/boston/services/index.ts'
import type { ReviewRow } from '../../src/core/ports.ts'
import { channelNames, type MediaId, reviewReasons } from '../../src/core/request.ts'
import { languages } from '../../src/core/understanding.ts'
import { type CardDeps, cardOf } from '../../src/desk/slack/card.ts'
import { cut, limits } from '../../src/desk/slack/limits.ts'
import { noticeModal, placeModal } from '../../src/desk/slack/modals.ts'
import { seenIn } from '../../src/desk/slack/value.ts'
import { outcomeWords, reasonWords } from '../../src/desk/words.ts'
import { MessageBlocks, View } from '../../src/sandbox/slack/block-kit.ts'
import type { Seed } from '../contract/desk-surface.contract.ts'
import { fakeDesk, knownPlaces } from '../support/fake-desk.ts'
import { readBlocks, readMrkdwn } from './slack.harness.ts'

const deps: CardDeps = {
  services,
  linkTo: ({ id }) => `https://311.example.org/desk/${id}`,
  photoUrl: (id) => `https://311.example.org/photos/${id}.jpg?until=1&signature=abc`,
}
const stage = fakeDesk()
const seed: Seed = {
  words: 'huge hole by the library',
  reason: 'service-unclear',
  service: { code: 'pothole', confidence: 0.62 },
  others: [{ code: 'sidewalk-repair', confidence: 0.21 }],
  place: knownPlaces[0] ?? null,
}
const aReview = (more: Partial<Seed> = {}, photoIds: readonly MediaId[] = []) =>
  stage.putRow({ ...seed, ...more }, { photoIds })
const read = (review: ReviewRow, withPhotos = true) => {
  const { blocks, text } = cardOf(deps, review, withPhotos)
  const shown = MessageBlocks.parse(structuredClone(blocks))
  return { ...readBlocks(shown), blocks: shown, fallback: text }
}
const closedAs = (
  review: ReviewRow,
  outcome: string,
  by: string,
  surface: string | null = null,
): ReviewRow => ({ ...review, closed: { at: stage.clock.now(), outcome, by, surface } })

describe('the card of a review in Slack', () => {
  it('has the reason, the words, the place, the channel, the language, the age and the way to the console', async () => {
    const review = await aReview({ language: 'ht' })
    const { text, acts } = read(review)
    for (const part of [
      reasonWords['service-unclear'].short,
      review.request.reference,
      'huge hole by the library',
      '123 Tremont St, Downtown',
      'Text message from …0123',
      'Haitian Creole',
      '2026-11-02 15:00 UTC',
      'Open in the console',
    ])
      expect(text).toContain(part)
    expect(acts).toContain(`https://311.example.org/desk/${review.id}|Open in the console`)
  })

  it('masks phone numbers and addresses in the words, in blocks and in notifications', async () => {
    const review = await aReview({ words: 'call me at 617-555-0123 or mail someone@mail.example' })
    const { text, fallback } = read(review)
    for (const shown of [text, fallback]) {
      expect(shown).not.toContain('555-0123')
      expect(shown).not.toContain('someone@mail.example')
      expect(shown).toContain('removed')
    }
  })

  it('has the same words for notifications, where nothing of them acts', async () => {
    const review = await aReview({ words: 'look <!channel> <@U0EVIL> & <https://evil.example|here>' })
    const { fallback } = read(review)
    const { text, acts } = readMrkdwn(fallback)
    expect(acts).toEqual([])
    for (const part of ['look <!channel> <@U0EVIL> &', 'Service: Pothole', 'Place: 123 Tremont St'])
      expect(text).toContain(part)
  })

  it('marks what is pinned', async () => {
    const { text } = read(await aReview({ reason: 'crisis' }))
    expect(text.startsWith('🚨 Person in crisis')).toBe(true)
    expect(read(await aReview()).text).not.toContain('🚨')
  })

  it('offers the suggestions, the first one to accept, with what the agent saw', async () => {
    const review = await aReview()
    const buttons = buttonsOf(review)
    const { updated_datetime } = review.request
    const seen = { review: review.id, seen: Date.parse(updated_datetime) }
    expect(buttons.get('accept')).toEqual({ ...seen, code: 'pothole' })
    expect(buttons.get('suggestion:1')).toEqual({ ...seen, code: 'sidewalk-repair' })
    for (const action of ['ask-where', 'ask-what', 'refuse', 'place', 'claim'])
      expect(buttons.get(action)).toEqual(seen)
    const menu = read(review).blocks.find((b) => JSON.stringify(b).includes('external_select'))
    expect(seenIn(menu?.block_id ?? '')).toEqual(seen)
  })

  it('of a filed request asks nothing any more and can be left as it is', async () => {
    const review = await stage.putRow({ ...seed, reason: 'not-fixed' }, { request: { state: 'filed' } })
    const buttons = buttonsOf(review)
    expect([...buttons.keys()]).toEqual(['accept', 'suggestion:0', 'place', 'refuse', 'claim'])
    expect(read(review).text).toContain('Done, leave it as it is')
  })

  it('says who has it, and can be taken over', async () => {
    const review = await aReview()
    const claim = { agent: 'slack:U0AGENTA', until: stage.clock.now() + 60_000 }
    const { text, acts } = read({ ...review, claim })
    expect(text).toContain('@U0AGENTA works on it until 2026-11-02 15:01 UTC')
    expect(acts).toContain('@U0AGENTA')
    expect([...buttonsOf({ ...review, claim }).keys()]).toContain('take-over')
    expect(read({ ...review, claim: { ...claim, agent: 'somebody <!here>' } }).text).toContain(
      'somebody <!here>',
    )
  })

  it('closed has no button, no photo, and says what became of it', async () => {
    const review = await aReview({}, ['med_00000001'])
    for (const outcome of ['accepted', 'changed', 'refused', 'resident-settled', 'filed']) {
      const words = outcomeWords(outcome)
      const { text, blocks } = read(closedAs(review, outcome, 'agent:slack:U0AGENTA', 'slack'))
      expect(text.toLowerCase()).toContain(`${words} by @u0agenta in slack`)
      expect(blocks.map((b) => b.type)).not.toContain('actions')
      expect(blocks.map((b) => b.type)).not.toContain('image')
    }
    expect(read(closedAs(review, 'withdrawn', 'resident')).text).toContain('Withdrawn by the resident')
    expect(read(closedAs(review, 'never-heard-of', 'agent:ops')).text).toContain('Never-heard-of by ops')
    const inBrowser = read(closedAs(review, 'accepted', 'agent:ops', 'console'))
    expect(inBrowser.text).toContain('by ops in the console')
  })

  it('shows three photos, and says where the others are', async () => {
    const ids: MediaId[] = ['med_00000001', 'med_00000002', 'med_00000003', 'med_00000004']
    const review = await aReview({}, ids)
    const { blocks, text } = read(review)
    expect(blocks.filter((b) => b.type === 'image')).toHaveLength(3)
    expect(text).toContain('1 photo in the console')
    const without = cardOf({ ...deps, photoUrl: () => null }, review, true)
    expect(JSON.stringify(without)).not.toContain('"image"')
    expect(JSON.stringify(cardOf(deps, review, false).blocks)).toContain('4 photos in the console')
  })

  it('is within the limits of Slack whatever a resident, a catalogue or a name says', async () => {
    const row = await aReview()
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6_000 }),
      fc.constantFrom(
        '&'.repeat(5_000),
        '🕳️'.repeat(3_000),
        '\n'.repeat(4_000),
        ' ',
        '<!everyone>'.repeat(900),
      ),
    )
    const code = fc.constantFrom('pothole', 'graffiti', 'rodents', 'unknown-thing')
    fc.assert(
      fc.property(
        fc.record({
          words: nasty,
          name: nasty,
          address: nasty.filter((a) => a !== ''),
          reason: fc.constantFrom(...reviewReasons),
          channel: fc.constantFrom(...channelNames),
          language: fc.constantFrom(...languages),
          state: fc.constantFrom('review', 'filing', 'filed'),
          code: fc.option(code),
          others: fc.array(
            fc.record({ value: code, confidence: fc.double({ min: 0, max: 1, noNaN: true }) }),
          ),
          photos: fc.integer({ min: 0, max: 60 }),
          held: fc.boolean(),
          closed: fc.boolean(),
        }),
        (g) => {
          const { request } = row
          const review: ReviewRow = {
            ...row,
            reason: g.reason,
            pinned: g.held,
            claim: g.held ? { agent: g.name.slice(0, 80), until: 1 } : null,
            closed: g.closed
              ? { at: 1, outcome: 'accepted', by: g.name.slice(0, 80), surface: g.name }
              : null,
            resident: g.name,
            photoIds: Array.from({ length: g.photos }, (_, n): MediaId => `med_0000000${n}x`),
            request: {
              ...request,
              channel: g.channel,
              language: g.language,
              state: g.state,
              description: g.words,
              service_code: g.code,
              category: {
                by: 'classifier',
                confidence: 0.5,
                alternatives: g.others,
                evidence: [],
                messageId: null,
              },
              place: request.place && { ...request.place, address: g.address },
            },
          }
          const long = services.map((s) => ({ ...s, name: `${s.name} ${g.name}` }))
          const { blocks, text } = cardOf({ ...deps, services: long }, review, true)
          const checked = MessageBlocks.safeParse(structuredClone(blocks))
          expect(checked.error?.issues ?? []).toEqual([])
          expect(text.length).toBeLessThanOrEqual(limits.fallback)
          expect(JSON.stringify(blocks).length).toBeLessThan(40_000)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('the limits', () => {
  it('are those of the documentation', () => {
    expect(limits).toMatchObject({
      blocks: 50,
      section: 3000,
      header: 150,
      buttonText: 75,
      buttonValue: 2000,
      optionText: 75,
      optionValue: 150,
      options: 100,
      blockId: 255,
      actionId: 255,
      privateMetadata: 3000,
      modalTitle: 24,
    })
  })

  it('cut whole characters, counted as Slack counts them', () => {
    expect(cut('short', 5)).toBe('short')
    expect(cut('longer', 5)).toBe('long…')
    expect(cut('🕳🕳🕳', 4)).toBe('🕳…')
    expect(cut('a&b', 7)).toBe('a&b')
    expect(cut('a&b', 6)).toBe('a…')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const short = cut(text, max)
        const sent = short.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
        expect(sent.length).toBeLessThanOrEqual(max)
        if (short !== text) expect(text.startsWith(short.slice(0, -1))).toBe(true)
      }),
    )
  })

  it('hold in modals too, with more and longer places than fit', () => {
    const facts = {
      kind: 'place' as const,
      review: 'rev_00000001' as const,
      seen: 1,
      channel: 'C0REVIEWS',
      reference: 'BOS-7K3M-Q2XA',
      service: { code: 'pothole', name: 'P'.repeat(300) },
      typed: '<&>'.repeat(60),
      places: [],
    }
    const place = { ...(knownPlaces[0] ?? null), address: 'x'.repeat(900) }
    const found = Array.from({ length: 30 }, () => ({ place, confidence: 0.4 }))
    for (const view of [
      placeModal(facts, found as Parameters<typeof placeModal>[1]),
      placeModal(facts, []),
      placeModal(facts, null),
      noticeModal(facts, 'held', true),
    ])
      expect(View.safeParse(view).error?.issues ?? []).toEqual([])
  })
})

/** What each button of a card carries, by action id. */
function buttonsOf(review: ReviewRow): ReadonlyMap<string, unknown> {
  return new Map(
    read(review).blocks.flatMap((block) =>
      block.type !== 'actions'
        ? []
        : block.elements.flatMap((e): [string, unknown][] =>
            e.type === 'button' ? [[e.action_id, JSON.parse(e.value ?? 'null')]] : [],
          ),
    ),
  )
}
