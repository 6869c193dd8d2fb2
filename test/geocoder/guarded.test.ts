import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Geocoded, Geocoder } from '../../src/core/ports.ts'
import { circuitBreaker } from '../../src/geocoder/breaker.ts'
import { boundedCache } from '../../src/geocoder/cache.ts'
import { fallingBack, guardedGeocoder, usualGuard } from '../../src/geocoder/guarded.ts'
import { elm } from '../support/dialog.ts'

const hit: Geocoded = { place: elm, score: 1 }

/** A geocoder in our hands, and a clock. */
function stage() {
  const clock = { at: 1_000, now: () => clock.at }
  const logged: { readonly event: string; readonly fields: unknown }[] = []
  const asked: string[] = []
  const state = {
    error: null as AppError | null,
    answer: [hit] as readonly Geocoded[],
    wait: Promise.resolve(),
  }
  const inner: Geocoder = {
    name: 'arcgis',
    async find(query) {
      asked.push(query)
      await state.wait
      if (state.error !== null) throw state.error
      return state.answer
    },
    async reverse() {
      asked.push('@')
      if (state.error !== null) throw state.error
      return state.answer[0]?.place ?? null
    },
  }
  const geocoder = guardedGeocoder(inner, usualGuard, {
    clock,
    log: (_, event, fields) => void logged.push({ event, fields }),
  })
  return { clock, logged, asked, state, inner, geocoder }
}
const away = (afterMs?: number) =>
  new AppError('provider-away', 'gone', afterMs === undefined ? {} : { afterMs })

describe('a guarded geocoder', () => {
  it('asks once for what is the same query, however it is written', async () => {
    const { geocoder, asked } = stage()
    await geocoder.find('45 Elm St', {})
    await geocoder.find('  45 ELM  St. ', {})
    await geocoder.find('45\u00a0elm st', {})
    expect(asked).toHaveLength(1)
    await geocoder.find('46 Elm St', {})
    await geocoder.find('45 Elm St', { near: { lat: 42.3, lon: -71.1 } })
    expect(asked).toHaveLength(3)
  })

  it('asks once for what is asked at the same moment', async () => {
    const { geocoder, asked, state } = stage()
    const held = Promise.withResolvers<void>()
    state.wait = held.promise
    const both = Promise.all([geocoder.find('45 Elm St', {}), geocoder.find('45 Elm St', {})])
    held.resolve()
    expect(await both).toEqual([[hit], [hit]])
    expect(asked).toHaveLength(1)
  })

  it('asks again when the answer is old, sooner where there was none', async () => {
    const { geocoder, asked, clock, state } = stage()
    await geocoder.find('45 Elm St', {})
    state.answer = []
    await geocoder.find('1 Nowhere St', {})
    clock.at += usualGuard.cache.keepEmptyMs + 1
    await geocoder.find('45 Elm St', {})
    await geocoder.find('1 Nowhere St', {})
    expect(asked).toHaveLength(3)
    clock.at += usualGuard.cache.keepMs
    await geocoder.find('45 Elm St', {})
    expect(asked).toHaveLength(4)
  })

  it('does not keep a failure', async () => {
    const { geocoder, state } = stage()
    state.error = away()
    await expect(geocoder.find('45 Elm St', {})).rejects.toMatchObject({ code: 'provider-away' })
    state.error = null
    expect(await geocoder.find('45 Elm St', {})).toEqual([hit])
  })

  it('leaves a server alone after five failures, then tries with one call alone', async () => {
    const { geocoder, asked, state, clock, logged } = stage()
    state.error = away()
    for (let n = 0; n < 20; n += 1) await geocoder.find(`${n} Elm St`, {}).catch(() => undefined)
    expect(asked).toHaveLength(5)
    expect(logged.filter(({ event }) => event === 'geocoder.paused')).toEqual([
      { event: 'geocoder.paused', fields: { name: 'arcgis', restMs: 15_000, code: 'provider-away' } },
    ])
    clock.at += 15_000
    const held = Promise.withResolvers<void>()
    state.wait = held.promise
    state.error = null
    const probe = geocoder.find('90 Elm St', {})
    await expect(geocoder.find('91 Elm St', {})).rejects.toMatchObject({ code: 'provider-away' })
    held.resolve()
    expect(await probe).toEqual([hit])
    expect(asked).toHaveLength(6)
    expect(logged.at(-2)).toMatchObject({ event: 'geocoder.resumed' })
    await geocoder.find('92 Elm St', {})
    expect(asked).toHaveLength(7)
  })

  it('still answers what it knows while the server rests', async () => {
    const { geocoder, state } = stage()
    await geocoder.find('45 Elm St', {})
    state.error = away()
    for (let n = 0; n < 6; n += 1) await geocoder.find(`${n} Elm St`, {}).catch(() => undefined)
    expect(await geocoder.find('45 Elm St', {})).toEqual([hit])
  })

  it('rests longer each time, five minutes at most, and as long as it is asked to', async () => {
    const { geocoder, state, clock, logged } = stage()
    state.error = away()
    const rests = () =>
      logged.flatMap(({ event, fields }) =>
        event === 'geocoder.paused' ? [(fields as { restMs: number }).restMs] : [],
      )
    for (let n = 0; n < 12; n += 1) {
      await geocoder.find(`${n} Elm St`, {}).catch(() => undefined)
      if (n >= 4) clock.at += rests().at(-1) ?? 0
    }
    expect(rests()).toEqual([15_000, 30_000, 60_000, 120_000, 240_000, 300_000, 300_000, 300_000])
    state.error = new AppError('rate-limited', 'wait', { afterMs: 20_000 })
    await geocoder.find('99 Elm St', {}).catch(() => undefined)
    expect(rests().at(-1)).toBe(20_000)
  })

  it('does not take a refused query for a failure', async () => {
    const { geocoder, asked, state } = stage()
    state.error = new AppError('provider-refused', 'no')
    for (let n = 0; n < 8; n += 1) await geocoder.find(`${n} Elm St`, {}).catch(() => undefined)
    expect(asked).toHaveLength(8)
  })

  it('logs figures, never what was asked or found', async () => {
    const { geocoder, logged, state } = stage()
    await geocoder.find('45 Elm St', {})
    await geocoder.find('45 Elm St', {})
    await geocoder.reverse({ lat: 42.311, lon: -71.116 })
    state.error = away()
    await geocoder.find('46 Elm St', {}).catch(() => undefined)
    expect(logged.map(({ event }) => event)).toEqual([
      'geocoder.asked',
      'geocoder.asked',
      'geocoder.asked',
      'geocoder.failed',
    ])
    expect(JSON.stringify(logged)).not.toMatch(/elm|4[56] |42\.3|71\.1/i)
  })

  it('never keeps more than it may', () => {
    const cache = boundedCache<number>({ mostEntries: 3, keepMs: 10, keepEmptyMs: 10 }, { now: () => 0 })
    for (const n of [1, 2, 3]) cache.set(`k${n}`, n, false)
    cache.get('k1')
    cache.set('k4', 4, false)
    expect([cache.get('k1'), cache.get('k2'), cache.get('k3'), cache.get('k4'), cache.size]).toEqual([
      1,
      undefined,
      3,
      4,
      3,
    ])
  })
})

describe('a circuit breaker', () => {
  it('is not closed by an answer from before it opened, nor opened further by a failure from then', async () => {
    const clock = { at: 0, now: () => clock.at }
    const breaker = circuitBreaker({ after: 2, restMs: 100, longestMs: 1_000 }, clock, () => true)
    const slow = Promise.withResolvers<string>()
    const late = breaker.run(() => slow.promise)
    for (const _ of [1, 2]) await breaker.run(() => Promise.reject(away())).catch(() => undefined)
    expect(breaker.state).toBe('open')
    slow.resolve('late')
    expect(await late).toBe('late')
    expect(breaker.state).toBe('open')
    clock.at = 100
    expect(await breaker.run(async () => 'back')).toBe('back')
    expect(breaker.state).toBe('closed')
  })
})

describe('a geocoder with another behind it', () => {
  const second: Geocoder = { name: 'gazetteer', find: async () => [hit], reverse: async () => elm }

  it('answers from the other where the first is away', async () => {
    const { inner, state } = stage()
    state.error = away()
    const both = fallingBack(inner, second)
    expect(await both.find('45 Elm St', {})).toEqual([hit])
    expect(await both.reverse({ lat: 42.3, lon: -71.1 })).toEqual(elm)
  })

  it('believes the first where it has nothing, and hides no mistake of ours', async () => {
    const { inner, state } = stage()
    const both = fallingBack(inner, second)
    state.answer = []
    expect(await both.find('45 Elm St', {})).toEqual([])
    state.error = new AppError('bug', 'oh')
    await expect(both.find('45 Elm St', {})).rejects.toMatchObject({ code: 'bug' })
  })
})
