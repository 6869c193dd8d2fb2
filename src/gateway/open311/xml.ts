/**
 * A small XML writer. Values map to elements the way the Spark convention maps them to JSON: a list is an element
 * with one child per item, an empty element is null. https://wiki.open311.org/JSON_and_XML_Conversion/
 * @module
 */

/** What can be answered, in JSON as it is and in XML by `xmlDocument`. */
export type Answer =
  | string
  | number
  | boolean
  | null
  | readonly Answer[]
  | { readonly [element: string]: Answer }

/** The name of one item, by the name of its list. */
const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  errors: 'error',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
}

/** UTF-8, no namespace. Throws where a list's items have no name. */
export const xmlDocument = (root: string, value: Answer): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value)}\n`

function element(name: string, value: Answer): string {
  return `<${name}>${content(name, value)}</${name}>`
}

function content(name: string, value: Answer): string {
  if (value === null) return ''
  if (typeof value === 'string') return escapeXml(value)
  if (typeof value !== 'object') return String(value)
  if (isList(value)) {
    const item = itemNames[name]
    if (item === undefined) throw new Error(`[gateway/open311] the items of ${name} have no name`)
    return value.map((one) => element(item, one)).join('')
  }
  return Object.entries(value)
    .map(([child, one]) => element(child, one))
    .join('')
}

const isList = (value: object): value is readonly Answer[] => Array.isArray(value)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A bare carriage return would be read as a line feed.
  '\r': '&#13;',
}

/** Text as the content of an element: escaped, and only characters that XML 1.0 can carry at all. */
export const escapeXml = (text: string): string =>
  withoutControls(text).replace(/[&<>"'\r]/g, (character) => entities[character] ?? character)

/** Drops what XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets) and C1 controls; half characters become U+FFFD. */
export const withoutControls = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
