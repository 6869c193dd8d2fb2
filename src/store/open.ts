/**
 * The ledger, put together.
 * @module
 */
import type { Store } from '../core/ports.ts'
import { lanes, makeAccept } from './accept.ts'
import { makeCards } from './cards.ts'
import { makeClaim } from './claim.ts'
import { makeCompany } from './company.ts'
import { makeContacts } from './contacts.ts'
import { makeCursors } from './cursors.ts'
import { makeDeliveries } from './deliveries.ts'
import { randomReference } from './ids.ts'
import { openLedger, type Sql, type Statement } from './ledger.ts'
import { makeMedia } from './media.ts'
import { migrate } from './migrate.ts'
import type { ServiceRule, Settings, StoreOptions } from './options.ts'
import { makeOutcomes } from './outcomes.ts'
import { makeProofs } from './proofs.ts'
import { makeReadings } from './readings.ts'
import { makeRecords } from './records.ts'
import { makeRequests } from './requests.ts'
import { makeReviews } from './reviews.ts'
import { makeSaid } from './said.ts'
import { makeSessions } from './sessions.ts'
import { makeSweep } from './sweep.ts'
import { makeTallies } from './tallies.ts'
import { makeTurn } from './turn.ts'
import { makeWatched } from './watched.ts'
import { makeWithdrawals } from './withdrawals.ts'

/** The Store on PostgreSQL, with what only its owner may do. */
export interface OpenStore extends Store {
  /** Brings the database up to date; safe in many processes at once. Throws AppError. */
  migrate(): Promise<{ readonly applied: number }>
  /** For `localCases`. */
  readonly sql: Sql
}

const hourMs = 3_600_000
const everyDay: Settings['addTarget'] = (fromMs, { amount, unit }) =>
  new Date(fromMs + amount * (unit === 'hours' ? hourMs : 24 * hourMs))

const openRule: ServiceRule = { department: '', private: false, target: null }
const closedRule: ServiceRule = { department: '', private: true, target: null }

/** Opens the ledger. Connects at the first call, so that a process can start while PostgreSQL is away. */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const { services } = options
  const settings: Settings = {
    mediaWaitMs: 20_000,
    addTarget: everyDay,
    randomReference,
    keepsWords: true,
    ...options,
    rule: (code) => {
      if (code === null) return closedRule
      return services === undefined ? openRule : (services(code) ?? closedRule)
    },
  }
  const ledger = openLedger(options.url, Math.max(options.maxConnections - 1, 1), 'intake311')
  const door = openLedger(options.url, lanes, 'intake311-door')
  return {
    sql: ledger,
    migrate: () => migrate(options.url),
    accept: makeAccept(door, settings.mediaWaitMs),
    turn: makeTurn(ledger, settings),
    claim: makeClaim(ledger, settings),
    ...makeCompany(ledger, settings),
    ...makeContacts(ledger, settings),
    ...makeCursors(ledger, settings),
    ...makeProofs(ledger, settings),
    ...makeTallies(ledger, settings),
    ...makeWithdrawals(ledger, settings),
    ...makeSaid(ledger),
    ...makeOutcomes(ledger, settings),
    ...makeDeliveries(ledger, settings),
    ...makeMedia(ledger, settings),
    ...makeSweep(ledger),
    ...makeRecords(ledger, settings),
    ...makeReviews(ledger, settings),
    ...makeCards(ledger, settings),
    ...makeWatched(ledger, settings),
    ...makeSessions(ledger, settings),
    ...makeReadings(ledger),
    ...makeRequests(ledger.kysely),
    async ping() {
      await door.rows(ping, [])
    },
    async close() {
      await Promise.all([ledger.close(), door.close()])
    },
  }
}

const ping: Statement = { name: '', text: 'SELECT 1', answerWithinMs: 2_000 }
