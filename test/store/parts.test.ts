import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ConversationId, Reference } from '../../src/core/request.ts'
import { conversationId, randomReference } from '../../src/store/ids.ts'
import { toJson, wellFormed } from '../../src/store/json.ts'
import { expectedAt } from '../../src/store/targets.ts'

describe('targets', () => {
  const calendar = { timeZone: 'America/New_York', isHoliday: (date: string) => date === '2025-11-27' }
  const target = (amount: number, unit: 'hours' | 'days' | 'businessDays') => ({
    amount,
    unit,
    source: 'test',
  })
  // 22:00 on a Friday in Boston is Saturday in UTC.
  const friday = Date.UTC(2025, 10, 22, 3)
  const hourMs = 3_600_000

  test('counts hours and days by the clock', () => {
    expect(expectedAt(friday, target(36, 'hours'), calendar)).toBe(friday + 36 * hourMs)
    expect(expectedAt(friday, target(2, 'days'), calendar)).toBe(friday + 48 * hourMs)
    expect(expectedAt(friday, null, calendar)).toBeNull()
  })

  test('counts business days by the city’s own calendar', () => {
    expect(expectedAt(friday, target(1, 'businessDays'), calendar)).toBe(friday + 3 * 24 * hourMs)
    expect(expectedAt(friday, target(3, 'businessDays'), calendar)).toBe(friday + 5 * 24 * hourMs)
    // The fourth would be Thanksgiving.
    expect(expectedAt(friday, target(4, 'businessDays'), calendar)).toBe(friday + 7 * 24 * hourMs)
  })
})

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
