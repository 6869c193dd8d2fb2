import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ConversationId, Reference } from '../../src/core/request.ts'
import { conversationId, randomReference } from '../../src/store/ids.ts'
import { toJson, wellFormed } from '../../src/store/json.ts'

describe('ids', () => {
  test('have the shapes they promise', () => {
    for (let n = 0; n < 200; n += 1) {
      expect(Reference.safeParse(randomReference()).success).toBe(true)
      const id = conversationId(Date.now())
      expect(id).toMatch(/^cnv_[0-9a-z]{26}$/)
      expect(ConversationId.safeParse(id).success).toBe(true)
    }
  })

  test('of conversations sort by time', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.nat(2 ** 40), (a, b) => {
        fc.pre(a !== b)
        expect(conversationId(a) < conversationId(b)).toBe(a < b)
      }),
    )
  })
})

describe('JSON for the ledger', () => {
  const refused = /\\u(0000|d[89a-f])/

  test('never holds what PostgreSQL refuses', () => {
    const unit = fc.constantFrom('\0', '\ud83d', '\udc00', 'a', '\\', '"', 'u0000')
    const any = fc.anything({
      values: [fc.string({ unit }), fc.integer()],
      key: fc.string({ unit }),
      withNullPrototype: false,
    })
    fc.assert(
      fc.property(any, (value) => {
        fc.pre(value !== undefined)
        const json = toJson([value])
        expect(refused.test(json.replaceAll('\\\\', ''))).toBe(false)
        JSON.parse(json)
      }),
    )
  })

  test('is the plain JSON of everything well formed', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        if (!refused.test(JSON.stringify(value))) expect(toJson(value)).toBe(JSON.stringify(value))
      }),
      { numRuns: 30 },
    )
    expect(wellFormed('a\0b\ud83d')).toBe('ab\ufffd')
  })
})
