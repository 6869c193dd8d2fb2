import type { Service, Target } from '../core/catalogue.ts'
import type { Clock } from '../core/ports.ts'
import type { Reference } from '../core/request.ts'

/** What the ledger has to know of a service. */
export type ServiceRule = Pick<Service, 'department' | 'private' | 'target'>

/** How a ledger is opened. */
export interface StoreOptions {
  /** postgres:// with everything in it; PostgreSQL 14 or newer. */
  readonly url: string
  /** At least 2: one of them is kept for `accept`, so that no turn holds up a webhook. */
  readonly maxConnections: number
  readonly clock: Clock
  /** Without it nothing is private and nothing has a department. With it, a code it does not know is private. */
  readonly services?: (code: string) => ServiceRule | null | undefined
  /** When a target from this instant (Unix milliseconds) is met, by the city's calendar. Default: every day counts. */
  readonly addTarget?: (fromMs: number, target: Target) => Date
  /** How long a turn waits for the files of its message. Default 20,000. */
  readonly mediaWaitMs?: number
  readonly randomReference?: () => Reference
  /** Whether the words of a decision are kept for learning, redacted. Default: they are. */
  readonly keepsWords?: boolean
}

/** Everything set. */
export type Settings = Required<Omit<StoreOptions, 'services'>> & {
  rule(code: string | null): ServiceRule
}
