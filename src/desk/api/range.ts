/**
 * A file, whole or the one range that a player asks for (RFC 9110, section 14).
 * @module
 */
import type { Context } from 'hono'

/** Whether this asks for the beginning: a player asks again and again while it plays. */
export const isFirst = (c: Context): boolean => !/^bytes=(?!0-)/.test(c.req.header('range') ?? '')

export function ranged(c: Context, bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes' }
  const range = rangeOf(c.req.header('range'), bytes.length)
  if (range === null) return c.body(bytes, 200, headers)
  const [from, to] = range
  return c.body(bytes.slice(from, to + 1), 206, {
    ...headers,
    'Content-Range': `bytes ${from}-${to}/${bytes.length}`,
  })
}

/** First and last byte; null: all of it. */
function rangeOf(header: string | undefined, length: number): readonly [number, number] | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  return from <= to ? [from, to] : null
}
