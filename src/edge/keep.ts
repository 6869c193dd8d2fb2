/**
 * Takes a verified delivery in: durable in its line, then a word to the queue, and only then an answer.
 * @module
 */
import type { Delivery } from './delivery.ts'
import { deliveryId, keptHeaders, lineName } from './delivery.ts'
import type { Fields } from './form.ts'
import { kindOf, log } from './log.ts'
import type { Afterwards } from './runtime.ts'
import type { Env } from './settings.ts'

export interface Arrived {
  readonly path: string
  readonly headers: Headers
  readonly body: Uint8Array
  readonly fields: Fields
  /** Unix milliseconds. */
  readonly at: number
}

/** Below the read timeout that channels/sms/README.md sets at Twilio, so that our 503 arrives before it hangs up. */
const keptWithinMs = 4_000
/** The delivery is safe already; nobody waits long for the queue. */
const toldWithinMs = 1_000

/** True once it is durable. False: the provider has to try again. Never throws. */
export async function keep(env: Env, arrived: Arrived, ctx: Afterwards): Promise<boolean> {
  const door = arrived.path.split('?')[0] ?? ''
  try {
    const delivery: Delivery = {
      id: await deliveryId(arrived.path, arrived.fields, arrived.body),
      path: arrived.path,
      headers: keptHeaders(arrived.headers),
      body: arrived.body,
      takenAt: arrived.at,
    }
    const line = env.LINE.getByName(await lineName(arrived.fields))
    const fresh = await within(keptWithinMs, line.take(delivery))
    const ids = { line: line.id.toString(), delivery: delivery.id }
    log('delivery.kept', { ...ids, fresh })
    if (!fresh) return true
    const told = env.RELAY.send(ids).catch((error: unknown) => {
      log('queue.failed', { queue: 'relay', line: ids.line, reason: kindOf(error) })
      // One try without the queue; after that the line's alarm is what is left.
      return line.run().catch(() => undefined)
    })
    ctx.waitUntil(told)
    await within(toldWithinMs, told).catch(() => undefined)
    return true
  } catch (error) {
    log('delivery.failed', { door, reason: kindOf(error) })
    return false
  }
}

/** Rejects where the work takes longer. The work goes on. */
function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('too late', 'TimeoutError')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
