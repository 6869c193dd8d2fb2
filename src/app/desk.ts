/**
 * Turns and the desk on Boston's policy: for the worker, for a gateway, for a command.
 * @module
 */
import type { Intake } from '../../workers/intake.ts'
import { takeTurn } from '../../workers/intake.ts'
import type { Log } from '../core/events.ts'
import type { Clock, Desk, Queue, Store } from '../core/ports.ts'
import type { Understanding } from '../core/understanding.ts'
import { makeDesk } from '../desk/desk.ts'
import { bostonPolicy, publicCityPolicy } from './city.ts'
import type { Open311 } from './config.ts'
import { bostonPlaceAt, bostonPlaces, understandBoston } from './understanding.ts'

export interface Taking {
  readonly store: Store
  readonly queue: Queue
  readonly clock: Clock
  readonly log: Log
  readonly open311: Open311 | null
}

/** Turns, without a queue of its own: for the worker, and for an agent's decision from anywhere. */
export function intakeOf({ store, queue, clock, log, open311 }: Taking): Intake {
  return {
    store,
    queue,
    policy: open311 === null ? bostonPolicy : publicCityPolicy,
    // Whoever takes decisions only never reads a message: the models are loaded by whoever does.
    understand: (text, hints): Understanding => understandBoston()(text, hints),
    clock,
    log,
  }
}

/** The desk, for every surface of this process. */
export function deskOf(taking: Taking): Desk {
  const intake = intakeOf(taking)
  return makeDesk({
    ...taking,
    take: (subject, seen) => takeTurn(intake, subject, seen),
    policy: intake.policy,
    places: bostonPlaces,
    placeAt: bostonPlaceAt,
  })
}
