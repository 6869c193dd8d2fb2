/**
 * Status callbacks, a few at a time.
 * https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
 * @module
 */

const maxAtOnce = 8

/** Runs jobs in order of arrival, `maxAtOnce` together. A job that throws is forgotten, as Twilio forgets it. */
export function callbackQueue() {
  const waiting: (() => Promise<unknown>)[] = []
  const idlers: (() => void)[] = []
  let running = 0
  function pump(): void {
    while (running < maxAtOnce) {
      const job = waiting.shift()
      if (job === undefined) break
      running += 1
      job()
        .catch(() => undefined)
        .finally(() => {
          running -= 1
          pump()
        })
    }
    if (running === 0) for (const idler of idlers.splice(0)) idler()
  }
  return {
    add(job: () => Promise<unknown>): void {
      waiting.push(job)
      // After the answer to the POST that caused it.
      setImmediate(pump)
    },
    idle: (): Promise<void> =>
      new Promise((resolve) => {
        idlers.push(resolve)
        setImmediate(pump)
      }),
  }
}
