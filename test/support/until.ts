import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until `holds` says so; throws after `withinMs`. The error names what was waited for. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${holds.toString()}`)
    await sleep(20)
  }
}
