import { XMLParser, XMLValidator } from 'fast-xml-parser'

/**
 * Elements become objects and strings, attributes and prefixes are dropped. GeoReport knows no DTD, so a document
 * with one is not read at all: no entity of the sender's is ever expanded. What the limits would count is then only
 * `&amp;` and its kind, of which a long list has thousands.
 */
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  maxNestedTags: 20,
  processEntities: {
    enabled: true,
    maxTotalExpansions: Number.POSITIVE_INFINITY,
    maxExpandedLength: Number.POSITIVE_INFINITY,
  },
})

/** Undefined where it is not well-formed (a list that was cut off is not a short list), too deep, or has a DTD. */
export function readXml(text: string): unknown {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) return undefined
  try {
    return parser.parse(text)
  } catch {
    return undefined
  }
}
