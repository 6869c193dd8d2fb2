/**
 * The fields and files of a posted form, urlencoded or multipart.
 * @module
 */
import type { HttpRequest } from '../../src/core/ports.ts'
import { type FormPart, formParts } from './multipart.ts'

export interface Fields {
  readonly texts: ReadonlyMap<string, string>
  /** The same as bytes, where they came as such. */
  readonly bytes: ReadonlyMap<string, Uint8Array>
  readonly files: readonly FormPart[]
}

/** Null where the body is no form. The first of several fields of one name counts. */
export function fieldsOf(request: HttpRequest): Fields | null {
  const type = request.headers['content-type'] ?? ''
  const body = request.bytes ?? Buffer.from(request.body)
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const texts = new Map<string, string>()
    for (const [name, value] of new URLSearchParams(Buffer.from(body).toString('utf8')))
      if (!texts.has(name)) texts.set(name, value)
    return { texts, bytes: new Map(), files: [] }
  }
  const parts = formParts(body, type)
  if (parts === null) return null
  const plain = parts.filter(({ filename }) => filename === null)
  const bytes = new Map(plain.toReversed().map((part) => [part.name, part.bytes]))
  const charsets = charsetsIn(bytes.get('charsets'))
  const texts = new Map([...bytes].map(([name, value]) => [name, decoded(value, charsets.get(name))]))
  return { texts, bytes, files: parts.filter(({ filename }) => filename !== null) }
}

/** SendGrid names the charset of each field that it took from the mail. */
function charsetsIn(json: Uint8Array | undefined): ReadonlyMap<string, string> {
  const named = json === undefined ? null : jsonOf(decoded(json, 'utf-8'))
  if (typeof named !== 'object' || named === null) return new Map()
  return new Map(
    Object.entries(named).flatMap(([name, charset]) =>
      typeof charset === 'string' ? [[name, charset]] : [],
    ),
  )
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Bytes as text; UTF-8 where it is, else the charset that is named, else Latin. */
function decoded(bytes: Uint8Array, charset: string | undefined): string {
  for (const label of [charset ?? 'utf-8', 'utf-8']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // Not that one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes)
}
