/**
 * multipart/form-data as bytes: SendGrid and Mailgun send each field in a charset of its own.
 * https://www.rfc-editor.org/rfc/rfc7578
 * @module
 */

export interface FormPart {
  readonly name: string
  /** Null: a field, no file. */
  readonly filename: string | null
  readonly type: string
  readonly bytes: Uint8Array
}
const mostParts = 200

/** Parts of a body, or null where it is no such thing. */
export function formParts(bytes: Uint8Array, contentType: string): readonly FormPart[] | null {
  const [, quoted, plain] =
    /^multipart\/form-data\b[^\n]{0,200}?\bboundary=(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/i.exec(
      contentType,
    ) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return null
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = Buffer.from(`--${boundary}`)
  const parts: FormPart[] = []
  let at = body.indexOf(mark)
  while (at !== -1 && parts.length < mostParts) {
    const start = at + mark.length
    if (body.subarray(start, start + 2).toString('latin1') === '--') break
    const next = body.indexOf(mark, start)
    const end = next === -1 ? body.length : next
    const part = partOf(body.subarray(start, end))
    if (part !== null) parts.push(part)
    at = next
  }
  return parts
}

/** From behind the boundary to before the next one, line breaks on both sides included. */
function partOf(bytes: Buffer): FormPart | null {
  const gap = bytes.indexOf('\r\n\r\n')
  const [split, width] = gap === -1 ? [bytes.indexOf('\n\n'), 2] : [gap, 4]
  if (split === -1) return null
  const head = bytes.subarray(0, split).toString('utf8')
  const name = /\bname="([^"\r\n]{0,300})"/i.exec(head)?.[1]
  if (name === undefined) return null
  let end = bytes.length
  if (end > split && bytes[end - 1] === 10) end -= 1
  if (end > split && bytes[end - 1] === 13) end -= 1
  return {
    name,
    filename: /\bfilename="([^"\r\n]{0,300})"/i.exec(head)?.[1] ?? null,
    type: /^content-type:[ \t]{0,5}([^\s;]{1,100})/im.exec(head)?.[1]?.toLowerCase() ?? 'text/plain',
    bytes: bytes.subarray(Math.min(split + width, end), end),
  }
}
