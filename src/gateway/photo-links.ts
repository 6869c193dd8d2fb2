/**
 * Links to photos that strangers may not see, for whoever an agent's surface shows them to (Slack fetches pictures
 * by URL). Whoever has the link sees the picture, so it ends after some days.
 * @module
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../core/ports.ts'
import type { MediaId } from '../core/request.ts'

const dayMs = 86_400_000
/** How long a link works at least; up to a day longer, so that it stays the same all day. */
const lifeMs = 7 * dayMs

export interface PhotoLinks {
  /** Below our root; the same for a whole day. */
  pathOf(id: MediaId): string
  /** Whether this end and this signature are ours, and not over. */
  allows(id: MediaId, until: string, signature: string): boolean
}

/** `secret` is shared by all processes. */
export function photoLinks(secret: string, clock: Clock): PhotoLinks {
  const sign = (id: MediaId, until: number): string =>
    createHmac('sha256', secret).update(`${id} ${until}`).digest('base64url').slice(0, 32)
  return {
    pathOf(id) {
      const until = Math.ceil((clock.now() + lifeMs) / dayMs) * dayMs
      return `/media/${id}/agents.jpg?until=${until}&sig=${sign(id, until)}`
    },
    allows(id, until, signature) {
      const end = Number(until)
      if (!Number.isSafeInteger(end) || end <= clock.now()) return false
      const [given, wanted] = [Buffer.from(signature), Buffer.from(sign(id, end))]
      return given.length === wanted.length && timingSafeEqual(given, wanted)
    },
  }
}
