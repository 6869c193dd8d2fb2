import type { AppError } from '../core/errors.ts'
import { asAppError } from '../core/errors.ts'
import type { Log } from '../core/events.ts'
import type { Clock, Geocoded, Geocoder, GeoPoint } from '../core/ports.ts'
import type { Place } from '../core/understanding.ts'
import type { BreakerOptions } from './breaker.ts'
import { circuitBreaker } from './breaker.ts'
import type { CacheOptions } from './cache.ts'
import { boundedCache } from './cache.ts'
import { cleanQuery, keyOfQuery } from './query.ts'

export interface GuardOptions {
  readonly cache: CacheOptions
  readonly breaker: BreakerOptions
}
export const usualGuard: GuardOptions = {
  cache: { mostEntries: 5_000, keepMs: 24 * 3_600_000, keepEmptyMs: 3_600_000 },
  breaker: { after: 5, restMs: 15_000, longestMs: 300_000 },
}

/** An answer that a query was not good is no failure of the server. */
const isFailure = ({ code }: AppError): boolean => code !== 'provider-refused'
/** Three digits of a degree are about 100 m, five about 1 m. */
const rounded = ({ lat, lon }: GeoPoint, digits: number): string =>
  `${lat.toFixed(digits)},${lon.toFixed(digits)}`

/**
 * A geocoder behind a cache and a circuit breaker: equal questions at the same moment are asked once, and a server
 * that fails is left alone. Logs what was asked in figures only.
 */
export function guardedGeocoder(
  geocoder: Geocoder,
  options: GuardOptions,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Geocoder {
  const found = boundedCache<readonly Geocoded[]>(options.cache, clock)
  const addresses = boundedCache<Place | null>(options.cache, clock)
  const under = new Map<string, Promise<unknown>>()
  const { name } = geocoder
  const breaker = circuitBreaker(options.breaker, clock, isFailure, (now) => {
    if (now === 'closed') log('info', 'geocoder.resumed', { name })
    else log('warn', 'geocoder.paused', { name, restMs: now.restMs, code: now.because.code })
  })

  /** One call per key at a time, its answer kept. */
  async function ask<V>(
    what: 'find' | 'reverse',
    key: string,
    kept: { get(key: string): V | undefined; set(key: string, value: V, empty: boolean): void },
    call: () => Promise<V>,
    isEmpty: (value: V) => boolean,
  ): Promise<V> {
    const known = kept.get(key)
    if (known !== undefined) {
      log('debug', 'geocoder.asked', { name, what, from: 'cache', tookMs: 0 })
      return known
    }
    const line = `${what} ${key}`
    const running = under.get(line) as Promise<V> | undefined
    if (running !== undefined) return running
    const startedAt = clock.now()
    const asked = breaker
      .run(call)
      .then((value) => {
        kept.set(key, value, isEmpty(value))
        log('debug', 'geocoder.asked', { name, what, from: 'server', tookMs: clock.now() - startedAt })
        return value
      })
      .catch((thrown: unknown) => {
        const { code, providerCode } = asAppError(thrown)
        log('debug', 'geocoder.failed', { name, what, code, providerCode })
        throw thrown
      })
      .finally(() => under.delete(line))
    under.set(line, asked)
    return asked
  }

  return {
    name,
    async find(written, hints) {
      const query = cleanQuery(written)
      if (query === null) return []
      const near = hints.near === undefined ? '' : rounded(hints.near, 3)
      return ask(
        'find',
        `${keyOfQuery(query)} ${near}`,
        found,
        () => geocoder.find(query, hints),
        (places) => places.length === 0,
      )
    },
    reverse: (point) =>
      ask(
        'reverse',
        rounded(point, 5),
        addresses,
        () => geocoder.reverse(point),
        (place) => place === null,
      ),
  }
}

/** The first geocoder, and the second one where that cannot be asked. */
export function fallingBack(first: Geocoder, second: Geocoder): Geocoder {
  const or = async <T>(asked: Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
    try {
      return await asked
    } catch (thrown) {
      if (asAppError(thrown).code === 'bug') throw thrown
      return otherwise()
    }
  }
  return {
    name: first.name,
    find: (query, hints) => or(first.find(query, hints), () => second.find(query, hints)),
    reverse: (point) => or(first.reverse(point), () => second.reverse(point)),
  }
}
