/**
 * Tells open pages that something has changed: one look a second at the desk for all of them, and only while somebody
 * listens. https://html.spec.whatwg.org/multipage/server-sent-events.html
 * @module
 */
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Clock, Desk } from '../../core/ports.ts'

/** Proxies cut a connection that says nothing. */
const beatMs = 15_000
/** How long a stream may go on without a look at its session, however much happens. Milliseconds. */
const trustMs = 15_000
/** More than anyone has tabs. */
const mostOfOne = 20
const mostOfAll = 500

export interface LiveOptions {
  readonly desk: Pick<Desk, 'mark'>
  /** Milliseconds between two looks. */
  readonly everyMs: number
  readonly clock: Clock
  /** When this process stops, every stream ends: browsers come back by themselves. */
  readonly stopping: AbortSignal
}

export function liveMarks({ desk, everyMs, clock, stopping }: LiveOptions) {
  const listeners = new Set<(mark: string) => void>()
  /** Open streams by session. */
  const open = new Map<string, number>()
  let openOfAll = 0
  let latest: string | null = null
  let looking = false

  async function look(): Promise<void> {
    // While the ledger is away nothing is known to have changed; pages keep what they show.
    const mark = await desk.mark().catch(() => latest)
    if (mark !== null && mark !== latest) {
      latest = mark
      for (const listener of listeners) listener(mark)
    }
    looking = false
    if (listeners.size > 0 && !stopping.aborted) schedule()
  }
  function schedule(): void {
    if (looking) return
    looking = true
    setTimeout(() => void look(), everyMs).unref()
  }
  function listen(listener: (mark: string) => void): () => void {
    // What was seen while nobody listened may be old.
    if (listeners.size === 0) latest = null
    listeners.add(listener)
    // Whoever comes later hears where the others are.
    if (latest !== null) listener(latest)
    schedule()
    return () => listeners.delete(listener)
  }

  function count(session: string, by: 1 | -1): void {
    openOfAll += by
    const own = (open.get(session) ?? 0) + by
    if (own === 0) open.delete(session)
    else open.set(session, own)
  }

  /**
   * `session`: any name of it; 429 where it, or all together, have too many streams open. `stillSignedIn` is asked
   * at every beat, also of a stream that is never quiet: it ends with its session.
   */
  async function answer(
    c: Context,
    session: string,
    stillSignedIn: () => Promise<boolean>,
  ): Promise<Response> {
    // Nobody would ever read it, nor end it.
    if (c.req.method === 'HEAD') return c.body(null, 204)
    if (openOfAll >= mostOfAll || (open.get(session) ?? 0) >= mostOfOne) {
      c.header('Retry-After', String(beatMs / 1000))
      return c.text('Too many pages are live: close some.', 429)
    }
    const seen = c.req.header('last-event-id') ?? c.req.query('seen') ?? ''
    c.header('X-Accel-Buffering', 'no')
    count(session, 1)
    return streamSSE(c, (stream) => follow(stream, seen, stillSignedIn).finally(() => count(session, -1)))
  }

  async function follow(
    stream: SSEStreamingApi,
    seen: string,
    stillSignedIn: () => Promise<boolean>,
  ): Promise<void> {
    let told = seen
    let news: string | null = null
    let askedAt = clock.now()
    let beat = false
    let wake = () => {}
    const stop = listen((mark) => {
      news = mark
      wake()
    })
    const end = () => wake()
    stopping.addEventListener('abort', end)
    stream.onAbort(end)
    try {
      // The page knows that the line is up before anything happens.
      await stream.write(': listening\n\n')
      while (!stream.aborted && !stream.closed && !stopping.aborted) {
        if (beat || clock.now() - askedAt >= trustMs) {
          askedAt = clock.now()
          if (!(await stillSignedIn().catch(() => true))) {
            await stream.writeSSE({ event: 'signed-out', data: '' })
            return
          }
          if (beat) await stream.write(': still here\n\n')
          beat = false
          continue
        }
        if (news !== null && news !== told) {
          told = news
          await stream.writeSSE({ event: 'desk', id: told, data: '' })
          continue
        }
        beat = await quiet((ready) => {
          wake = ready
        })
      }
    } finally {
      stop()
      stopping.removeEventListener('abort', end)
    }
  }

  return { answer, listeners: () => listeners.size }
}

/** Waits for `wake` or a beat; true after a beat. */
function quiet(listen: (wake: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), beatMs)
    timer.unref()
    listen(() => {
      clearTimeout(timer)
      resolve(false)
    })
  })
}
