import type { Clock } from '../core/ports.ts'

export interface CacheOptions {
  /** The least recently asked go first. */
  readonly mostEntries: number
  readonly keepMs: number
  /** What was not there may be there tomorrow. */
  readonly keepEmptyMs: number
}

export interface Cache<V> {
  /** The kept answer, or undefined. */
  get(key: string): V | undefined
  set(key: string, value: V, empty: boolean): void
  readonly size: number
}

/** Answers in memory, bounded in number and age. Nothing of it is ever written down. */
export function boundedCache<V>({ mostEntries, keepMs, keepEmptyMs }: CacheOptions, clock: Clock): Cache<V> {
  // A Map keeps the order of insertion: the first one is the one longest unasked.
  const kept = new Map<string, { readonly value: V; readonly until: number }>()
  return {
    get(key) {
      const entry = kept.get(key)
      if (entry === undefined) return undefined
      kept.delete(key)
      if (entry.until <= clock.now()) return undefined
      kept.set(key, entry)
      return entry.value
    },
    set(key, value, empty) {
      kept.delete(key)
      kept.set(key, { value, until: clock.now() + (empty ? keepEmptyMs : keepMs) })
      for (const oldest of kept.keys()) {
        if (kept.size <= mostEntries) break
        kept.delete(oldest)
      }
    },
    get size() {
      return kept.size
    },
  }
}
