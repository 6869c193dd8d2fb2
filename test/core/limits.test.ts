import { describe, expect, it } from 'vitest'
import { limiter } from '../../src/core/limits.ts'

describe('a limit', () => {
  it('gives so many at once, then one each interval, and says how long to wait', () => {
    let now = 0
    const allows = limiter({ burst: 2, everyMs: 1_000 }, () => now)
    expect([allows('a'), allows('a')]).toEqual([null, null])
    expect(allows('a')).toBe(1_000)
    now = 400
    expect(allows('a')).toBe(600)
    now = 1_000
    expect(allows('a')).toBeNull()
    now = 60_000
    expect([allows('a'), allows('a'), allows('a')]).toEqual([null, null, 1_000])
  })
  it('counts a network of IPv6 as one, and IPv4 in IPv6 as itself', () => {
    const allows = limiter({ burst: 1, everyMs: 1_000 }, () => 0)
    expect(allows('2001:db8:1:2::1')).toBeNull()
    expect(allows('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe(1_000)
    expect(allows('2001:db8:1:3::1')).toBeNull()
    expect(allows('::ffff:192.0.2.1')).toBeNull()
    expect(allows('192.0.2.1')).toBe(1_000)
    expect(allows('192.0.2.2')).toBeNull()
  })
  it('does not count whom nobody knows', () => {
    const allows = limiter({ burst: 1, everyMs: 1_000 }, () => 0)
    expect([allows(undefined), allows(undefined)]).toEqual([null, null])
  })
})
