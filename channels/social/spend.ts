/**
 * What X costs, counted in the ledger so that all processes count together: never more in one day (UTC) than the budget.
 * https://docs.x.com/x-api/getting-started/pricing
 * @module
 */
import { AppError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/events.ts'
import type { Clock, Tally } from '../../src/core/ports.ts'

/** Dollars a piece. `mention`: a read of what belongs to our own account. */
export const prices = {
  mention: 0.001,
  post: 0.005,
  media: 0.005,
  directRead: 0.01,
  event: 0.005,
  directEvent: 0.01,
  reply: 0.01,
  replyWithLink: 0.2,
  direct: 0.015,
} as const
export type Prices = { readonly [what in keyof typeof prices]: number }

/**
 * How much of the budget each may use up to: so that what was read can still be answered, and a danger to a person is
 * answered last of all to be given up.
 */
const upTo = { read: 0.8, reply: 0.95, urgent: 1 } as const
export type Purpose = keyof typeof upTo

export interface SpendConfig {
  readonly tally: Tally
  readonly clock: Clock
  readonly log: Log
  readonly dailyUsd: number
  readonly prices: Prices
}
/** Money that was set aside. `settle` gives back what was not needed, and says where we are. */
export interface Reserved {
  settle(usedUsd: number): Promise<void>
}
const dayMs = 86_400_000
/** The ledger counts whole millionths of a dollar. */
const micro = (usd: number): number => Math.ceil(usd * 1e6 - 1e-6)

export type Spend = ReturnType<typeof spending>

export function spending({ tally, clock, log, dailyUsd, prices: each }: SpendConfig) {
  const today = (): string => new Date(clock.now()).toISOString().slice(0, 10)
  const name = 'social:usd-micros'
  const told = new Set<string>()
  const tell = (day: string, spent: number): void => {
    const passed = Math.max((clock.now() % dayMs) / dayMs, 1 / 24)
    log('debug', 'budget.spent', {
      channel: 'social',
      day,
      spentUsd: spent / 1e6,
      budgetUsd: dailyUsd,
      estimateUsd: Math.round(spent / passed) / 1e6,
    })
  }
  return {
    prices: each,
    /** How long until there is a new budget. Milliseconds. */
    untilTomorrowMs: (): number => dayMs - (clock.now() % dayMs),
    /** Sets the money aside before it is spent. Null: there is none left for this; `tells`: and the log says so. */
    async reserve(usd: number, purpose: Purpose, tells = true): Promise<Reserved | null> {
      const day = today()
      const most = Math.floor(dailyUsd * 1e6 * upTo[purpose])
      const { added, total } = await tally.add(name, day, micro(usd), most)
      if (added)
        return {
          async settle(usedUsd) {
            tell(day, (await tally.add(name, day, micro(usedUsd) - micro(usd), null)).total)
          },
        }
      if (tells && !told.has(`${day} ${purpose}`)) {
        told.add(`${day} ${purpose}`)
        log('warn', 'budget.stopped', {
          channel: 'social',
          day,
          purpose,
          spentUsd: total / 1e6,
          budgetUsd: dailyUsd,
        })
      }
      return null
    },
    /** What X charges without asking: events that it sends us. */
    async note(usd: number): Promise<void> {
      const day = today()
      tell(day, (await tally.add(name, day, micro(usd), null)).total)
    },
  }
}

/** `mention=0.001,reply=0.01`: other prices than those known when this was written. Throws `misconfigured`. */
export function pricesFrom(text: string): Prices {
  const changed = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [what = '', price = ''] = part.split('=').map((side) => side.trim())
      if (!(what in prices) || !/^\d{1,4}(?:\.\d{1,6})?$/.test(price))
        throw new AppError('misconfigured', `no such price: ${Object.keys(prices).join(', ')}`)
      return [what, Number(price)] as const
    })
  return { ...prices, ...Object.fromEntries(changed) }
}
