/**
 * Forms as browsers and apps send them: `application/x-www-form-urlencoded` (WHATWG URL, section 5) and
 * `multipart/form-data` (RFC 7578). Bytes in, fields and files out, in their order. Pure.
 * @module
 */
import { AppError } from '../src/core/errors.ts'

export interface FormFile {
  readonly name: string
  /** As the sender says; nothing here is trusted. */
  readonly announcedType: string
  readonly bytes: Uint8Array
}
export interface Form {
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Those with something in them: a browser sends an empty one where nothing was chosen. */
  readonly files: readonly FormFile[]
}

/** More parts than any form of ours has. */
const maxParts = 400

/** Throws AppError `malformed` for another type of body, and for a multipart body that is cut off. */
export function readForm(contentType: string, bytes: Uint8Array): Form {
  const [type = ''] = contentType.split(';')
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (type.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return { fields: [...new URLSearchParams(body.toString('utf8'))].slice(0, maxParts), files: [] }
    case 'multipart/form-data': {
      const boundary = parameter(contentType, 'boundary')
      if (boundary === '') throw new AppError('malformed', 'a multipart body without a boundary')
      return multipart(body, boundary)
    }
    default:
      throw new AppError('malformed', 'the body is not a form')
  }
}

function multipart(body: Buffer, boundary: string): Form {
  const fields: [string, string][] = []
  const files: FormFile[] = []
  const mark = Buffer.from(`--${boundary}`)
  let at = body.indexOf(mark)
  for (let parts = 0; ; parts += 1) {
    if (at < 0 || parts > maxParts) throw new AppError('malformed', 'a multipart body without an end')
    const start = at + mark.length
    if (body.toString('latin1', start, start + 2) === '--') return { fields, files }
    const head = body.indexOf('\r\n\r\n', start)
    // The mark inside of a part begins a line of its own.
    const end = head < 0 ? -1 : body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), head + 2)
    if (end < 0) throw new AppError('malformed', 'a multipart body without an end')
    const headers = body.toString('utf8', start, head)
    const disposition = line(headers, 'content-disposition')
    const name = unescaped(parameter(disposition, 'name'))
    const content = body.subarray(Math.min(head + 4, end), end)
    if (!/;\s*filename\*?=/i.test(disposition)) fields.push([name, content.toString('utf8')])
    else if (content.length > 0)
      files.push({
        name,
        announcedType: line(headers, 'content-type') || 'application/octet-stream',
        bytes: new Uint8Array(content),
      })
    at = end + 2
  }
}

/** The value of a header among the head of a part; empty where it is not there. */
const line = (head: string, name: string): string =>
  head
    .split('\r\n')
    .find((one) => one.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim() ?? ''

/** `boundary=abc`, `name="a b"`: a parameter of a header; empty where it is not there. */
function parameter(header: string, name: string): string {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]{0,1000})"|([^\\s;]{1,200}))`, 'i').exec(header)
  return found?.[1] ?? found?.[2] ?? ''
}

/** Browsers write a quote and line breaks of a name as `%22`, `%0D` and `%0A` (WHATWG HTML, section 4.10.21.8). */
const unescaped = (name: string): string =>
  name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')

/** The first value of a field that is not empty: an empty one is the same as none. */
export const fieldOf = (form: Form, name: string): string | null =>
  form.fields.find(([key, value]) => key === name && value.trim() !== '')?.[1] ?? null

/** Words of a field as they are, whatever they are. */
export const wordsOf = (form: Form, name: string): string =>
  form.fields.find(([key]) => key === name)?.[1] ?? ''

/** Fields as a record, those that come several times as a list. */
export function recordOf(fields: Form['fields']): Readonly<Record<string, unknown>> {
  const record = new Map<string, string | string[]>()
  for (const [name, value] of fields) {
    const before = record.get(name)
    record.set(name, before === undefined ? value : [before, value].flat())
  }
  return Object.fromEntries(record)
}
