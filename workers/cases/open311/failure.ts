/**
 * What a server says went wrong, in every dialect seen: the specification's list, `{errors}`, `{error}`, `{message}`,
 * XML, a page, a line of text. Servers echo what they were sent, so its words are kept only where none of ours is
 * among them.
 * @module
 */
import { AppError, type ErrorCode } from '../../../src/core/errors.ts'
import type { Body } from './body.ts'
import { isRecord, listOf } from './records.ts'

export interface Complaint {
  readonly code: string | null
  readonly text: string | null
}

/** The complaint in the body of a failed call. */
export function complaintIn(body: Body): Complaint {
  if (body.kind === 'html') return { code: null, text: body.title }
  if (body.kind === 'text') return { code: null, text: body.text }
  if (body.kind === 'empty') return { code: null, text: null }
  return statedIn(body.value) ?? plainIn(body.value) ?? { code: null, text: null }
}

/** The complaint in what may as well be an answer: some servers refuse with HTTP 200. */
export function statedIn(value: unknown): Complaint | null {
  if (isRecord(value) && 'errors' in value) return plainIn(listOf(value.errors, 'errors', 'error')[0])
  if (isRecord(value) && 'error' in value) return plainIn([value.error].flat()[0])
  const [first] = listOf(value, 'service_requests', 'request')
  const isError =
    isRecord(first) &&
    'code' in first &&
    !['service_request_id', 'token', 'service_code'].some((name) => name in first)
  return isError ? plainIn(first) : null
}

const textFields = ['description', 'message', 'error_description', 'detail', 'title', 'error']
function plainIn(value: unknown): Complaint {
  if (typeof value === 'string') return { code: null, text: value }
  if (Array.isArray(value)) return plainIn(value[0])
  if (!isRecord(value)) return { code: null, text: null }
  const text = textFields.map((name) => value[name]).find((field) => typeof field === 'string')
  const { code } = value
  return {
    code: typeof code === 'string' || typeof code === 'number' ? String(code) : null,
    text: typeof text === 'string' ? text : null,
  }
}

/** Our verdict on a call that was answered with an error. `creating`: it may have made a case all the same. */
export function verdictOn(status: number, said: Complaint, creating: boolean): readonly [ErrorCode, string] {
  if (status === 429) return ['rate-limited', 'asks us to wait']
  if (status >= 500 || status === 408)
    return creating ? ['unknown-outcome', 'failed, perhaps after filing'] : ['provider-away', 'is in trouble']
  // A page after the form was taken looks like this.
  if (creating && (status === 302 || status === 303)) return ['unknown-outcome', 'answered with a page']
  if (status === 401 || status === 403) return ['misconfigured', 'refused our key']
  if ((status >= 300 && status < 400) || status === 405 || status === 410)
    return ['misconfigured', 'is not at this address']
  if (/api.?key|jurisdiction/i.test(said.text ?? ''))
    return ['misconfigured', 'refused our key or jurisdiction']
  return ['provider-refused', status === 404 ? 'knows no such thing' : 'refused']
}

/** `sent`: everything of this call that must not come back in a message. */
export function failure(
  what: string,
  status: number,
  body: Body,
  options: { readonly creating: boolean; readonly sent: readonly string[]; readonly afterMs: number | null },
): AppError {
  const said = complaintIn(body)
  const outcome = said.code !== null && status < 300 ? Number(said.code) : status
  // A complaint under HTTP 200 that names no status of its own is a refusal.
  const judged = outcome >= 300 && outcome < 600 ? outcome : status < 300 ? 400 : status
  const lost = options.creating && judged === 404 && body.kind === 'html'
  const [code, means] = lost
    ? (['misconfigured', 'is not at this address'] as const)
    : verdictOn(judged, said, options.creating)
  const reason = said.text === null ? null : withoutOurs(said.text, options.sent)
  return new AppError(
    code,
    `Open311: ${what}: the server ${means} (HTTP ${status})${reason === null ? '' : `: ${reason}`}`,
    {
      providerCode: providerCode(said.code) ?? String(status),
      ...(options.afterMs !== null && { afterMs: options.afterMs }),
    },
  )
}

const providerCode = (code: string | null): string | null =>
  code !== null && /^[\w.-]{1,40}$/.test(code) ? code : null

const maxReason = 80
/** Words that say nothing of anybody, in whatever sentence. */
const harmless = new Set(
  `a an and are at be by can cannot characters code contain could does error errors exist field for found given has
  have if in into invalid is it known long longer maximum may message missing more must no not of on only or outside
  parameter please provide provided request requests required server service short should string than that the this
  to too unable unknown valid value was were while with within you your attribute attributes description address lat
  long location phone email media url api key jurisdiction id type`
    .split(/\s+/)
    .filter(Boolean),
)
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []

/** A server's sentence in at most 80 characters, or null where it has a word, a number or a letter of ours. */
export function withoutOurs(text: string, sent: readonly string[]): string | null {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '' || /[^\x20-\x7e]|@|\d{5,}/.test(line)) return null
  const ours = new Set(sent.flatMap(wordsOf))
  if (wordsOf(line).some((word) => ours.has(word) && !harmless.has(word))) return null
  return line.length <= maxReason ? line : `${line.slice(0, maxReason - 1)}…`
}
