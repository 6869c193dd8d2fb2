/**
 * Bytes that are asked for often: made small once, and sent small to whoever takes them so.
 * @module
 */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'

const zipped = promisify(gzip)

export interface Packed {
  readonly plain: Buffer
  readonly small: Buffer
}

export const packed = async (plain: Buffer): Promise<Packed> => ({ plain, small: await zipped(plain) })

/** Whoever calls it says the type and how long it may be kept. */
export function answerPacked(c: Context, { plain, small }: Packed): Response {
  const takesSmall = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  if (takesSmall) c.header('Content-Encoding', 'gzip')
  return c.body(Uint8Array.from(takesSmall ? small : plain))
}
