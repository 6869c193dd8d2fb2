/**
 * How many SMS a text needs. A segment holds 140 bytes: 160 GSM-7 characters or 70 UTF-16 units; joined segments
 * lose 7 or 3 of them to the header that orders them. 3GPP TS 23.038 section 6.2.1, TS 23.040 section 9.2.3.24.1.
 * @module
 */

/** GSM 7-bit default alphabet, without ESC. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Written as ESC and one more, so each takes two places. */
const extension = new Set('\f^{}\\[~]|€')

const capacity = {
  'gsm-7': { single: 160, joined: 153 },
  'ucs-2': { single: 70, joined: 67 },
} as const

export type Encoding = keyof typeof capacity

/** One character outside GSM-7 makes the whole message UCS-2. */
export function encodingOf(text: string): Encoding {
  for (const character of text) if (!basic.has(character) && !extension.has(character)) return 'ucs-2'
  return 'gsm-7'
}

/** Segments of a text; none for an empty one. No character is split over two: neither an escape nor a surrogate pair. */
export function segmentsOf(text: string): { readonly encoding: Encoding; readonly segments: number } {
  const encoding = encodingOf(text)
  const widthOf = (character: string) =>
    encoding === 'ucs-2' ? character.length : extension.has(character) ? 2 : 1
  let total = 0
  let joined = 1
  let used = 0
  for (const character of text) {
    const width = widthOf(character)
    total += width
    if (used + width > capacity[encoding].joined) {
      joined += 1
      used = 0
    }
    used += width
  }
  if (total === 0) return { encoding, segments: 0 }
  return { encoding, segments: total <= capacity[encoding].single ? 1 : joined }
}

/** A reply is at most two segments: longer texts are read badly and arrive late. */
export const maxSegments = 2
export const fitsSms = (text: string): boolean => segmentsOf(text).segments <= maxSegments
