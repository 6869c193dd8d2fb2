/**
 * What the intent model looks at: words, pairs, letter runs, openings of clauses, punctuation and the rules' votes.
 * Every feature is a hash into a fixed number of columns, so the model holds no word of any resident.
 * @module
 */
import { keyOf } from '../category/features.ts'
import { type Token, tokenise } from '../category/tokens.ts'
import type { Vector } from '../category/vector.ts'
import type { Vote } from './votes.ts'

/** Columns of the model; two features that fall into one share its weights. */
export const columns = 16_384
/** What someone wants stands at the beginning: UTF-16 units and words that are read. */
const maxChars = 480
const maxWords = 60
const shortestRun = 3
const longestRun = 4

const families = ['word', 'pair', 'letters', 'opening', 'shape', 'rule'] as const
type Family = (typeof families)[number]

/** Length of each family's part of the vector; found by cross-validation. */
const shares: Readonly<Record<Family, number>> = {
  word: 1,
  pair: 0.7,
  letters: 1.5,
  opening: 1,
  shape: 0.5,
  rule: 1.2,
}

type Bag = Readonly<Record<Family, Map<number, number>>>

function put(bag: Bag, family: Family, name: string, value = 1): void {
  const column = keyOf('word', `${family} ${name}`) & (columns - 1)
  bag[family].set(column, (bag[family].get(column) ?? 0) + value)
}

function readWords(bag: Bag, text: string, tokens: readonly Token[]): void {
  let before = '^'
  let end = 0
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]?.stem ?? '$'
    put(bag, 'word', token.stem)
    put(bag, 'pair', `${before} ${token.stem}`)
    if (next === '$') put(bag, 'pair', `${token.stem} $`)
    // "I have an old fridge, where can I …": the words that open a clause tell what is wanted.
    if (at === 0 || /[,.;:!?，。；！？،؛؟\n]/.test(text.slice(end, token.start))) {
      const where = at === 0 ? 'first' : 'clause'
      const third = tokens[at + 2]?.stem ?? '$'
      put(bag, 'opening', `${where} ${token.stem}`)
      put(bag, 'opening', `${where} ${token.stem} ${next}`)
      put(bag, 'opening', `${where} ${token.stem} ${next} ${third}`)
    }
    if (token.kind === 'word') {
      const padded = ` ${token.text.slice(0, 24)} `
      for (let length = shortestRun; length <= longestRun; length++)
        for (let from = 0; from + length <= padded.length; from++)
          put(bag, 'letters', padded.slice(from, from + length))
    }
    before = token.stem
    end = token.end
  })
}

const sizes = [1, 2, 3, 4, 6, 9, 13, 20, 35, 60] as const

function readShape(bag: Bag, text: string, tokens: readonly Token[]): void {
  const trimmed = text.trimEnd()
  const size = sizes.findIndex((most) => tokens.length <= most)
  put(bag, 'shape', `size ${size}`)
  if (/[?？؟]$/.test(trimmed)) put(bag, 'shape', 'asks')
  else if (/[?？؟]/.test(trimmed)) put(bag, 'shape', 'asks within')
  if (/^\s*¿/.test(text)) put(bag, 'shape', 'asks from the start')
  if (/[!！]/.test(trimmed)) put(bag, 'shape', 'calls')
  if (tokens.some(({ kind }) => kind === 'number')) put(bag, 'shape', 'number')
  if (tokens.some(({ kind }) => kind === 'address')) put(bag, 'shape', 'address')
  if (/https?:|www\.|\.(?:com|net|xyz|top|ly)\b/i.test(text)) put(bag, 'shape', 'link')
  if (/[$€£]\s?\d|\d\s?%/.test(text)) put(bag, 'shape', 'money')
}

/** Sparse vector of a text and of what the rules say of it. */
export function intentVector(whole: string, votes: readonly Vote[]): Vector {
  const text = whole.slice(0, maxChars)
  const tokens = tokenise(text).slice(0, maxWords)
  const bag: Bag = {
    word: new Map(),
    pair: new Map(),
    letters: new Map(),
    opening: new Map(),
    shape: new Map(),
    rule: new Map(),
  }
  readWords(bag, text, tokens)
  readShape(bag, text, tokens)
  let top: Vote | undefined
  for (const vote of votes) {
    put(bag, 'rule', vote.value, vote.weight)
    if (top === undefined || vote.weight > top.weight) top = vote
  }
  if (top) put(bag, 'rule', `top ${top.value}`, top.weight)
  const sums = new Map<number, number>()
  for (const family of families) {
    let squares = 0
    for (const value of bag[family].values()) squares += value * value
    if (squares === 0) continue
    const scale = shares[family] / Math.sqrt(squares)
    for (const [column, value] of bag[family]) sums.set(column, (sums.get(column) ?? 0) + value * scale)
  }
  return { columns: Int32Array.from(sums.keys()), values: Float32Array.from(sums.values()) }
}
