/**
 * Who does what when: ids and nothing else.
 * @module
 */
export const queueNames = ['intake', 'media', 'file', 'reply'] as const
export type QueueName = (typeof queueNames)[number]
/** `later`: the queue tries again after its backoff. `done`: it never comes back. */
export type JobVerdict =
  | { readonly verdict: 'done' }
  | { readonly verdict: 'later'; readonly afterMs: number }
/** Carries ids, nothing else. At least once; a lost queue loses nothing, the sweeper refills it. */
export interface Queue {
  /** Adding an id that is already waiting does nothing. Throws AppError `queue-away` within 2 s, never hangs. */
  add(queue: QueueName, ids: readonly string[]): Promise<void>
  /** Starts working. `work` gets one id; what it throws counts as `later`. */
  work(queue: QueueName, concurrency: number, work: (id: string) => Promise<JobVerdict>): void
  /** Jobs waiting or delayed, by queue. */
  depths(): Promise<Readonly<Record<QueueName, number>>>
  /** Stops taking jobs, waits for those under way at most `withinMs`, then lets go. */
  close(withinMs: number): Promise<void>
}
