import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { AppError } from '../../src/core/errors.ts'
import type { CaseRef, CaseSystem, Filing } from '../../src/core/ports.ts'
import type { Fault, PlayerOptions } from '../../src/sandbox/open311/index.ts'
import { type Open311Config, open311Cases } from '../../workers/cases/open311/index.ts'
import { fresh } from '../contract/store-records.ts'
import { aRequest } from '../support/fake-store.ts'
import { until } from '../support/until.ts'
import { openOpen311, playedServices } from './open311.harness.ts'

const closings: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closings.splice(0)) await close()
})
async function opened(server: Partial<PlayerOptions> = {}, client: Partial<Open311Config> = {}) {
  const all = await openOpen311(server, client)
  closings.push(() => all.player.stop())
  return { ...all, another: () => open311Cases(all.config) }
}

function aFiling(change: Parameters<typeof aRequest>[0] = {}, more: Partial<Filing> = {}): Filing {
  const n = fresh()
  const reference = `BOS-${n.slice(-8, -4)}-${n.slice(-4)}` as const
  return {
    request: aRequest({ id: `req_open311${n}`, reference, ...change }),
    mediaUrls: [],
    contact: null,
    ...more,
  }
}
const errorOf = (work: () => Promise<unknown>): Promise<AppError> =>
  work().then(
    () => Promise.reject(new Error('no error')),
    (error: AppError) => error,
  )

describe('an Open311 server that is asked', () => {
  it('is asked for its services once, however many requests are filed', async () => {
    const { cases, player } = await opened()
    await Promise.all(Array.from({ length: 12 }, () => cases.file(aFiling())))
    expect(player.calls().filter((call) => call.includes('services'))).toEqual(['GET /services.json'])
  })
  it('is asked in XML where it has no JSON, and then in XML only', async () => {
    const { cases, player } = await opened({ formats: ['xml'] })
    await cases.file(aFiling())
    await cases.read([await cases.file(aFiling())])
    expect(player.calls().filter((call) => call.includes('.json'))).toEqual(['GET /services.json'])
  })
  it('is asked in XML where its JSON is in trouble', async () => {
    const { cases, player } = await opened()
    player.fault({ kind: 'fails-before', status: 500 }, { on: 'read' })
    expect((await cases.file(aFiling())).number).toMatch(/^\d+$/)
  })
  it('is told who it serves where it serves several cities', async () => {
    const jurisdictionId = 'city.example.org'
    const { cases, player } = await opened({ jurisdictionId })
    await cases.read([await cases.file(aFiling())])
    expect(player.requests()[0]?.fields).toContainEqual(['jurisdiction_id', jurisdictionId])
    for (const call of player.calls().filter((one) => one.startsWith('GET')))
      expect(call).toContain(jurisdictionId)
  })
  it('is no case system where nothing at its address is GeoReport', async () => {
    const { cases } = await opened({ formats: [], dialect: 'html' })
    expect((await errorOf(() => cases.file(aFiling()))).code).toBe('misconfigured')
  })
  it('never sees its key in a URL', async () => {
    const { cases, player } = await opened()
    const filing = aFiling()
    await cases.find(filing.request)
    await cases.read([await cases.file(filing)])
    expect(player.calls().join('\n')).not.toContain('key-of-tests')
  })
})

describe('a filing', () => {
  it('answers the questions of the definition, and asks for it once', async () => {
    const attributes = [
      { code: 'SIZE', datatype: 'string', required: true, description: 'How big is it?' },
      { code: 'NOTE', datatype: 'string', required: false, description: 'Thank you.', variable: false },
    ]
    const { cases, player } = await opened({ services: [{ code: 'pothole', name: 'Pothole', attributes }] })
    for (const size of ['a plate', 'a car'])
      await cases.file(aFiling({ attributes: { size, lane: 'bike lane' } }))
    const [first] = player.requests()
    expect(first?.fields).toContainEqual(['attribute[SIZE]', 'a plate'])
    expect(first?.fields.find(([name]) => name === 'description')?.[1]).toContain(
      'crosswalk or parking lane?: bike lane',
    )
    expect(player.calls().filter((call) => call === 'GET /services/pothole.json')).toHaveLength(1)
    const refused = await errorOf(() => cases.file(aFiling()))
    expect(refused).toMatchObject({ code: 'provider-refused', providerCode: 'missing-attribute' })
    expect(refused.message).toContain('SIZE')
    expect(player.requests()).toHaveLength(2)
  })
  it('of a service that the server does not have is refused for good, and nothing is sent', async () => {
    const { cases, player } = await opened()
    const error = await errorOf(() => cases.file(aFiling({ service_code: 'streetlight-outage' })))
    expect(error).toMatchObject({ code: 'provider-refused', providerCode: 'no-service' })
    expect((await errorOf(() => cases.file(aFiling({ service_code: null })))).code).toBe('provider-refused')
    expect(player.requests()).toEqual([])
  })
  it('of a service that is new is taken once the list is looked at again', async () => {
    const services = [...playedServices]
    const { cases, clock } = await opened({ services })
    const filing = aFiling({ service_code: 'bees' })
    await errorOf(() => cases.file(filing))
    services.push({ code: 'bees', name: 'Bees' })
    clock.forward(5 * 60_000)
    expect((await cases.file(filing)).number).not.toBeNull()
  })
  it('uses a legacy code that the list does not show, where the list is of that kind', async () => {
    const code = 'Public Works Department:Highway Maintenance:Request for Pothole Repair'
    const other = { code: 'Property Management:Graffiti:Graffiti Removal', name: 'Graffiti' }
    const { cases, player } = await opened({ services: [other, { code, name: 'Potholes', listed: false }] })
    await cases.file(aFiling())
    expect(player.requests()[0]?.serviceCode).toBe(code)
  })
  it('does without a definition that is not there', async () => {
    const { cases } = await opened({ services: [{ code: 'pothole', name: 'Pothole', defined: false }] })
    expect((await cases.file(aFiling({ attributes: { size: 'a plate' } }))).number).not.toBeNull()
  })
  it('of a service whose numbers nobody is told is found in the list, or has none', async () => {
    const { cases, player, clock } = await opened({ lagMs: 5_000 })
    const early = await cases.file(aFiling({ service_code: 'rodents' }))
    expect(early.number).toBeNull()
    expect((await cases.read([early])).get(early.id)).toMatchObject({ status: 'open', ref: early })
    clock.forward(5_000)
    const number = player.requests()[0]?.id
    expect((await cases.read([early])).get(early.id)?.ref.number).toBe(number)
    const shown = await opened()
    expect((await shown.cases.file(aFiling({ service_code: 'rodents' }))).number).toBe(number)
  })
  it('is not sent to an address that is none', async () => {
    const { player, config } = await opened()
    const cases = open311Cases({ ...config, url: `${player.url}/nowhere` })
    expect((await errorOf(() => cases.file(aFiling()))).code).toBe('misconfigured')
  })
  it.each([
    [301, 'misconfigured'],
    [302, 'unknown-outcome'],
    [307, 'misconfigured'],
    [308, 'misconfigured'],
  ] as const)('is never sent on to another address: HTTP %i', async (status, code) => {
    const { cases, player } = await opened()
    player.fault({ kind: 'moved', status, to: `${player.url}/requests.json` })
    expect((await errorOf(() => cases.file(aFiling()))).code).toBe(code)
    expect(player.requests()).toEqual([])
  })
  it.each(['1\u00002', 'x'.repeat(6_000)])(
    'is a case without a number where its id is none: %j',
    async (id) => {
      const { cases, player } = await opened({ lagMs: 5_000 })
      player.fault({ kind: 'garbled', body: JSON.stringify([{ service_request_id: id }]) })
      const ref = await cases.file(aFiling())
      expect(ref.number).toBeNull()
      expect(ref.id).toMatch(/^unnumbered:BOS-/)
      expect(player.requests()).toHaveLength(1)
    },
  )
})

describe('a question', () => {
  it.each([301, 302, 303, 307, 308] as const)(
    'is never sent on to another address: HTTP %i',
    async (status) => {
      const { cases, player } = await opened()
      const elsewhere = await opened()
      const ref = await cases.file(aFiling())
      for (const work of [() => cases.read([ref]), () => cases.find(aFiling().request)]) {
        player.fault({ kind: 'moved', status, to: `${elsewhere.player.url}/requests.json` }, { on: 'read' })
        expect((await errorOf(work)).code).toBe('misconfigured')
      }
      expect(elsewhere.player.calls()).toEqual([])
    },
  )
})

describe('a try that fails', () => {
  /** Time enough for a look-up on a busy machine; only an answer that is slow on purpose takes longer. */
  const patience = (fault: Fault): Partial<Open311Config> => (fault.kind === 'slow' ? { timeoutMs: 600 } : {})
  it.each<[string, Fault, string, number]>([
    ['its answer is lost', { kind: 'lost-answer' }, 'unknown-outcome', 1],
    ['the connection is cut', { kind: 'cut-before' }, 'unknown-outcome', 0],
    ['the server fails afterwards', { kind: 'fails-after', status: 500 }, 'unknown-outcome', 1],
    ['a gateway gives up', { kind: 'fails-after', status: 504 }, 'unknown-outcome', 1],
    ['the answer is empty', { kind: 'garbled', body: '' }, 'unknown-outcome', 1],
    [
      'the answer is a page',
      { kind: 'garbled', body: '<html><title>Thanks</title></html>' },
      'unknown-outcome',
      1,
    ],
    ['the answer is cut off', { kind: 'garbled', body: '[{"service_request_id":"1' }, 'unknown-outcome', 1],
    ['the answer has no request', { kind: 'garbled', body: '[]' }, 'unknown-outcome', 1],
    ['the server is slow', { kind: 'slow', ms: 900 }, 'provider-slow', 1],
  ])('leaves the outcome unknown where %s', async (_, fault, code, made) => {
    const { cases, player } = await opened({}, patience(fault))
    // The list of services takes no time of the filing's.
    await cases.find(aFiling().request)
    player.fault(fault)
    const filing = aFiling()
    expect((await errorOf(() => cases.file(filing))).code).toBe(code)
    await until(() => player.requests().length === made)
  })
  it('leaves it unknown where the answer never ends', async () => {
    const { cases, player } = await opened()
    player.fault({ kind: 'garbled', body: `[{"service_request_id":"1","x":"${'x'.repeat(5_000_000)}"}]` })
    expect((await errorOf(() => cases.file(aFiling()))).code).toBe('unknown-outcome')
  })
  it('is certain where nobody listens', async () => {
    const { cases, player } = await opened()
    await cases.find(aFiling().request)
    const error = await player.whileAway(async () => {
      // The first one may still believe in its open connection.
      await errorOf(() => cases.find(aFiling().request))
      return errorOf(() => cases.file(aFiling()))
    })
    expect(error.code).toBe('provider-away')
  })
  it.each<[string, Fault]>([
    ['an answer that was lost', { kind: 'lost-answer' }],
    ['an answer that did not come in time', { kind: 'slow', ms: 900 }],
  ])(
    'asks before it files again in the same process after %s, once the list can be trusted',
    async (_, fault) => {
      const { cases, player, clock } = await opened({ lagMs: 40 }, patience(fault))
      const filing = aFiling()
      await cases.find(filing.request)
      player.fault(fault)
      await errorOf(() => cases.file(filing))
      expect(await errorOf(() => cases.file(filing))).toMatchObject({ code: 'unknown-outcome', afterMs: 50 })
      await until(() => player.requests().length === 1)
      clock.forward(50)
      expect((await cases.file(filing)).id).toBe(player.requests()[0]?.id)
      expect(player.requests()).toHaveLength(1)
    },
  )
  it('files again once the list shows that nothing was filed', async () => {
    const { cases, player, clock } = await opened()
    const filing = aFiling()
    player.fault({ kind: 'cut-before' })
    await errorOf(() => cases.file(filing))
    clock.forward(50)
    expect((await cases.file(filing)).number).not.toBeNull()
    expect(player.requests()).toHaveLength(1)
  })
  it('is looked for under the service it was filed as, too', async () => {
    const { cases, player, clock } = await opened()
    const filing = aFiling()
    player.fault({ kind: 'lost-answer' })
    await errorOf(() => cases.file(filing))
    clock.forward(50)
    expect(await cases.find({ ...filing.request, service_code: 'graffiti' })).toMatchObject({
      id: player.requests()[0]?.id,
    })
  })
  it('says neither what nor who was reported', async () => {
    const { cases } = await opened({ wantsPlace: true }, {})
    const words = `${'x'.repeat(3_950)} at my house, call Xiomara`
    const { player, config } = await opened({ services: [{ code: 'pothole', name: 'P' }] })
    player.fault({ kind: 'rate-limited', retryAfter: '0' })
    const errors = await Promise.all([
      errorOf(() =>
        cases.file(
          aFiling(
            { place: null, description: words },
            { contact: { name: null, phone: '+16175550123', email: null } },
          ),
        ),
      ),
      errorOf(() => open311Cases({ ...config, apiKey: 'wrong-key' }).file(aFiling({ description: words }))),
      errorOf(() =>
        open311Cases({ ...config, url: 'http://127.0.0.1:9' }).file(aFiling({ description: words })),
      ),
    ])
    for (const error of errors) expect(error.message).not.toMatch(/Xiomara|555|wrong-key|Tremont|xxx/)
  })
})

describe('a server that asks for a pause', () => {
  it.each([
    ['429', { kind: 'rate-limited', retryAfter: '30' }, 'rate-limited', 30_000],
    [
      '429 with a date',
      { kind: 'rate-limited', retryAfter: 'Mon, 02 Nov 2026 13:15:20 GMT' },
      'rate-limited',
      60_000,
    ],
    ['429 without a time', { kind: 'rate-limited' }, 'rate-limited', 60_000],
    ['503', { kind: 'fails-before', status: 503, retryAfter: '30' }, 'unknown-outcome', 30_000],
  ] as const)(
    'with %s is not asked again before it ends, by nobody here',
    async (_, fault, code, afterMs) => {
      const { cases, player, clock } = await opened()
      const ref = await cases.file(aFiling())
      player.fault(fault)
      expect(await errorOf(() => cases.file(aFiling()))).toMatchObject({ code, afterMs })
      const before = player.calls().length
      clock.forward(10_000)
      for (const work of [
        () => cases.file(aFiling()),
        () => cases.find(aFiling().request),
        () => cases.read([ref]),
      ])
        expect(await errorOf(work)).toMatchObject({ code: 'rate-limited', afterMs: afterMs - 10_000 })
      expect(player.calls()).toHaveLength(before)
      clock.forward(afterMs - 10_000)
      await cases.file(aFiling())
      expect(player.requests()).toHaveLength(2)
    },
  )
  it('while it is asked for its services is not asked in the other format', async () => {
    const { cases, player } = await opened()
    player.fault({ kind: 'rate-limited', retryAfter: '5' }, { on: 'read' })
    expect((await errorOf(() => cases.file(aFiling()))).code).toBe('rate-limited')
    expect(player.calls()).toEqual(['GET /services.json'])
  })
})

describe('looking for a case', () => {
  async function withMany(server: Partial<PlayerOptions>, count: number) {
    const all = await opened(server)
    const wanted = aFiling()
    const file = async (filing: Filing) => {
      all.clock.forward(60_000)
      return all.cases.file(filing)
    }
    const ref = await file(wanted)
    for (let n = 0; n < count; n += 1) await file(aFiling())
    return { ...all, wanted, ref }
  }
  it.each<[string, Partial<PlayerOptions>]>([
    ['further back than one page', { atMost: 10 }],
    ['on pages that count from 0', { pages: 'from-0', atMost: 10 }],
    ['on the second of two pages that count from 0', { pages: 'from-0', atMost: 20 }],
    ['where there are no pages and the list is cut off', { pages: 'none', atMost: 20 }],
  ])('finds it %s', async (_, server) => {
    const { another, wanted, ref } = await withMany(server, 35)
    expect(await another().find(wanted.request)).toEqual(ref)
    expect(await another().find(aFiling().request)).toBeNull()
  })
  it.each([
    ['another service', 'graffiti'],
    ['a service that the server does not have', 'streetlight-outage'],
    ['none', null],
  ])('finds it in another process though the request now has %s', async (_, service_code) => {
    const { cases, another, player, clock } = await opened()
    const filing = aFiling()
    player.fault({ kind: 'lost-answer' })
    await errorOf(() => cases.file(filing))
    clock.forward(50)
    const changed = { ...filing.request, service_code }
    const ref = await another().find(changed)
    expect(ref).toMatchObject({ id: player.requests()[0]?.id })
    expect(await another().find({ ...aFiling().request, service_code })).toBeNull()
  })
  it('does not take it for absent where not all services can be searched to their end', async () => {
    const { another, cases } = await opened({ pages: 'none', atMost: 10 })
    // All in one second: no shorter time shows the rest.
    for (let n = 0; n < 15; n += 1) await cases.file(aFiling())
    const { request } = aFiling({ service_code: 'graffiti' })
    expect((await errorOf(() => another().find(request))).code).toBe('unknown-outcome')
  })
  it('finds it months later', async () => {
    const { another, wanted, ref, clock } = await withMany({}, 2)
    clock.forward(200 * 24 * 3_600_000)
    expect(await another().find(wanted.request)).toEqual(ref)
  })
  it('finds it where clocks differ and dates are read in another zone', async () => {
    const { another, wanted, ref } = await withMany({}, 0)
    const requested_datetime = '2026-11-03T01:00:00.000Z'
    expect(await another().find({ ...wanted.request, requested_datetime })).toEqual(ref)
  })
  it('asks little where the list is short', async () => {
    const { cases, player, wanted } = await withMany({}, 3)
    const before = player.calls().length
    await cases.find(wanted.request)
    expect(player.calls().length - before).toBe(1)
  })
  it.each<[string, Partial<PlayerOptions>]>([
    ['there is no list', { lists: false }],
    ['the list shows no descriptions', { descriptions: 'none' }],
  ])('does not take it for absent where %s', async (_, server) => {
    const { another, wanted } = await withMany(server, 1)
    expect((await errorOf(() => another().find(wanted.request))).code).toBe('provider-refused')
  })
  it('does not take it for absent where the server is in trouble on the second page', async () => {
    const { another, player } = await withMany({ atMost: 5 }, 12)
    const cases = another()
    await cases.find(aFiling().request)
    player.fault({ kind: 'slow', ms: 0 }, { on: 'read' })
    player.fault({ kind: 'fails-before', status: 502 }, { on: 'read' })
    expect((await errorOf(() => cases.find(aFiling().request))).code).toBe('provider-away')
  })
})

describe('news', () => {
  it('of many cases take one call', async () => {
    const { cases, player } = await opened()
    const refs: CaseRef[] = []
    for (let n = 0; n < 20; n += 1) refs.push(await cases.file(aFiling()))
    const before = player.calls().length
    expect((await cases.read(refs)).size).toBe(20)
    expect(player.calls().length - before).toBe(1)
  })
  it.each(['first', 'refused'] as const)('come one by one where lists of ids are %s', async (idLists) => {
    const { cases } = await opened({ idLists })
    const refs: CaseRef[] = []
    for (let n = 0; n < 5; n += 1) refs.push(await cases.file(aFiling()))
    for (let time = 0; time < 2; time += 1) expect((await cases.read(refs)).size).toBe(5)
  })
  it('never hold who reported', async () => {
    const { cases } = await opened({ tells: true })
    const ref = await cases.file(aFiling({}, { contact: { name: null, phone: '+16175550123', email: null } }))
    expect(JSON.stringify([...(await cases.read([ref])).values()])).not.toContain('555')
  })
  it('are an error, not silence, where the server is in trouble', async () => {
    const { cases, player } = await opened()
    const ref = await cases.file(aFiling())
    player.fault({ kind: 'fails-before', status: 500 }, { on: 'read' })
    expect((await errorOf(() => cases.read([ref]))).code).toBe('provider-away')
  })
})

describe('news of a batch', () => {
  const ten = async (server: Partial<PlayerOptions> = {}, service_code = 'pothole') => {
    const all = await opened(server)
    const refs: CaseRef[] = []
    for (let n = 0; n < 10; n += 1) refs.push(await all.cases.file(aFiling({ service_code })))
    return { ...all, refs }
  }
  it.each([
    [400, 'all'],
    [500, 'all'],
    [400, 'refused'],
    [500, 'first'],
  ] as const)('are not spoiled by one case with HTTP %i where id lists are "%s"', async (status, idLists) => {
    const { cases, player, refs } = await ten({ idLists })
    const [bad] = refs
    player.spoil(bad?.id ?? '', status)
    for (let time = 0; time < 3; time += 1)
      expect([...(await cases.read(refs)).keys()]).toEqual(refs.slice(1).map((ref) => ref.id))
  })
  it.each([400, 500] as const)('are not spoiled by one token with HTTP %i', async (status) => {
    const { cases, player, refs } = await ten({}, 'graffiti')
    player.spoil(refs[0]?.id.replace('token:', '') ?? '', status)
    const news = await cases.read(refs)
    expect([...news.keys()]).toEqual(refs.slice(1).map((ref) => ref.id))
    for (const { ref } of news.values()) expect(ref.number).not.toBeNull()
  })
  it('are not spoiled by a case whose number can not be looked for', async () => {
    const { cases, clock } = await opened({ lagMs: 5_000, descriptions: 'none' })
    const refs = [await cases.file(aFiling({ service_code: 'rodents' })), await cases.file(aFiling())]
    clock.forward(5_000)
    expect((await cases.read(refs)).size).toBe(2)
  })
  it('are not asked for one by one for ever after one case spoiled a list', async () => {
    const { cases, player, refs } = await ten()
    player.spoil(refs[0]?.id ?? '', 400)
    await cases.read(refs)
    const before = player.calls().length
    expect((await cases.read(refs.slice(1))).size).toBe(9)
    expect(player.calls().length - before).toBe(1)
  })
  it.each(['pothole', 'graffiti'])(
    'are kept where the server asks for a pause, and the rest comes first afterwards (%s)',
    async (service) => {
      const { cases, player, clock, refs } = await ten({ idLists: 'refused', tokenMs: 3_600_000 }, service)
      const told: string[] = []
      for (let time = 0; time < 3; time += 1) {
        player.fault({ kind: 'slow', ms: 0 }, { on: 'read', times: 5 })
        player.fault({ kind: 'rate-limited', retryAfter: '30' }, { on: 'read' })
        told.push(...(await cases.read(refs)).keys())
        clock.forward(30_000)
      }
      expect(new Set(told).size).toBe(10)
    },
  )
  it('are an error where nothing at all was answered, after three tries', async () => {
    const { cases, player, refs } = await ten()
    const before = player.calls().length
    player.fault({ kind: 'fails-before', status: 500 }, { on: 'read', times: 50 })
    expect((await errorOf(() => cases.read(refs))).code).toBe('provider-away')
    expect(player.calls().length - before).toBe(3)
  })
})

describe('answers that get lost', () => {
  /** What the worker promises: look before a second try, and not before the list can be trusted. */
  async function fileForSure(cases: CaseSystem, filing: Filing): Promise<CaseRef> {
    for (let inDoubt = false; ; ) {
      try {
        const found = inDoubt ? await cases.find(filing.request) : null
        return found ?? (await cases.file(filing))
      } catch (thrown) {
        const { code } = thrown as AppError
        if (code !== 'unknown-outcome' && code !== 'provider-slow') throw thrown
        inDoubt = true
        await sleep(cases.settlesWithinMs)
      }
    }
  }
  it.each<[string, Fault, Partial<PlayerOptions>]>([
    ['JSON, answers lost', { kind: 'lost-answer' }, {}],
    ['XML, failing after the fact', { kind: 'fails-after', status: 502 }, { formats: ['xml'] }],
    ['JSON, connections cut before', { kind: 'cut-before' }, {}],
  ])(
    'one in five: every request has one case (%s)',
    async (_, fault, server) => {
      const count = fault.kind === 'lost-answer' ? 500 : 100
      const clock = { now: () => Date.now() }
      const { player, config } = await openOpen311({ clock, lagMs: 20, ...server })
      closings.push(() => player.stop())
      const requested_datetime = new Date().toISOString()
      // Each worker is a process of its own, and a second try may be another one's.
      const workers = Array.from({ length: 12 }, () => open311Cases(config))
      const [seed] = fc.sample(fc.integer({ min: 1 }), 1)
      player.chance(fault, 0.2, seeded(seed ?? 1))
      const waiting = Array.from({ length: count }, () => aFiling({ requested_datetime }))
      const refs = new Map<string, CaseRef>()
      await Promise.all(
        workers.map(async (cases) => {
          for (let filing = waiting.pop(); filing !== undefined; filing = waiting.pop())
            refs.set(filing.request.id, await fileForSure(cases, filing))
        }),
      )
      expect(player.requests(), `seed ${seed}`).toHaveLength(count)
      expect(new Set([...refs.values()].map((ref) => ref.id)).size, `seed ${seed}`).toBe(count)
    },
    20_000,
  )
})

/** mulberry32, public domain: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
