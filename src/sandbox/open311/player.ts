/**
 * Plays a GeoReport v2 server as its specification says, with the faults and the ways of real ones.
 * @module
 */
import { routes } from './routes.ts'
import type { Fault, Open311Player, PlayedRequest, PlayerOptions } from './types.ts'

/** What the routes share. */
export interface PlayerState {
  readonly options: PlayerOptions
  readonly calls: string[]
  add(serviceCode: string, fields: PlayedRequest['fields']): PlayedRequest
  all(): readonly PlayedRequest[]
  /** What is answered for this id or token in place of its request. */
  readonly spoiled: ReadonlyMap<string, 400 | 500>
  /** The fault that this call meets. */
  meets(on: 'create' | 'read'): Fault | null
}

export function open311Player(options: PlayerOptions): Open311Player {
  const requests = new Map<string, PlayedRequest>()
  const waiting = { create: [] as Fault[], read: [] as Fault[] }
  let odds: { readonly fault: Fault; readonly probability: number; readonly random: () => number } | null =
    null
  const calls: string[] = []
  const spoiled = new Map<string, 400 | 500>()
  const { clock } = options

  const state: PlayerState = {
    options,
    calls,
    spoiled,
    add(serviceCode, fields) {
      const n = requests.size + 1
      const service = options.services.find((one) => one.code === serviceCode)
      const at = clock.now()
      const request: PlayedRequest = {
        id: String(101_000_000_000 + n),
        token: service?.type === 'batch' ? `t${n.toString(36)}` : null,
        serviceCode,
        fields,
        at,
        status: 'open',
        notes: null,
        changedAt: at,
      }
      requests.set(request.id, request)
      return request
    },
    all: () => [...requests.values()],
    meets(on) {
      const next = waiting[on].shift()
      if (next !== undefined) return next
      return on === 'create' && odds !== null && odds.random() < odds.probability ? odds.fault : null
    },
  }
  return {
    app: routes(state),
    requests: state.all,
    calls: () => calls,
    close(id, notes) {
      const request = requests.get(id)
      if (request === undefined) throw new Error('no request has this id')
      requests.set(id, { ...request, status: 'closed', notes, changedAt: clock.now() })
    },
    fault(fault, { times = 1, on = 'create' } = {}) {
      for (let count = 0; count < times; count += 1) waiting[on].push(fault)
    },
    spoil(id, status) {
      spoiled.set(id, status)
    },
    chance(fault, probability, random) {
      odds = { fault, probability, random }
    },
    noChance() {
      odds = null
    },
  }
}
