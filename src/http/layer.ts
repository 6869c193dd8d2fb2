/**
 * A layer of a map as GeoJSON (RFC 7946).
 * @module
 */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { answerPacked, type Packed, packed } from './gzip.ts'

/** Made once, small on the way, and not sent again to whoever has it. `kept` says who may keep it, for an hour. */
export function layer(make: () => object, kept: 'public' | 'private') {
  let made: Promise<Packed & { readonly tag: string }> | null = null
  const load = async () => {
    const plain = Buffer.from(JSON.stringify(make()))
    const tag = `"${createHash('sha256').update(plain).digest('hex').slice(0, 16)}"`
    return { ...(await packed(plain)), tag }
  }
  return async (c: Context): Promise<Response> => {
    made ??= load()
    const { tag, ...bytes } = await made
    c.header('Cache-Control', `${kept}, max-age=3600`)
    c.header('ETag', tag)
    c.header('Vary', 'Accept-Encoding')
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    c.header('Content-Type', 'application/geo+json')
    return answerPacked(c, bytes)
  }
}
