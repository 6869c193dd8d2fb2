/**
 * What every case system has to do, whoever runs it. A harness opens one without cases and plays the vendor.
 * @module
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError, ErrorCode } from '../../src/core/errors.ts'
import { errorTable } from '../../src/core/errors.ts'
import type { CaseRef, CaseSystem, Filing } from '../../src/core/ports.ts'
import type { RequestId } from '../../src/core/request.ts'
import { aRequest } from '../support/fake-store.ts'
import { fresh } from './store-records.ts'

/** What the vendor's side has of a case. `text` is everything it was told, in whatever form. */
export interface SeenCase {
  readonly id: string
  readonly text: string
}
export interface OpenCaseSystem {
  readonly cases: CaseSystem
  /** The vendor's side: cases made for a request. */
  seen(requestId: RequestId): Promise<readonly SeenCase[]>
  /** Somebody there closes a case. */
  settle(ref: CaseRef, notes: string): Promise<void>
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
const newFiling = (more: Parameters<typeof aRequest>[0] = {}): Filing => {
  const n = fresh()
  return {
    request: aRequest({
      id: `req_contract${n}`,
      reference: `BOS-${n.slice(-8, -4)}-${n.slice(-4)}`,
      ...more,
    }),
    mediaUrls: [photo],
  }
}
const codeOf = (work: () => Promise<unknown>): Promise<ErrorCode | 'no error'> =>
  work().then(
    () => 'no error' as const,
    (error: AppError) => error.code,
  )

export function caseSystemContract(name: string, harness: CaseSystemHarness): void {
  describe(`the case system ${name} keeps the contract:`, () => {
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

    it('a request that is filed becomes one case, with a reference that leads back to this system', async () => {
      const filing = newFiling()
      const ref = await cases.file(filing)
      expect(ref.system).toBe(name)
      expect(ref.id).not.toBe('')
      if (ref.number !== null) expect(ref.number.trim()).not.toBe('')
      expect(await open.seen(filing.request.id)).toMatchObject([{ id: ref.id }])
    })

    it('a case knows the words, the place, the service and the photos of its request', async () => {
      const filing = newFiling({ description: 'hole "deep" & wide, ünïcode 路' })
      await cases.file(filing)
      const [seen] = await open.seen(filing.request.id)
      for (const told of ['123 Tremont St', 'deep', '路', photo]) expect(seen?.text).toContain(told)
    })

    it('a case does not know who wrote, nor what our conversation is called', async () => {
      const filing = newFiling()
      await cases.file(filing)
      const [seen] = await open.seen(filing.request.id)
      for (const secret of [filing.request.conversation_id, ...filing.request.message_ids])
        expect(seen?.text).not.toContain(secret)
    })

    it('a request without place or photos is filed as well', async () => {
      const { request } = newFiling({ place: null, media_ids: [] })
      const ref = await cases.file({ request, mediaUrls: [] })
      expect(await open.seen(request.id)).toMatchObject([{ id: ref.id }])
    })

    it('requests do not share a case', async () => {
      const refs = await Promise.all([cases.file(newFiling()), cases.file(newFiling())])
      expect(refs[0]?.id).not.toBe(refs[1]?.id)
    })

    it('filed again, a request has the case that it had, if the system can find it', async () => {
      const filing = newFiling()
      const first = await cases.file(filing)
      if (!cases.can.find) {
        // Without a look-up our worker never files twice, so nothing is promised here.
        expect(await cases.find(filing.request.id)).toBeNull()
        return
      }
      expect(await cases.file(filing)).toEqual(first)
      expect(await open.seen(filing.request.id)).toHaveLength(1)
    })

    it('filed eight times at once, a request has one case, if the system can find it', async ({ skip }) => {
      if (!cases.can.find) return skip(`${name} can't be asked, and our worker files once`)
      const filing = newFiling()
      const refs = await Promise.all(Array.from({ length: 8 }, () => cases.file(filing)))
      expect(new Set(refs.map((ref) => ref.id)).size).toBe(1)
      expect(await open.seen(filing.request.id)).toHaveLength(1)
    })

    it('finds a case by our request id, and none where there is none', async () => {
      const filing = newFiling()
      expect(await cases.find(filing.request.id)).toBeNull()
      const ref = await cases.file(filing)
      const found = await cases.find(filing.request.id)
      if (cases.can.find) expect(found).toEqual(ref)
      else expect(found).toBeNull()
    })

    it('reads a case: open when it is new, closed with the notes of whoever closed it', async () => {
      const ref = await cases.file(newFiling())
      expect(await cases.read(ref)).toMatchObject({ status: 'open', ref: { id: ref.id, system: name } })
      await open.settle(ref, 'Filled on Tuesday.')
      const closed = await cases.read(ref)
      expect(closed).toMatchObject({ status: 'closed', notes: 'Filled on Tuesday.' })
      expect(closed.changedAt).toBeGreaterThan(Date.UTC(2020, 0))
      expect(Number.isFinite(closed.changedAt)).toBe(true)
    })

    it('says not-found of a case that is not there', async () => {
      const nowhere: CaseRef = { system: name, id: 'never-was', number: null }
      expect(await codeOf(() => cases.read(nowhere))).toBe('not-found')
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
        const [seen, ...others] = await open.seen(filing.request.id)
        expect(others).toEqual([])
        if (outcome === 'done') expect(seen?.text).toContain('99 Beacon St')
      },
    )

    it('says whose turn it is while the system is away', async ({ skip }) => {
      const { away } = open
      if (away === null) return skip(`the harness of ${name} can't take it away`)
      const code = await away(() => codeOf(() => cases.file(newFiling())))
      expect(code).not.toBe('no error')
      expect(errorTable[code as ErrorCode].retry).toBe('later')
    }, 60_000)

    it('after an answer that was lost, the case is found and not made again', async ({ skip }) => {
      const { loseAnswer } = open
      if (loseAnswer === null) return skip(`${name} is asked within one process: no answer can be lost`)
      const filing = newFiling()
      loseAnswer()
      const code = await codeOf(() => cases.file(filing))
      expect(['unknown-outcome', 'provider-slow']).toContain(code)
      const found = await cases.find(filing.request.id)
      if (cases.can.find) expect(found).not.toBeNull()
      expect(await open.seen(filing.request.id)).toHaveLength(1)
    })
  })
}
