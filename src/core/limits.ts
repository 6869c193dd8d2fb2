/**
 * How often one address may do one thing, counted in this process.
 * @module
 */

export interface Limit {
  /** So many at once. */
  readonly burst: number
  /** And then one each. Milliseconds. */
  readonly everyMs: number
}

/** Buckets kept at once; the one not touched for longest goes first. */
const mostKept = 20_000

/** Null where it may; else after how many milliseconds. An address that is not known is not counted. */
export type Allows = (address: string | undefined) => number | null

/** A bucket per address that fills by the clock (Unix milliseconds). */
export function limiter({ burst, everyMs }: Limit, now: () => number): Allows {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>()
  return (address) => {
    if (address === undefined) return null
    const key = blockOf(address)
    const at = now()
    const before = buckets.get(key)
    const left = before === undefined ? burst : Math.min(burst, before.left + (at - before.at) / everyMs)
    // Touched last: at the end.
    buckets.delete(key)
    if (buckets.size >= mostKept) for (const oldest of buckets.keys()) if (buckets.delete(oldest)) break
    if (left < 1) {
      buckets.set(key, { left, at })
      return Math.ceil((1 - left) * everyMs)
    }
    buckets.set(key, { left: left - 1, at })
    return null
  }
}

/** One household has 2^64 addresses of IPv6 (RFC 6177): they count as one. */
export function blockOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d{1,3}\.)/i, '')
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.split('::')
  const groups = head.split(':')
  const rest = tail === undefined ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length
  return [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...rest].slice(0, 4).join(':')
}
