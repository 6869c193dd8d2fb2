/**
 * What the queues carry: ids, never a body. Both queues have the same shape, so that a dead letter that is put
 * into the relay queue as it stands is another try.
 * @module
 */
// As a namespace: with `{ z }` the bundle is three times as large.
import * as z from 'zod'

/** Wakes a line. `do` is an operator's wish for a dead letter: another try, or to forget it. */
export const Wake = z.object({
  line: z.string().regex(/^[0-9a-f]{64}$/),
  delivery: z.string().min(1).max(200),
  do: z.enum(['replay', 'forget']).optional(),
})
export type Wake = z.infer<typeof Wake>

/** A dead letter as the operator finds it. The delivery itself, body and all, stays in its line. */
export interface DeadLetter extends Wake {
  readonly do: 'replay'
  /** What the gateway answered. */
  readonly status: number
  /** Door, without its query. */
  readonly path: string
  /** When it was taken in, ISO 8601. */
  readonly takenAt: string
}
