/**
 * How often a method may be called. https://docs.slack.dev/apis/web-api/rate-limits
 * @module
 */

/** Calls within a span; a channel of its own for posting. */
const tiers: Readonly<Record<string, { readonly calls: number; readonly withinMs: number }>> = {
  'chat.postMessage': { calls: 1, withinMs: 1_000 },
  'chat.update': { calls: 50, withinMs: 60_000 },
  'conversations.history': { calls: 50, withinMs: 60_000 },
  'chat.postEphemeral': { calls: 100, withinMs: 60_000 },
  'views.open': { calls: 100, withinMs: 60_000 },
  'views.update': { calls: 100, withinMs: 60_000 },
}

export function rates(clock: { now(): number }) {
  const seen = new Map<string, number[]>()
  return {
    /** Seconds to wait, or null where the call may be made; then it counts. */
    take(method: string, channel: string): number | null {
      const tier = tiers[method]
      if (tier === undefined) return null
      const key = method === 'chat.postMessage' ? `${method} ${channel}` : method
      const now = clock.now()
      const recent = (seen.get(key) ?? []).filter((at) => at > now - tier.withinMs)
      seen.set(key, recent)
      const [first] = recent
      if (first !== undefined && recent.length >= tier.calls)
        return Math.max(1, Math.ceil((first + tier.withinMs - now) / 1000))
      recent.push(now)
      return null
    },
  }
}
