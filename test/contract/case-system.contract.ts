/**
 * What every case system has to do, whoever runs it. A harness opens one without cases and plays the vendor.
 * @module
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError, ErrorCode } from '../../src/core/errors.ts'
import { errorTable } from '../../src/core/errors.ts'
import type { CaseRef, CaseSystem, Filing } from '../../src/core/ports.ts'
import type { ServiceRequest } from '../../src/core/request.ts'
import { aRequest } from '../support/fake-store.ts'
import { fresh } from './store-records.ts'

/** What the vendor's side has of a case. `text` is everything it was told, in whatever form. */
export interface SeenCase {
  readonly id: string
  readonly text: string
}
export interface OpenCaseSystem {
  readonly cases: CaseSystem
  /** The same system as another process has it: it knows nothing of what `cases` was told. */
  another(): CaseSystem
  /** The vendor's side: cases made for a request. */
  seen(request: ServiceRequest): Promise<readonly SeenCase[]>
  /** Somebody there closes a case. */
  settle(ref: CaseRef, notes: string): Promise<void>
  /** False: this vendor takes no request without a place. */
  readonly takesPlaceless: boolean
  /** A service whose cases get their number later, and how that time comes; null where all have it at once. */
  readonly numberedLater: { readonly serviceCode: string; ready(): void } | null
  /** Runs `work` while the system does not answer; null where that can't be played. */
  readonly away: (<T>(work: () => Promise<T>) => Promise<T>) | null
  /** The next filing happens, but its answer is lost; null where that can't be played. */
  readonly loseAnswer: (() => void) | null
  close(): Promise<void>
}
export interface CaseSystemHarness {
  open(): Promise<OpenCaseSystem>
}

const photo = 'https://311.example.org/media/med_contract0.jpg'
const phone = '+16175550123'
const newFiling = (more: Parameters<typeof aRequest>[0] = {}): Filing => {
  const n = fresh()
  return {
    request: aRequest({
      id: `req_contract${n}`,
      reference: `BOS-${n.slice(-8, -4)}-${n.slice(-4)}`,
      ...more,
    }),
    mediaUrls: [photo],
    contact: null,
  }
}
const codeOf = (work: () => Promise<unknown>): Promise<ErrorCode | 'no error'> =>
  work().then(
    () => 'no error' as const,
    (error: AppError) => error.code,
  )

/** `title` says which of several ways of running it is meant. */
export function caseSystemContract(name: string, harness: CaseSystemHarness, title = name): void {
  describe(`the case system ${title} keeps the contract:`, () => {
    let open: OpenCaseSystem
    let cases: CaseSystem
    beforeAll(async () => {
      open = await harness.open()
      cases = open.cases
    })
    afterAll(() => open.close())

    it('its name is that of its folder', () => {
      expect(cases.name).toBe(name)
    })

    it('it says how long a doubt lasts and how often it may be asked', () => {
      expect(cases.settlesWithinMs).toBeGreaterThanOrEqual(0)
      expect(cases.news.everyMs).toBeGreaterThan(0)
      expect(cases.news.atOnce).toBeGreaterThan(0)
    })

    it('a request that is filed becomes one case, with a reference that leads back to this system', async () => {
      const filing = newFiling()
      const ref = await cases.file(filing)
      expect(ref.system).toBe(name)
      expect(ref.id).not.toBe('')
      if (ref.number !== null) expect(ref.number.trim()).not.toBe('')
      expect(await open.seen(filing.request)).toMatchObject([{ id: ref.id }])
    })

    it('a case knows the words, the place, the service and the photos of its request', async () => {
      const filing = newFiling({ description: 'hole "deep" & wide, ünïcode 路' })
      await cases.file(filing)
      const [seen] = await open.seen(filing.request)
      for (const told of ['123 Tremont St', 'deep', '路', photo]) expect(seen?.text).toContain(told)
    })

    it('a case does not know who wrote, nor what our conversation is called', async () => {
      const filing = newFiling()
      await cases.file(filing)
      const [seen] = await open.seen(filing.request)
      for (const secret of [filing.request.conversation_id, ...filing.request.message_ids])
        expect(seen?.text).not.toContain(secret)
      expect(seen?.text).not.toContain('contact')
    })

    it('a case knows whom to call back where somebody does, and nobody where nobody does', async () => {
      const called: Filing = { ...newFiling(), contact: { name: null, phone, email: null } }
      const written: Filing = {
        ...newFiling(),
        contact: { name: null, phone: null, email: 'resident@example.org' },
      }
      const quiet = newFiling()
      for (const filing of [called, written, quiet]) await cases.file(filing)
      const textOf = async ({ request }: Filing) => (await open.seen(request))[0]?.text ?? ''
      expect(await textOf(called)).toContain(phone)
      expect(await textOf(written)).toContain('resident@example.org')
      expect(await textOf(quiet)).not.toMatch(/phone|e-?mail/i)
    })

    it('a request without place is filed as well, or refused for good where the vendor wants one', async () => {
      const { request } = newFiling({ place: null, media_ids: [] })
      const filing: Filing = { request, mediaUrls: [], contact: null }
      const code = await codeOf(() => cases.file(filing))
      expect(code).toBe(open.takesPlaceless ? 'no error' : 'provider-refused')
      expect(await open.seen(request)).toHaveLength(open.takesPlaceless ? 1 : 0)
    })

    it('a request without photos is filed as well', async () => {
      const { request } = newFiling({ media_ids: [] })
      const ref = await cases.file({ request, mediaUrls: [], contact: null })
      expect(await open.seen(request)).toMatchObject([{ id: ref.id }])
    })

    it('requests do not share a case', async () => {
      const refs = await Promise.all([cases.file(newFiling()), cases.file(newFiling())])
      expect(refs[0]?.id).not.toBe(refs[1]?.id)
    })

    it('filed again, a request has the case that it had', async ({ skip }) => {
      // Without a look-up our worker never files twice, so nothing is promised here.
      if (!cases.can.find) return skip(`${name} can't be asked`)
      const filing = newFiling()
      const first = await cases.file(filing)
      expect(await cases.file(filing)).toEqual(first)
      expect(await open.seen(filing.request)).toHaveLength(1)
    })

    it('another process finds a case that it did not make, which is what it asks before a second try', async () => {
      const filing = newFiling()
      const ref = await cases.file(filing)
      const found = await open.another().find(filing.request)
      if (cases.can.find) expect(found).toEqual(ref)
      else expect(found).toBeNull()
    })

    it('filed eight times at once, a request has one case, if the system can find it', async ({ skip }) => {
      if (!cases.can.find) return skip(`${name} can't be asked, and our worker files once`)
      const filing = newFiling()
      const refs = await Promise.all(Array.from({ length: 8 }, () => cases.file(filing)))
      expect(new Set(refs.map((ref) => ref.id)).size).toBe(1)
      expect(await open.seen(filing.request)).toHaveLength(1)
    })

    it('finds the case of a request, and none where there is none', async () => {
      const filing = newFiling()
      expect(await cases.find(filing.request)).toBeNull()
      const ref = await cases.file(filing)
      const found = await cases.find(filing.request)
      if (cases.can.find) expect(found).toEqual(ref)
      else expect(found).toBeNull()
    })

    it('does not take the case of one request for that of another that quotes its reference', async () => {
      const filing = newFiling()
      const { reference } = filing.request
      await cases.file(
        newFiling({ description: `as I said in\nRef ${reference}\nplease hurry. Ref ${reference}` }),
      )
      expect(await cases.find(filing.request)).toBeNull()
    })

    it('reads cases: open when new, closed with the notes of whoever closed it', async () => {
      const refs = await Promise.all([
        cases.file(newFiling()),
        cases.file(newFiling()),
        cases.file(newFiling()),
      ])
      const [first, second] = refs
      const fresh = await cases.read(refs)
      expect([...fresh.keys()].sort()).toEqual(refs.map((ref) => ref.id).sort())
      for (const ref of refs) expect(fresh.get(ref.id)).toMatchObject({ status: 'open', ref })
      await open.settle(second, 'Filled on Tuesday.')
      const later = await cases.read(refs)
      expect(later.get(first.id)?.status).toBe('open')
      const closed = later.get(second.id)
      expect(closed).toMatchObject({ status: 'closed', notes: 'Filled on Tuesday.' })
      expect(closed?.changedAt).toBeGreaterThan(Date.UTC(2020, 0))
      expect(Number.isFinite(closed?.changedAt)).toBe(true)
      expect(await cases.read([second])).toEqual(new Map([[second.id, closed]]))
    })

    it('has no news of a case that is not there, and all of those beside it', async () => {
      const nowhere: CaseRef = { system: name, id: '999000000001', number: '999000000001' }
      const strange: CaseRef = { system: name, id: 'never, was/here?', number: null }
      const ref = await cases.file(newFiling())
      expect([...(await cases.read([nowhere, ref, strange])).keys()]).toEqual([ref.id])
      expect(await cases.read([nowhere])).toEqual(new Map())
      expect(await cases.read([])).toEqual(new Map())
    })

    it('a case whose number comes later is open until then, and known by it from then on', async ({
      skip,
    }) => {
      const { numberedLater } = open
      if (numberedLater === null) return skip(`${name} gives the number at once`)
      const filing = newFiling({ service_code: numberedLater.serviceCode })
      const early = await cases.file(filing)
      expect(early.number).toBeNull()
      expect((await cases.read([early])).get(early.id)).toMatchObject({
        status: 'open',
        ref: { number: null },
      })
      numberedLater.ready()
      const real = (await cases.read([early])).get(early.id)?.ref
      expect(real?.number).toMatch(/\S/)
      expect(await open.seen(filing.request)).toMatchObject([{ id: real?.id }])
      if (real !== undefined) expect((await cases.read([real])).get(real.id)?.ref).toEqual(real)
    })

    it.each(['corrected', 'withdrawn', 'added'] as const)(
      'a case that is %s says so, or an agent is told to',
      async (change) => {
        const filing = newFiling()
        const ref = await cases.file(filing)
        const place =
          filing.request.place === null ? null : { ...filing.request.place, address: '99 Beacon St' }
        const amended: Filing = { ...filing, request: { ...filing.request, place } }
        const outcome = await cases.amend(ref, amended, change)
        expect(outcome).toBe(cases.can.amend ? 'done' : 'not-offered')
        expect(await cases.amend(ref, amended, change)).toBe(outcome)
        const [seen, ...others] = await open.seen(filing.request)
        expect(others).toEqual([])
        if (outcome === 'done') expect(seen?.text).toContain('99 Beacon St')
      },
    )

    it('says whose turn it is while the system is away, and takes silence for no answer', async ({
      skip,
    }) => {
      const { away } = open
      if (away === null) return skip(`the harness of ${name} can't take it away`)
      const filing = newFiling()
      const ref = await cases.file(filing)
      const codes = await away(() =>
        Promise.all([
          codeOf(() => cases.file(newFiling())),
          codeOf(() => cases.read([ref])),
          ...(cases.can.find ? [codeOf(() => cases.find(filing.request))] : []),
        ]),
      )
      for (const code of codes) {
        expect(code).not.toBe('no error')
        expect(errorTable[code as ErrorCode].retry).toBe('later')
      }
    }, 60_000)

    it('after an answer that was lost, the case is found and not made again', async ({ skip }) => {
      const { loseAnswer } = open
      if (loseAnswer === null) return skip(`${name} is asked within one process: no answer can be lost`)
      const filing = newFiling()
      loseAnswer()
      const code = await codeOf(() => cases.file(filing))
      expect(['unknown-outcome', 'provider-slow']).toContain(code)
      const found = await cases.find(filing.request)
      if (cases.can.find) expect(found).not.toBeNull()
      if (cases.can.find) expect(await cases.file(filing)).toEqual(found)
      expect(await open.seen(filing.request)).toHaveLength(1)
    })
  })
}
