/**
 * TwiML as a tree.
 * @module
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser'

export interface Verb {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Verb[]
  /** All text below it, in reading order, blanks joined. */
  readonly text: string
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
})

type Parsed = Readonly<Record<string, unknown>>

/** Throws an Error that says where it is no XML. */
export function readDocument(xml: string): Verb {
  const valid = XMLValidator.validate(xml)
  if (valid !== true) throw new Error(`no XML: ${valid.err.msg} (line ${valid.err.line})`)
  const roots = (parser.parse(xml) as readonly Parsed[]).flatMap(verbIn)
  const [root, ...others] = roots
  if (root === undefined || others.length > 0) throw new Error('no XML: not one root')
  return root
}

function verbIn(node: Parsed): readonly Verb[] {
  const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text')
  if (name === undefined) return []
  const inside = node[name] as readonly Parsed[]
  return [
    {
      name,
      attributes: (node[':@'] as Record<string, string> | undefined) ?? {},
      children: inside.flatMap(verbIn),
      text: textOf(inside).replace(/\s+/g, ' ').trim(),
    },
  ]
}

/** A break in speech separates words. */
const textOf = (nodes: readonly Parsed[]): string =>
  nodes
    .map((node) => {
      if ('#text' in node) return String(node['#text'])
      const name = Object.keys(node).find((key) => key !== ':@') ?? ''
      return name === 'break' ? ' ' : textOf(node[name] as readonly Parsed[])
    })
    .join('')
