/**
 * Records as JSON and XML. https://wiki.open311.org/JSON_and_XML_Conversion/
 * @module
 */
export type Format = 'json' | 'xml'
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

const items: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
}

export const contentTypes: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

/** `root` is the outermost element; JSON has none. */
export const write = (format: Format, root: string, value: Value): string =>
  format === 'json'
    ? JSON.stringify(value)
    : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}`

const element = (name: string, value: Value): string => `<${name}>${content(name, value)}</${name}>`

function content(name: string, value: Value): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map((one: Value) => element(items[name] ?? 'item', one)).join('')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([child, one]) => element(child, one))
      .join('')
  return escaped(String(value))
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
