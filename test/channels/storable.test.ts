import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storable, storableText } from '../../channels/storable.ts'

/** Any code point is rarely one of those that matter. */
const unit = fc.oneof(
  fc.constantFrom('\0', '\ud800', '\udfff'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const wild = fc.string({ unit, maxLength: 20 })
const plain = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('\0'))
const fieldsOf = (text: typeof wild) =>
  fc.object({ key: text, values: [text, fc.array(text), fc.integer(), fc.constant(null)], maxDepth: 3 })

describe('what the ledger can hold', () => {
  it('is whatever a provider sent, at any depth, without NUL and lone surrogates', () => {
    fc.assert(
      fc.property(fieldsOf(wild), (fields) => {
        expect(JSON.stringify(storable(fields))).not.toMatch(/\\u0000|\\ud[89a-f]/i)
      }),
    )
  })
  it('is as it came where nothing is wrong with it', () => {
    fc.assert(
      fc.property(fieldsOf(plain), (fields) => {
        expect(storable(fields)).toEqual(fields)
      }),
    )
  })
  it('shows what it cannot hold, in names and in values', () => {
    expect(storable({ 'a\0': [{ b: 'c\0\ud800' }] })).toEqual({ 'a\u2400': [{ b: 'c\u2400\ufffd' }] })
    expect(storableText('a\0b', '')).toBe('ab')
  })
})
