import { services } from '../../src/city/boston/services/index.ts'
import type { PlayedService, PlayerOptions } from '../../src/sandbox/open311/index.ts'
import { startOpen311Player } from '../../src/sandbox/open311/index.ts'
import { hasReference } from '../../workers/cases/open311/description.ts'
import { type Open311Config, open311Cases } from '../../workers/cases/open311/index.ts'
import type { CaseSystemHarness, OpenCaseSystem } from '../contract/case-system.contract.ts'

const byCode = new Map(services.map((service) => [service.code, service]))
export const serviceOf = (code: string) => byCode.get(code)

/** A clock by hand, a few seconds after the requests that tests make up. `stepMs`: time passes with every look. */
export function handClock(stepMs = 0) {
  let now = Date.UTC(2026, 10, 2, 13, 14, 20)
  return {
    now() {
      now += stepMs
      return now
    },
    forward(ms: number) {
      now += ms
    },
  }
}

export const playedServices: readonly PlayedService[] = [
  { code: 'pothole', name: 'Pothole', attributes: [] },
  { code: 'graffiti', name: 'Graffiti', type: 'batch' },
  { code: 'rodents', name: 'Rodents', type: 'blackbox' },
]

/** A server, and the case system that files there; both on one clock, by hand if none is given. */
export async function openOpen311(server: Partial<PlayerOptions> = {}, client: Partial<Open311Config> = {}) {
  const clock = handClock()
  const player = await startOpen311Player({
    services: playedServices,
    apiKey: 'key-of-tests',
    clock,
    ...server,
  })
  const config: Open311Config = {
    url: player.url,
    apiKey: 'key-of-tests',
    jurisdictionId: server.jurisdictionId ?? null,
    serviceOf,
    clock: server.clock ?? clock,
    settlesWithinMs: 50,
    ...client,
  }
  return { clock, player, config, cases: open311Cases(config) }
}

const openWith = (server: Partial<PlayerOptions>): CaseSystemHarness => ({
  async open(): Promise<OpenCaseSystem> {
    // Requests of the same second can't be told apart by a list that has no pages.
    const clock = handClock(3_000)
    const { player, config, cases } = await openOpen311({ clock, tokenMs: 3_600_000, ...server })
    return {
      cases,
      another: () => open311Cases(config),
      async seen({ reference }) {
        return player
          .requests()
          .filter(({ fields }) => fields.some(([n, v]) => n === 'description' && hasReference(v, reference)))
          .map(({ id, fields }) => ({ id, text: JSON.stringify(fields) }))
      },
      async settle(ref, notes) {
        player.close(ref.id, notes)
      },
      takesPlaceless: server.wantsPlace === false,
      numberedLater: { serviceCode: 'graffiti', ready: () => clock.forward(3_600_000) },
      away: (work) => player.whileAway(work),
      loseAnswer: () => player.fault({ kind: 'lost-answer' }),
      close: () => player.stop(),
    }
  },
})

export const harness = openWith({})
export const variants: Readonly<Record<string, CaseSystemHarness>> = {
  'XML only': openWith({ formats: ['xml'], jurisdictionId: 'city.example.org' }),
  'ids as numbers, one id at a time, no pages, takes requests without a place': openWith({
    numericIds: true,
    idLists: 'first',
    pages: 'none',
    wantsPlace: false,
    descriptions: 'one-line',
    dialect: 'other-format',
    zoneless: true,
  }),
}
