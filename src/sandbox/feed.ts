/**
 * What a page hears while it is open: server-sent events, each with the piece of HTML it needs.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 * @module
 */
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { bubbleHtml, progressText } from './bubble.ts'
import type { Phones, ScreenEvent } from './phones.ts'

/** Proxies cut a connection that says nothing. */
const beatMs = 15_000

/** `epoch` tells this process from the one before it: a page of that one has to load again. */
export function feed(phones: Phones, epoch: string) {
  const seen = () => `${epoch}-${phones.latest()}`

  async function answer(c: Context): Promise<Response> {
    // A browser that lost the connection says by itself where it was.
    const last = c.req.header('last-event-id') ?? c.req.query('after') ?? ''
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, (stream) => follow(stream, last))
  }

  async function follow(stream: SSEStreamingApi, last: string): Promise<void> {
    const [from, number] = last.split('-')
    const missed = from === epoch ? phones.after(Number(number)) : null
    if (missed === null) {
      await stream.writeSSE({ event: 'reload', data: '' })
      return
    }
    const waiting: ScreenEvent[] = [...missed]
    let wake = () => {}
    const stop = phones.watch((event) => {
      waiting.push(event)
      wake()
    })
    stream.onAbort(() => {
      stop()
      wake()
    })
    while (!stream.aborted && !stream.closed) {
      const event = waiting.shift()
      if (event !== undefined) await stream.writeSSE(await written(event, epoch))
      else if (
        await quiet((ready) => {
          wake = ready
        })
      )
        await stream.write(': still here\n\n')
    }
    stop()
  }

  return { seen, answer }
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

async function written({ id, kind, bubble }: ScreenEvent, epoch: string) {
  const data =
    kind === 'bubble'
      ? { phone: bubble.phone, side: bubble.side, html: String(await bubbleHtml(bubble)) }
      : { bubble: bubble.id, state: bubble.progress.state, words: progressText(bubble.progress) }
  return { id: `${epoch}-${id}`, event: kind, data: JSON.stringify(data) }
}
