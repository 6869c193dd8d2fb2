/**
 * Which code the server knows a service of ours by.
 * @module
 */
import type { Service } from '../../../src/core/catalogue.ts'
import { AppError } from '../../../src/core/errors.ts'
import type { Clock } from '../../../src/core/ports.ts'
import type { GeoReport } from './client.ts'
import type { Attribute, ListedService } from './types.ts'

/** What to file under. `metadata`: it has questions of its own. */
export interface Target {
  readonly code: string
  readonly metadata: boolean
}
export interface Services {
  /** Throws `provider-refused` where the server has no service for it. `service` is ours. */
  target(slug: string, service: Service | undefined, signal: AbortSignal): Promise<Target>
  /** Null where it has none. */
  known(slug: string, service: Service | undefined, signal: AbortSignal): Promise<Target | null>
  questions(target: Target, signal: AbortSignal): Promise<readonly Attribute[]>
}

/** Lists and definitions change when somebody at City Hall edits them. */
const keepMs = 60 * 60_000
/** A service that is missing may be new. */
const lookAgainMs = 5 * 60_000

export function serverServices(server: GeoReport, clock: Clock): Services {
  const list = kept(clock, (signal) => server.services(signal))
  const definitions = new Map<string, Kept<readonly Attribute[]>>()
  const known: Services['known'] = async (slug, service, signal) =>
    chooseTarget(await list.get(keepMs, signal), slug, service) ??
    chooseTarget(await list.get(lookAgainMs, signal), slug, service)
  return {
    known,
    async target(slug, service, signal) {
      const found = await known(slug, service, signal)
      if (found !== null) return found
      throw new AppError('provider-refused', `Open311: the server has no service for ${slug}`, {
        providerCode: 'no-service',
      })
    },
    async questions({ code, metadata }, signal) {
      if (!metadata) return []
      const definition = definitions.get(code) ?? kept(clock, (by) => server.definition(code, by))
      definitions.set(code, definition)
      return definition.get(keepMs, signal)
    },
  }
}

/**
 * In this order: our slug, the legacy Open311 code, the code of the 2018 web form, Creatio's id, each where the
 * server lists it; then the one listed service with our name or a legacy type as its name. A list may be shorter than
 * what is accepted (Boston lists 16 of more than 200): where it speaks in `Subject:Reason:Type`, our legacy code of
 * that form is tried as well, and the server's answer is final.
 */
export function chooseTarget(
  listed: readonly ListedService[],
  slug: string,
  service: Service | undefined,
): Target | null {
  const legacy = service?.crosswalk.legacyOpen311Code ?? null
  const codes = [slug, legacy, service?.crosswalk.web2018Code, service?.crosswalk.creatioOpen311Uuid]
  for (const code of codes) {
    const found = listed.find((one) => one.code === code)
    if (found !== undefined) return found
  }
  const names = new Set([service?.name, ...(service?.crosswalk.legacyTypes ?? [])].map(folded))
  const [named, ...others] = listed.filter((one) => one.name !== null && names.has(folded(one.name)))
  if (named !== undefined && others.length === 0) return named
  const unlisted = legacy !== null && isPath(legacy) && listed.some((one) => isPath(one.code))
  return unlisted ? { code: legacy, metadata: false } : null
}

const isPath = (code: string): boolean => /^[^:]+:[^:]+:[^:]+$/.test(code)
const folded = (name: string | undefined): string => (name ?? '').toLowerCase().replace(/\s+/g, ' ').trim()

interface Kept<T> {
  /** Not older than `maxAgeMs`, or as old as it is where the server can't say. */
  get(maxAgeMs: number, signal: AbortSignal): Promise<T>
}
/** Asked for once, however many wait for it. */
function kept<T>(clock: Clock, load: (signal: AbortSignal) => Promise<T>): Kept<T> {
  let have: { readonly value: T; readonly at: number } | null = null
  let loading: Promise<T> | null = null
  const fresh = (signal: AbortSignal): Promise<T> => {
    loading ??= load(signal)
      .then((value) => {
        have = { value, at: clock.now() }
        return value
      })
      .finally(() => {
        loading = null
      })
    return loading
  }
  return {
    async get(maxAgeMs, signal) {
      const old = have
      if (old === null) return fresh(signal)
      if (clock.now() - old.at < maxAgeMs) return old.value
      return fresh(signal).catch(() => old.value)
    },
  }
}
