/** House numbers that do not stand right before or behind their street's name. @module */
import { closedAt, counts, type HouseNumber, plain } from './house-number.ts'
import type { Token } from './tokens.ts'

/** Words which say that the figure after them is a house: "in front of 40", "near number 500". */
const beside =
  /^(?:near|front|across|opposite|next|outside|behind|beside|around|number|num|numero|no|house|nimewo|frente|devan|dianti|face|напротив|возле|أمام|对面|對面|truoc)$/
const link = /^(?:in|of|from|to|by|at|a|al|di|en|du|de|em|ao|the|la|el|right|just|about|somewhere|close)$/

/**
 * A number that stands for a house without its street beside it: "…, in front of 40", "near number 500".
 * `at` is the first token of such words; null where they lead to no number.
 */
export function numberBeside(tokens: readonly Token[], at: number): HouseNumber | null {
  if (tokens[at]?.word === 'between') return rangeAt(tokens, at + 1)
  let said = false
  for (let index = at; index < at + 5; index++) {
    const token = tokens[index]
    if (!token || (index > at && /[.!?;\n]/.test(token.gap))) return null
    if (beside.test(token.word)) said = true
    else if (!link.test(token.word)) {
      const own = plain(token)
      const value = Number(own?.[1])
      if (!own || !said || value < 1 || own[1]?.startsWith('0') || !closedAt(tokens, index + 1)) return null
      const written = `${value}${(own[2] ?? '').toUpperCase()}`
      return { first: value, last: value, written, from: index, to: index + 1 }
    }
  }
  return null
}

/** "Elm St between 40 and 60", "between # 40 and # 60". */
function rangeAt(tokens: readonly Token[], at: number): HouseNumber | null {
  const label = (index: number): number =>
    /^(?:number|no|num|numbers|nos)$/.test(tokens[index]?.word ?? '') ? 1 : 0
  const one = at + label(at)
  if (!/^(?:and|to)$/.test(tokens[one + 1]?.word ?? '')) return null
  const two = one + 2 + label(one + 2)
  const [from, to] = [Number(plain(tokens[one])?.[1]), Number(plain(tokens[two])?.[1])]
  if (!(from > 0) || !(to > 0) || Math.abs(from - to) > 400 || !closedAt(tokens, two + 1)) return null
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  return { first, last, written: `${first}-${last}`, from: one, to: two + 1 }
}

const onStreet =
  /^(?:on|of|en|sou|nan|na|sur|em|de|da|do|in|la|el|las|calle|avenida|rua|rue|ri|duong|ulitsa|на|по|улице|улица|ул)$/
const streetWord = /^(?:calle|avenida|rua|rue|ri|duong|ulitsa|улица|улице|ул)$/
const numbered =
  /^(?:number|no|num|numero|nimewo|house|casa|kay|nha|so|дом|дома|доме|номер|near|behind|outside|opposite|devan|devant)$/

/** "number 45 on Elm St", "in front of 45 on Elm St", "the 500 block of Elm": before the street, a word between. */
export function numberOn(tokens: readonly Token[], street: number): HouseNumber | null {
  let before = street - 1
  while (before > 0 && street - before < 4 && onStreet.test(tokens[before]?.word ?? '')) before -= 1
  const block = /^(?:block|blk)$/.test(tokens[before]?.word ?? '')
  const linked = before < street - 1
  // "20 rue Hancock": only the word for street stands between.
  const direct = linked && tokens.slice(before + 1, street).every(({ word }) => streetWord.test(word))
  if (!linked && !block) return null
  const at = block ? before - 1 : before
  const own = plain(tokens[at])
  const value = Number(own?.[1])
  if (!own || value < 1 || own[1]?.startsWith('0') || own[2] === 's') return null
  const [two, one] = [tokens[at - 2]?.word ?? '', tokens[at - 1]?.word ?? '']
  const led =
    block ||
    direct ||
    /#\s*$/.test(tokens[at]?.gap ?? '') ||
    numbered.test(one) ||
    /^(?:front of|across from|next to|outside of|frente (?:a|al)|(?:face|devant|cote) (?:du|le))$/.test(
      `${two} ${one}`,
    )
  if (!led || counts(tokens, at - 1)) return null
  const last = block ? value + 98 : value
  const written = block ? String(value) : `${value}${(own[2] ?? '').toUpperCase()}`
  return { first: value, last, written, from: at, to: street }
}
