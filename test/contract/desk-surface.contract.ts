/**
 * What every surface of the desk has to do, whoever draws it: console, API, Slack. A harness builds the surface on
 * the desk of a stage and acts through the surface's own front door; it never calls the desk itself.
 * @module
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Clock, Desk, DeskCommand, ReviewRow, SessionStore } from '../../src/core/ports.ts'
import type { ReviewId } from '../../src/core/request.ts'

/** What a surface shows. */
export interface Shown {
  /** As a person reads it: markup undone, entities decoded. For JSON: its text. */
  readonly text: string
  /** Whatever of it would act when shown: scripts, handlers, links, mentions, as written. */
  readonly acts: readonly string[]
}
/** What a surface says to somebody who wanted something. */
export interface Told {
  readonly outcome: 'done' | 'refused'
  /** As the person who acted reads it. */
  readonly text: string
}
/** What an agent wants. A place is typed; the surface finds it. */
export interface Wish extends Pick<DeskCommand, 'action' | 'code' | 'note' | 'takeOver'> {
  readonly place?: string
}
/** Two people who use the surface. `calledBy`: what others read when the surface or the desk names them. */
export interface Person {
  readonly agent: string
  readonly calledBy: string
}
export interface OpenSurface {
  readonly people: readonly [Person, Person]
  /** Everything that shows more than one review, or shows it to more than one person. */
  list(): Promise<Shown>
  /** What a person sees of one review; `null` where there is none. A later wish acts on what was shown here. */
  open(id: string, who: Person): Promise<Shown | null>
  /** Through the front door: a form with a session, bearer JSON, a signed click. Opens first where it wasn't. */
  decide(id: ReviewId, wish: Wish, who: Person): Promise<Told>
  /** The delivery of the last `decide` once more, byte for byte. */
  redeliver(): Promise<Told>
  claim(id: ReviewId, who: Person, takeOver: boolean): Promise<Told>
  close(): Promise<void>
}
export interface SurfaceHarness {
  /** As in DeskCommand.surface. */
  readonly name: string
  /** Whether `list` has an order of its own. A channel of cards has not: they stand as they came. */
  readonly sorts: boolean
  open(stage: Stage): Promise<OpenSurface>
}

/** What a review begins with; the stage makes up the rest. */
export interface Seed {
  readonly words: string
  readonly reason?: ReviewRow['reason']
  readonly service?: { readonly code: string; readonly confidence: number } | null
  readonly others?: readonly { readonly code: string; readonly confidence: number }[]
  readonly place?: ReviewRow['request']['place']
  readonly resident?: string
  readonly language?: ReviewRow['request']['language']
}
/** A desk to put a surface on: in memory (test/support/fake-desk.ts) or the real one. */
export interface Stage {
  readonly desk: Desk
  readonly sessions: SessionStore
  readonly clock: Clock
  /** Opens a review in a conversation of its own. */
  put(seed: Seed): Promise<ReviewRow>
  /** The resident writes again about it: it is changed, and says so. */
  addWords(id: ReviewId, words: string): Promise<void>
  close(): Promise<void>
}

const phone = '+16175550123'
const hostile =
  'hole & "deep" <script>alert(1)</script> <!channel> <@U0EVIL> <https://evil.example/x|free> javascript:alert(2)'

const pothole: Seed = {
  words: 'huge hole by the library, my car fell in',
  reason: 'service-unclear',
  service: { code: 'pothole', confidence: 0.62 },
  others: [{ code: 'sidewalk-repair', confidence: 0.21 }],
  place: {
    kind: 'address',
    address: '123 Tremont St',
    neighborhood: 'Downtown',
    zip: '02108',
    lat: 42.3563,
    lon: -71.0623,
    accuracyM: 25,
  },
  resident: phone,
}

export function deskSurfaceContract(harness: SurfaceHarness, openStage: () => Promise<Stage>): void {
  describe(`the surface ${harness.name} keeps the contract:`, () => {
    let stage: Stage
    let surface: OpenSurface
    let ana: Person
    let ben: Person
    beforeEach(async () => {
      stage = await openStage()
      surface = await harness.open(stage)
      ;[ana, ben] = surface.people
    })
    afterEach(async () => {
      await surface.close()
      await stage.close()
    })

    const put = (more: Partial<Seed> = {}) => stage.put({ ...pothole, ...more })
    const now = async (id: ReviewId): Promise<ReviewRow> => {
      const review = await stage.desk.review(id)
      if (review === null) throw new Error(`no review ${id}`)
      return review
    }
    const shown = async (id: ReviewId, who: Person): Promise<Shown> => {
      const what = await surface.open(id, who)
      if (what === null) throw new Error(`${harness.name} shows nothing of ${id}`)
      return what
    }

    it('a list shows the words, the reason, the place and the suggestion with its confidence', async () => {
      const { request } = await put()
      const { text } = await surface.list()
      expect(text).toContain('huge hole by the library')
      expect(text).toContain(request.reference)
      expect(text).toContain('123 Tremont St')
      expect(text).toMatch(/service/i)
      expect(text).toMatch(/pothole/i)
      expect(text).toMatch(/62\s?%|0\.62/)
    })

    it('a review shows the words, the reason, the place and every suggestion with its confidence', async () => {
      const { id, request } = await put()
      const { text } = await shown(id, ana)
      for (const part of ['huge hole by the library, my car fell in', request.reference, '123 Tremont St'])
        expect(text).toContain(part)
      expect(text).toMatch(/62\s?%|0\.62/)
      expect(text).toMatch(/sidewalk/i)
      expect(text).toMatch(/21\s?%|0\.21/)
    })

    it('an emergency comes first and says so', async () => {
      await put({ words: 'a quiet pothole' })
      await put({ words: 'sparks from a wire', reason: 'emergency' })
      const { text } = await surface.list()
      expect(text.indexOf('sparks from a wire')).toBeGreaterThanOrEqual(0)
      expect(text).toMatch(/emergency|danger/i)
      if (harness.sorts)
        expect(text.indexOf('sparks from a wire')).toBeLessThan(text.indexOf('a quiet pothole'))
    })

    it("a list does not show the resident's number, only its end", async () => {
      await put()
      const { text } = await surface.list()
      expect(text.replace(/[\s().-]/g, '')).not.toContain('6175550123')
      expect(text).toContain('0123')
    })

    it('an acceptance is taken once and says so with the reference', async () => {
      const { id, request } = await put()
      await shown(id, ana)
      const told = await surface.decide(id, { action: 'accept' }, ana)
      expect(told.outcome).toBe('done')
      expect(told.text).toContain(request.reference)
      expect(told.text).toMatch(/accepted/i)
      const review = await now(id)
      expect(review.closed).toMatchObject({ outcome: 'accepted' })
      expect(review.closed?.by).toContain(ana.agent)
      expect(review.request).toMatchObject({ state: 'filing', service_code: 'pothole' })
      expect((await surface.list()).text).not.toMatch(/my car fell in(?![\s\S]*accepted)/i)
    })

    it('a change of service and place is taken', async () => {
      const { id } = await put()
      const wish: Wish = { action: 'change', code: 'sidewalk-repair', place: '700 Boylston St' }
      expect((await surface.decide(id, wish, ana)).outcome).toBe('done')
      expect(await now(id)).toMatchObject({
        closed: { outcome: 'changed' },
        request: { service_code: 'sidewalk-repair', place: { address: '700 Boylston St' } },
      })
    })

    it('a question to the resident is sent and the review stays open', async () => {
      const { id } = await put()
      expect((await surface.decide(id, { action: 'ask', note: 'location' }, ana)).outcome).toBe('done')
      const review = await now(id)
      expect(review.closed).toBeNull()
      expect((await stage.desk.history(review)).at(-1)).toMatchObject({ what: 'asked for location' })
    })

    it('a review that waits for the resident says so, until they answer', async () => {
      const { id } = await put()
      expect((await shown(id, ben)).text).not.toMatch(/asked/i)
      await surface.decide(id, { action: 'ask', note: 'location' }, ana)
      expect((await now(id)).askedAt).not.toBeNull()
      expect((await shown(id, ben)).text).toMatch(/asked/i)
      await stage.addWords(id, 'by the library')
      expect((await now(id)).askedAt).toBeNull()
    })

    it('a refusal carries the reason that the resident reads', async () => {
      const { id } = await put()
      const note = 'This road belongs to the State: "DCR" & co.'
      expect((await surface.decide(id, { action: 'refuse', note }, ana)).outcome).toBe('done')
      expect(await now(id)).toMatchObject({
        closed: { outcome: 'refused' },
        request: { state: 'refused', status_notes: note },
      })
    })

    it('a refusal without a reason is turned away in words', async () => {
      const { id } = await put()
      const told = await surface.decide(id, { action: 'refuse', note: '  ' }, ana)
      expect(told.outcome).toBe('refused')
      expect(told.text).toMatch(/reason/i)
      expect((await now(id)).closed).toBeNull()
    })

    it('what has no service is not accepted, and the surface says what is missing', async () => {
      const { id } = await put({ service: null, others: [] })
      const told = await surface.decide(id, { action: 'accept' }, ana)
      expect(told.outcome).toBe('refused')
      expect(told.text).toMatch(/service/i)
      expect((await now(id)).closed).toBeNull()
    })

    it('the same delivery again changes nothing and gets the same answer', async () => {
      const { id } = await put()
      await surface.decide(id, { action: 'accept' }, ana)
      const lines = await stage.desk.history(await now(id))
      const again = await surface.redeliver()
      expect(again.outcome).toBe('done')
      expect(again.text).toMatch(/accepted/i)
      expect(await stage.desk.history(await now(id))).toEqual(lines)
    })

    it('whoever is second hears who was first', async () => {
      const { id } = await put()
      await shown(id, ana)
      await shown(id, ben)
      await surface.decide(id, { action: 'accept' }, ana)
      const told = await surface.decide(id, { action: 'refuse', note: 'not ours' }, ben)
      expect(told.outcome).toBe('refused')
      expect(told.text).toContain(ana.calledBy)
      expect(await now(id)).toMatchObject({ closed: { outcome: 'accepted' }, request: { state: 'filing' } })
    })

    it('a review that someone holds says who, and can be taken over', async () => {
      const { id } = await put()
      expect((await surface.claim(id, ana, false)).outcome).toBe('done')
      expect((await now(id)).claim?.agent).toContain(ana.agent)
      expect((await shown(id, ben)).text).toContain(ana.calledBy)
      const told = await surface.decide(id, { action: 'accept' }, ben)
      expect(told.outcome).toBe('refused')
      expect(told.text).toContain(ana.calledBy)
      expect((await now(id)).closed).toBeNull()
      expect((await surface.claim(id, ben, false)).outcome).toBe('refused')
      expect((await surface.claim(id, ben, true)).outcome).toBe('done')
      expect((await surface.decide(id, { action: 'accept' }, ben)).outcome).toBe('done')
    })

    it('a decision may take over by itself where the agent says so', async () => {
      const { id } = await put()
      await surface.claim(id, ana, false)
      await shown(id, ben)
      expect((await surface.decide(id, { action: 'accept', takeOver: true }, ben)).outcome).toBe('done')
      expect((await now(id)).closed?.by).toContain(ben.agent)
    })

    it('what the resident changed since it was shown is not decided blindly', async () => {
      const { id } = await put()
      await shown(id, ana)
      await stage.addWords(id, 'and a wire hangs over it')
      const told = await surface.decide(id, { action: 'accept' }, ana)
      expect(told.outcome).toBe('refused')
      expect(told.text).toMatch(/changed/i)
      expect((await now(id)).closed).toBeNull()
      expect((await shown(id, ana)).text).toContain('and a wire hangs over it')
      expect((await surface.decide(id, { action: 'accept' }, ana)).outcome).toBe('done')
    })

    it("markup in a resident's words is read and never acts", async () => {
      const { id } = await put({ words: hostile, resident: 'evil<script>@evil.example' })
      for (const { text, acts } of [await surface.list(), await shown(id, ana)]) {
        expect(text).toContain('<script>alert(1)</script>')
        expect(text).toContain('<!channel>')
        for (const one of acts) expect(one).not.toMatch(/alert\(|!channel|U0EVIL|evil\.example\/x/)
      }
    })

    it('a review decided elsewhere shows as decided, and by whom', async () => {
      const { id } = await put()
      await shown(id, ana)
      const elsewhere = await stage.desk.decide({
        key: `elsewhere-${id}`,
        surface: 'shell',
        agent: 'somebody-else',
        reviewId: id,
        action: 'accept',
      })
      expect(elsewhere.outcome).toBe('done')
      const { text } = await shown(id, ana)
      expect(text).toMatch(/accepted/i)
      expect(text).toContain('somebody-else')
      const told = await surface.decide(id, { action: 'accept' }, ana)
      expect(told.outcome).toBe('refused')
      expect(told.text).toContain('somebody-else')
    })

    it('a review that is none is no crash', async () => {
      expect(await surface.open('rev_neverwas00', ana)).toBeNull()
      const told = await surface.decide('rev_neverwas00', { action: 'accept' }, ana)
      expect(told.outcome).toBe('refused')
    })
  })
}
