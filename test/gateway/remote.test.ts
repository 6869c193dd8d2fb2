import type { Context } from 'hono'
import { describe, expect, it } from 'vitest'
import { remoteOf } from '../../src/gateway/remote.ts'

const from = (remoteAddress: string | undefined, forwarded?: string): Context =>
  ({
    env: { incoming: { socket: { remoteAddress } } },
    req: { header: (name: string) => (name === 'x-forwarded-for' ? forwarded : undefined) },
  }) as unknown as Context

describe('who is at the other end', () => {
  it('without proxies it is the peer, whatever a header says', () => {
    expect(remoteOf(from('192.0.2.1', '198.51.100.1'), 0)).toBe('192.0.2.1')
  })
  it('behind proxies it is what the outermost of ours saw, not what the sender wrote', () => {
    expect(remoteOf(from('10.0.0.1', '203.0.113.9, 198.51.100.1'), 1)).toBe('198.51.100.1')
    expect(remoteOf(from('10.0.0.1', '203.0.113.9, 198.51.100.1, 10.0.0.2'), 2)).toBe('198.51.100.1')
  })
  it('a header that is not there or too short falls back to the peer', () => {
    expect(remoteOf(from('10.0.0.1'), 1)).toBe('10.0.0.1')
    expect(remoteOf(from('10.0.0.1', '198.51.100.1'), 3)).toBe('10.0.0.1')
    expect(remoteOf(from(undefined), 0)).toBeUndefined()
  })
})
