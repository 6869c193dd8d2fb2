/**
 * What an answer holds, whatever its content type claims: JSON servers answer errors in XML or HTML and the other
 * way round. Every scalar becomes a string, so that an id is never a rounded number.
 * @module
 */
import { readXml } from './xml.ts'

export type Body =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'html'; readonly title: string | null }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }

export function readBody(raw: string): Body {
  const text = raw.replace(/^\uFEFF/, '').trim()
  if (text === '') return { kind: 'empty' }
  if (/^(?:<!doctype html|<html|<head|<body)/i.test(text)) return { kind: 'html', title: titleOf(text) }
  const value = text.startsWith('<') ? readXml(text) : readJson(text)
  if (value !== undefined) return { kind: 'value', value }
  return /<html[\s>]/i.test(text) ? { kind: 'html', title: titleOf(text) } : { kind: 'text', text }
}

/** A page's title stands on top of it; the rest, however long, is not looked at. */
const titleWithin = 4_000
const titleOf = (html: string): string | null =>
  /<title[^<>]*>([^<]{1,200})<\/title>/i.exec(html.slice(0, titleWithin))?.[1]?.trim() ?? null

/** Undefined where it is none. Bare words are a text, not JSON. */
function readJson(text: string): unknown {
  if (!/^[[{]|^null$/.test(text)) return undefined
  // The specification's own sample prints `"service_code":001`, and servers copied it.
  const quoted = text.replace(/([:[,]\s*)(0\d+)(?=\s*[,\]}])/g, '$1"$2"')
  for (const json of [text, quoted]) {
    try {
      return JSON.parse(json, asWritten as Parameters<typeof JSON.parse>[1])
    } catch {}
  }
  return undefined
}

/** Numbers as their digits stand there. https://github.com/tc39/proposal-json-parse-with-source */
const asWritten = (_key: string, value: unknown, context: { readonly source?: string }): unknown =>
  typeof value === 'number' ? (context.source ?? String(value)) : value
