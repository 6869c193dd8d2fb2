/**
 * What every Store must do. A harness opens one on an empty ledger with the clock and catalogue given.
 * @module
 */
import { afterAll, beforeAll, describe } from 'vitest'
import type { Clock, Store } from '../../src/core/ports.ts'
import { acceptSuite } from './store-accept.ts'
import { deskSuite } from './store-desk.ts'
import { doorSuite } from './store-doors.ts'
import { effectSuite } from './store-effects.ts'
import { keptSuite } from './store-kept.ts'
import { mediaSuite } from './store-media.ts'
import { publicSuite } from './store-public.ts'
import { sweepSuite } from './store-sweep.ts'
import { turnSuite } from './store-turn.ts'

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  move(byMs: number): void
}
export interface StoreUnderTest {
  /** On an empty ledger of its own, up to date. */
  readonly store: Store
  close(): Promise<void>
}
export interface StoreNeeds {
  readonly clock: Clock
  services(code: string): {
    readonly department: string
    readonly private: boolean
    readonly target: { readonly amount: number; readonly unit: 'hours'; readonly source: string } | null
  } | null
}
/** What a suite works with; read inside tests only. */
export interface Bench {
  readonly store: Store
  readonly clock: TestClock
}

export const pothole = {
  department: 'PWDx',
  private: false,
  target: { amount: 48, unit: 'hours', source: 'test' },
} as const
const services: StoreNeeds['services'] = (code) => {
  if (code === 'pothole') return pothole
  if (code === 'heat') return { department: 'ISD', private: true, target: null }
  return null
}

/** Runs every suite against stores of this harness. */
export function storeContract(name: string, make: (needs: StoreNeeds) => Promise<StoreUnderTest>): void {
  describe(`store contract: ${name}`, () => {
    for (const suite of [
      acceptSuite,
      turnSuite,
      deskSuite,
      doorSuite,
      mediaSuite,
      effectSuite,
      sweepSuite,
      publicSuite,
      keptSuite,
    ]) {
      describe(suite.title, () => {
        let made: StoreUnderTest | undefined
        let now = Date.UTC(2025, 10, 20, 15)
        const clock: TestClock = {
          now: () => now,
          move: (byMs) => {
            now += byMs
          },
        }
        beforeAll(async () => {
          made = await make({ clock, services })
        })
        afterAll(() => made?.close())
        suite.tests({
          clock,
          get store() {
            if (made === undefined) throw new Error('the store is only there inside a test')
            return made.store
          },
        })
      })
    }
  })
}
