/**
 * An Open311 server as case system: GeoReport v2, in JSON or XML. https://wiki.open311.org/GeoReport_v2/
 *
 * The protocol has no external id and no way to change a request. Our reference stands in the description, and
 * that is what `find` looks for; changes are an agent's work.
 * @module
 */
import { AppError } from '../../../src/core/errors.ts'
import type { CaseRef, CaseSystem, Filing } from '../../../src/core/ports.ts'
import type { ServiceRequest } from '../../../src/core/request.ts'
import { answersFor } from './attributes.ts'
import { geoReport } from './client.ts'
import { filings, tooEarly } from './filed.ts'
import { finder } from './find.ts'
import { requestForm } from './form.ts'
import { reader } from './read.ts'
import { caseRef, system, tokenRef, unnumberedRef } from './refs.ts'
import { serverServices } from './services.ts'
import type { Created, Open311Config } from './types.ts'

export type { Open311Config } from './types.ts'

/** A list at Boston's pace: new cases show within seconds, a minute is the age of its caches at worst. */
const usual = {
  settlesWithinMs: 20_000,
  // Ten calls a minute are allowed without a key; this takes four.
  news: { everyMs: 15_000, atOnce: 50 },
  // Finding and filing together must end within a worker's claim of 30 s: 8 + 6 + 12.
  timeoutMs: 12_000,
} as const

export function open311Cases(config: Open311Config): CaseSystem {
  const { clock, serviceOf, settlesWithinMs = usual.settlesWithinMs, timeoutMs = usual.timeoutMs } = config
  const server = geoReport(config)
  const services = serverServices(server, clock)
  const search = finder(server, clock)
  const filed = filings(clock, settlesWithinMs)
  const readNews = reader(server, search, clock, config.timeZone ?? 'UTC')
  const within = (share: number): AbortSignal => AbortSignal.timeout(Math.ceil(timeoutMs * share))

  /** Under the likely services first, then under all: agents, residents and staff there change it meanwhile. */
  async function find(request: ServiceRequest): Promise<CaseRef | null> {
    const signal = within(2 / 3)
    const codes = await likelyCodes(request, signal)
    const found =
      (codes.length > 0 ? await shown(request, codes, signal) : null) ?? (await shown(request, [], signal))
    if (found === null) filed.notThere(request.id)
    return found
  }

  /** Null only where the list was searched to its end. No codes: all. */
  async function shown(
    { reference, requested_datetime }: ServiceRequest,
    codes: readonly string[],
    signal: AbortSignal,
  ): Promise<CaseRef | null> {
    const since = Date.parse(requested_datetime)
    const found = await search({ reference, codes, since }, signal)
    return found && (refOf(found) ?? unnumberedRef({ reference, at: since, code: codes[0] ?? '' }))
  }

  /** The server's code of the service it has now, and of the one it was tried under here. */
  async function likelyCodes(request: ServiceRequest, signal: AbortSignal): Promise<readonly string[]> {
    const tried = filed.doubt(request.id)?.code ?? null
    const { service_code: slug } = request
    const now = slug === null ? null : await services.known(slug, ourService(request), signal)
    return [...new Set([now?.code ?? null, tried])].filter((code) => code !== null)
  }

  async function make(filing: Filing): Promise<CaseRef> {
    const { request } = filing
    const doubt = filed.doubt(request.id)
    if (doubt !== null) {
      const found = await find(request)
      if (found !== null) return found
      tooEarly(doubt, clock.now(), settlesWithinMs)
    }
    const looking = within(1 / 2)
    const service = ourService(request)
    const target = await services.target(slugOf(request), service, looking)
    const questions = await services.questions(target, looking)
    const form = requestForm(filing, target.code, answersFor(request.attributes, service, questions), config)
    const at = clock.now()
    const created = await server
      .create(form, within(1))
      .catch((thrown: unknown) => filed.failed(request.id, target.code, thrown))
    return (
      refOf(created) ??
      (await numbered(request, target.code)) ??
      unnumberedRef({ reference: request.reference, at, code: target.code })
    )
  }

  /** The number of a case that was made without telling it, if the list tells. The case is there in any event. */
  const numbered = (request: ServiceRequest, code: string): Promise<CaseRef | null> =>
    shown(request, [code], within(1 / 4)).catch(() => null)
  const ourService = ({ service_code: slug }: ServiceRequest) => (slug === null ? undefined : serviceOf(slug))

  return {
    name: system,
    can: { find: true, amend: false },
    settlesWithinMs,
    news: config.news ?? usual.news,
    file: (filing) => filed.once(filing.request.id, () => make(filing)),
    find: (request) => find(request),
    read: (refs) => readNews(refs, within(5 / 3)),
    amend: () => Promise.resolve('not-offered'),
  }
}

const refOf = ({ id, token }: Created): CaseRef | null =>
  id !== null ? caseRef(id) : token !== null ? tokenRef(token) : null

function slugOf({ service_code: slug }: ServiceRequest): string {
  if (slug === null)
    throw new AppError('provider-refused', 'Open311: a request without a service can not be filed')
  return slug
}
