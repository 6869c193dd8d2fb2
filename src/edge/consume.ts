/**
 * The queue's side: each message wakes its line. The order is the line's; messages may come in any, and twice.
 * @module
 */
import { kindOf, log } from './log.ts'
import type { QueueBatch, QueueMessage } from './runtime.ts'
import type { Env } from './settings.ts'
import { Wake } from './wake.ts'

/** Cloudflare takes no longer one (12 h); ours end far below. */
const longestDelayS = 3_600

/** Answers every message by itself: one that waits holds up no other. */
export async function consume(batch: QueueBatch, env: Env): Promise<void> {
  await Promise.all(batch.messages.map((message) => wake(message, batch.queue, env)))
}

async function wake(message: QueueMessage, queue: string, env: Env): Promise<void> {
  const line = lineOf(message.body, env)
  if (line === null) {
    log('queue.misread', { queue, message: message.id })
    return message.ack()
  }
  const { wanted, stub } = line
  const ids = { line: wanted.line, delivery: wanted.delivery }
  try {
    if (wanted.do === 'replay')
      log('delivery.replayed', { ...ids, found: await stub.replay(wanted.delivery) })
    if (wanted.do === 'forget')
      log('delivery.forgotten', { ...ids, found: await stub.forget(wanted.delivery) })
    const ran = await stub.run()
    if (ran.state === 'empty') message.ack()
    else message.retry({ delaySeconds: Math.min(Math.ceil(ran.afterMs / 1_000), longestDelayS) })
  } catch (error) {
    log('line.failed', { line: wanted.line, reason: kindOf(error) })
    message.retry({ delaySeconds: Math.min(2 ** Math.min(message.attempts, 7), 120) })
  }
}

/** Null where it is no message of ours, or names no line of this namespace. */
function lineOf(body: unknown, env: Env) {
  const wanted = Wake.safeParse(body).data
  if (wanted === undefined) return null
  try {
    return { wanted, stub: env.LINE.get(env.LINE.idFromString(wanted.line)) }
  } catch {
    return null
  }
}
