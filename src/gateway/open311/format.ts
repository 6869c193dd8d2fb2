/**
 * GeoReport's two formats, chosen by the suffix of the path. https://wiki.open311.org/GeoReport_v2/#format-support
 * @module
 */
import { GeoReportError } from './problem.ts'
import { type Answer, xmlDocument } from './xml.ts'

export type Format = 'json' | 'xml'

export const contentTypes: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

/** The last part of a path without its format. No suffix is JSON; another suffix throws GeoReportError 400. */
export function splitFormat(file: string): { readonly name: string; readonly format: Format } {
  const { name, suffix } = cut(file)
  if (suffix === '' || suffix === 'json') return { name, format: 'json' }
  if (suffix === 'xml') return { name, format: 'xml' }
  throw new GeoReportError(400, 'Unknown format. Ask for .json or .xml.')
}

/** The format to say an error in: XML only where XML was asked for. */
export const formatOf = (path: string): Format => (/\.xml$/i.test(path) ? 'xml' : 'json')

function cut(file: string): { readonly name: string; readonly suffix: string } {
  const dot = file.lastIndexOf('.')
  if (dot < 0) return { name: file, suffix: '' }
  return { name: file.slice(0, dot), suffix: file.slice(dot + 1).toLowerCase() }
}

/** `root` names the outermost element; JSON has none. */
export const write = (format: Format, root: string, value: Answer): string =>
  format === 'xml' ? xmlDocument(root, value) : JSON.stringify(value)
