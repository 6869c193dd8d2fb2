/**
 * How much one address may send. Each process counts by itself, and what costs a filing is counted in the ledger too,
 * so that several gateways together let through what one would.
 * @module
 */
import { createHmac } from 'node:crypto'
import { AppError } from '../../src/core/errors.ts'
import { blockOf, type Limit, limiter } from '../../src/core/limits.ts'
import type { Tally } from '../../src/core/ports.ts'

const forms: Limit = { burst: 20, everyMs: 30_000 }
/** Of a browser that proved no work. */
const formsWithoutWork: Limit = { burst: 6, everyMs: 60_000 }
/** Contacts left from one address whose owners we ask; what is more is kept for agents alone. */
const contacts: Limit = { burst: 6, everyMs: 30 * 60_000 }
/** What is added to one request by its link in all. */
const photosOfLink = 20

/** Ten minutes, as `2026-11-21T05:1`. */
const periodMs = 600_000
const periodOf = (now: number): string => new Date(now).toISOString().slice(0, 15)
/** What one process would let through in that time. */
const inPeriod = ({ burst, everyMs }: Limit): number => burst + periodMs / everyMs

export interface WebLimits {
  /** Every form, whatever is in it. Throws AppError `rate-limited`, as all of these. */
  form(remote: string | undefined): void
  formWithoutWork(remote: string | undefined): void
  /** Whether the owner of a contact that was left from there is asked: they get a message because of it. */
  contact(remote: string | undefined): boolean
  /** One that is taken, over all processes. Where the ledger does not answer, the two above have to do. */
  taken(remote: string | undefined, hasWork: boolean): Promise<void>
  /** False where the request has had as many as a link may bring. */
  photos(reference: string, amount: number): Promise<boolean>
}

export function webLimits(secret: string, tally: Tally, now: () => number): WebLimits {
  const everyone = limiter(forms, now)
  const workless = limiter(formsWithoutWork, now)
  const left = limiter(contacts, now)
  const counted = (name: string, period: string, amount: number, most: number): Promise<boolean> =>
    tally.add(name, period, amount, most).then(
      ({ added }) => added,
      (error: unknown) => {
        if (error instanceof AppError && error.code === 'storage-away') return true
        throw error
      },
    )
  /**
   * Stands for an address for ten minutes. 24 bits of a keyed hash: some hundred addresses of the Internet share one,
   * so that nobody can be found by it, and hardly ever two who write at the same time.
   */
  const keyOf = (remote: string, period: string): string =>
    createHmac('sha256', secret)
      .update(`limit ${period} ${blockOf(remote)}`)
      .digest('hex')
      .slice(0, 6)

  return {
    form: (remote) => check(everyone(remote)),
    formWithoutWork: (remote) => check(workless(remote)),
    contact: (remote) => left(remote) === null,
    async taken(remote, hasWork) {
      if (remote === undefined) return
      const period = periodOf(now())
      const [name, most] = hasWork
        ? ['web forms', inPeriod(forms)]
        : ['web forms without work', inPeriod(formsWithoutWork)]
      if (!(await counted(`${name} ${keyOf(remote, period)}`, period, 1, most)))
        check(periodMs - (now() % periodMs))
    },
    photos: (reference, amount) => counted(`photos by link ${reference}`, '', amount, photosOfLink),
  }
}

function check(afterMs: number | null): void {
  if (afterMs !== null) throw new AppError('rate-limited', 'too many forms from one address', { afterMs })
}
