/** Calls with one answer: what they bring goes out together. */
interface Batch<T> {
  readonly items: T[]
  readonly sent: PromiseWithResolvers<void>
}

/**
 * Natural batching: while one call for a key is under way, what comes in the meantime gathers and goes out as
 * the next one. Nobody waits for a timer, nothing overtakes, and every caller hears of the call that carried
 * its items.
 */
export function gather<K, T>(
  send: (key: K, items: readonly T[]) => Promise<void>,
): (key: K, items: readonly T[]) => Promise<void> {
  const waiting = new Map<K, Batch<T>>()
  const busy = new Set<K>()
  const work = async (key: K): Promise<void> => {
    busy.add(key)
    for (let batch = waiting.get(key); batch !== undefined; batch = waiting.get(key)) {
      waiting.delete(key)
      await send(key, batch.items).then(batch.sent.resolve, batch.sent.reject)
    }
    busy.delete(key)
  }
  return (key, items) => {
    const batch = waiting.get(key) ?? { items: [], sent: Promise.withResolvers<void>() }
    batch.items.push(...items)
    waiting.set(key, batch)
    if (!busy.has(key)) void work(key)
    return batch.sent.promise
  }
}
