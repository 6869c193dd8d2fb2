/**
 * What an app gets to hear, as the specification words it.
 * https://wiki.open311.org/GeoReport_v2/#post-service-request
 * @module
 */
import type { AppError } from '../../src/core/errors.ts'
import { errorTable } from '../../src/core/errors.ts'
import type { HttpAnswer, Said } from '../../src/core/ports.ts'
import { messageIdOf } from '../message-id.ts'
import { type Open311Raw, Problems } from './schema.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
export type Format = 'json' | 'xml'
/** Writes an answer in one of the two formats; `root` names the outermost element of XML. */
export type Write = (format: Format, root: string, value: Json) => string

const types = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const

export const written = (
  status: number,
  format: Format,
  body: string,
  more: Readonly<Record<string, string>> = {},
): HttpAnswer => ({
  status,
  headers: {
    'content-type': types[format],
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    ...more,
  },
  body,
})

/** The number of the request that came of it, and what to tell the resident: of a danger, 911 first. */
export function taken(raw: Open311Raw, said: readonly Said[], write: Write, notice: string): HttpAnswer {
  const [first] = said.flatMap(({ facts }) => [...facts.values()])
  // Nothing is said where nobody was waited for: whoever has the token asks again.
  const named: Record<string, Json> = first
    ? { service_request_id: first.reference }
    : { token: messageIdOf('open311', raw.id) }
  const answer = { ...named, service_notice: notice === '' ? null : notice, account_id: accountOf(raw) }
  return written(200, raw.format, write(raw.format, 'service_requests', [answer]))
}

const accountOf = ({ fields }: Open311Raw): string | null =>
  fields.find(([name, value]) => name === 'account_id' && value.trim() !== '')?.[1] ?? null

/** The list of errors. Our own failures say no more than their kind. */
export function refused(error: AppError, format: Format, write: Write): HttpAnswer {
  const { http, means } = errorTable[error.code]
  const list =
    error.cause instanceof Problems
      ? error.cause.list
      : [{ code: http, description: `${means}.`.replace(/^./, (first) => first.toUpperCase()) }]
  return written(
    http,
    format,
    write(
      format,
      'errors',
      list.map(({ code, description }) => ({ code, description })),
    ),
    http === 503 ? { 'retry-after': '5' } : {},
  )
}
