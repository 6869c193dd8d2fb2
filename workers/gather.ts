/**
 * Natural batching: while one call for a key is under way, what comes in the meantime gathers and goes out as
 * the next one. Nobody waits for a timer, and every caller hears of the call that carried its items.
 */
export function gather<K, T>(
  send: (key: K, items: readonly T[]) => Promise<void>,
): (key: K, items: readonly T[]) => Promise<void> {
  const running = new Map<K, Promise<void>>()
  const next = new Map<K, { items: T[]; sent: Promise<void> }>()
  const go = (key: K, items: readonly T[]): Promise<void> => {
    const sent = send(key, items).finally(() => {
      running.delete(key)
    })
    running.set(key, sent)
    return sent
  }
  return (key, items) => {
    const current = running.get(key)
    if (current === undefined) return go(key, items)
    const gathering = next.get(key)
    if (gathering !== undefined) {
      gathering.items.push(...items)
      return gathering.sent
    }
    const mine: { items: T[]; sent: Promise<void> } = { items: [...items], sent: Promise.resolve() }
    mine.sent = current
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        next.delete(key)
        return go(key, mine.items)
      })
    next.set(key, mine)
    return mine.sent
  }
}
