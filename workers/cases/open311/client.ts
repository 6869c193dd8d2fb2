/**
 * A client of GeoReport v2, for servers of either format. https://wiki.open311.org/GeoReport_v2/
 * @module
 */
import { AppError } from '../../../src/core/errors.ts'
import { type Body, readBody } from './body.ts'
import { call, encoded } from './call.ts'
import { failure, statedIn } from './failure.ts'
import { pauses } from './pause.ts'
import { attributesIn, createdIn, listOf, requestsIn, servicesIn } from './records.ts'
import type { Attribute, Created, Form, ListedRequest, ListedService, Open311Config } from './types.ts'

export interface GeoReport {
  services(signal: AbortSignal): Promise<readonly ListedService[]>
  /** Empty where the service has none. */
  definition(code: string, signal: AbortSignal): Promise<readonly Attribute[]>
  /** Throws `unknown-outcome` or `provider-slow` where it may have made a case all the same. */
  create(form: Form, signal: AbortSignal): Promise<Created>
  list(query: Form, signal: AbortSignal): Promise<readonly ListedRequest[]>
  /** Null where the server knows no such case. */
  one(id: string, signal: AbortSignal): Promise<ListedRequest | null>
  /** The id is null while the server still thinks; null where it knows no such token. */
  token(token: string, signal: AbortSignal): Promise<{ readonly id: string | null } | null>
}
type Format = 'json' | 'xml'
interface Answer {
  readonly status: number
  readonly body: Body
  readonly error: AppError | null
}

/** Reads the service list to find out which format the server speaks; JSON comes first. */
export function geoReport(config: Open311Config): GeoReport {
  const root = config.url.replace(/\/+$/, '')
  const pause = pauses(config.clock)
  const jurisdiction: Form =
    config.jurisdictionId === null ? [] : [['jurisdiction_id', config.jurisdictionId]]
  // Boston counts reads by key as well, and takes it from this header: https://311.boston.gov/open311/docs.
  const headers: Readonly<Record<string, string>> = {
    'user-agent': 'intake311 (GeoReport v2 client)',
    accept: 'application/json, text/xml;q=0.9, application/xml;q=0.9',
    ...(config.apiKey !== null && { authorization: `Bearer ${config.apiKey}` }),
  }
  let format: Format | null = null

  /** Errors of the network are thrown, those of the server are returned for the caller to judge. */
  async function ask(
    what: string,
    path: string,
    query: Form,
    form: Form | null,
    signal: AbortSignal,
  ): Promise<Answer> {
    pause.check()
    if (signal.aborted) throw new AppError('provider-away', `Open311: ${what}: no time left to ask`)
    const search = encoded([...jurisdiction, ...query])
    const url = `${root}/${path}${form === null && search.size > 0 ? `?${search}` : ''}`
    const creating = form !== null
    const called = await call({ url, form, headers, signal })
    if (called.kind === 'not-sent')
      throw new AppError(called.ours ? 'misconfigured' : 'provider-away', `Open311: ${what}: ${called.why}`)
    if (called.kind === 'no-answer') {
      const code = !creating ? 'provider-away' : called.slow ? 'provider-slow' : 'unknown-outcome'
      throw new AppError(code, `Open311: ${what}: ${called.why}`)
    }
    const { status, retryAfter, text } = called
    const body = readBody(text)
    const afterMs = pause.begin(status, retryAfter)
    const sent = [
      ...(form ?? query).filter(([name]) => name !== 'service_code').map(([, value]) => value),
      config.apiKey ?? '',
    ]
    const wrong = status >= 300 || (body.kind === 'value' && statedIn(body.value) !== null)
    return { status, body, error: wrong ? failure(what, status, body, { creating, sent, afterMs }) : null }
  }

  /** The value of a 2xx answer that can be read. */
  function readable(what: string, { status, body, error }: Answer, creating: boolean): unknown {
    if (error !== null) throw error
    if (body.kind === 'value') return body.value
    throw new AppError(
      creating ? 'unknown-outcome' : 'provider-away',
      `Open311: ${what}: an answer that is ${body.kind === 'empty' ? 'empty' : 'neither JSON nor XML'} (HTTP ${status})`,
    )
  }

  async function servicesAs(as: Format, signal: AbortSignal): Promise<readonly ListedService[] | AppError> {
    const what = 'the service list'
    const answer = await ask(what, `services.${as}`, [], null, signal)
    if (answer.error !== null && answer.error.code !== 'provider-refused') return answer.error
    const services =
      answer.error === null && answer.body.kind === 'value' ? servicesIn(answer.body.value) : null
    return services ?? new AppError('misconfigured', `Open311: ${what}: no GeoReport v2 at this address`)
  }
  async function services(signal: AbortSignal): Promise<readonly ListedService[]> {
    const order: readonly Format[] = format === null ? ['json', 'xml'] : [format]
    let last: AppError | null = null
    for (const as of order) {
      const found = await servicesAs(as, signal)
      if (!(found instanceof AppError)) {
        format = as
        return found
      }
      // Trouble passes; what the other format is told about the address need not be the truth then.
      if (last?.code !== 'provider-away') last = found
    }
    throw last ?? new AppError('misconfigured', 'Open311: no format to ask for')
  }
  async function suffixed(path: string, signal: AbortSignal): Promise<string> {
    if (format === null) await services(signal)
    return `${path}.${format ?? 'json'}`
  }
  const part = (text: string): string => encodeURIComponent(text)

  return {
    services,
    async definition(code, signal) {
      const what = 'a service definition'
      const answer = await ask(what, await suffixed(`services/${part(code)}`, signal), [], null, signal)
      // Said to have questions, and has none: nothing to fill in.
      if (answer.error?.code === 'provider-refused') return []
      return attributesIn(readable(what, answer, false))
    },
    async create(form, signal) {
      const what = 'filing'
      const path = await suffixed('requests', signal)
      const created = createdIn(
        readable(what, await ask(what, path, [], [...jurisdiction, ...form], signal), true),
      )
      if (created !== null) return created
      throw new AppError('unknown-outcome', `Open311: ${what}: an answer without a request`)
    },
    async list(query, signal) {
      const what = 'the list of requests'
      return requestsIn(
        readable(what, await ask(what, await suffixed('requests', signal), query, null, signal), false),
      )
    },
    async one(id, signal) {
      const what = 'a request'
      const answer = await ask(what, await suffixed(`requests/${part(id)}`, signal), [], null, signal)
      if (answer.status === 404 || answer.status === 410 || answer.error?.providerCode === '404') return null
      const found = requestsIn(readable(what, answer, false))
      return found.find((request) => request.id === id) ?? null
    },
    async token(token, signal) {
      const what = 'a token'
      const answer = await ask(what, await suffixed(`tokens/${part(token)}`, signal), [], null, signal)
      if (answer.status === 404 || answer.status === 410 || answer.error?.providerCode === '404') return null
      const [first] = listOf(readable(what, answer, false), 'service_requests', 'request')
      return first === undefined ? null : { id: createdIn([first])?.id ?? null }
    },
  }
}
