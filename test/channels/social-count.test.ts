import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitsBluesky } from '../../channels/bluesky/count.ts'
import { hasLink, maxWeight, weightOf } from '../../channels/social/count.ts'

describe('the weight of a text at X', () => {
  it.each([
    ['', 0],
    ['pothole', 7],
    ['Café', 4],
    // Decomposed: e and a combining acute are one letter after NFC.
    ['Cafe\u0301', 4],
    ['–—‘’“”…', 8],
    ['Привет', 6],
    ['مرحبا', 5],
    ['路灯坏了', 8],
    ['ありがとう', 10],
    ['😀', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['👍🏽', 2],
    ['🇺🇸', 2],
    ['https://www.boston.gov/departments/311/a/very/long/path?with=a&query=too', 23],
    ['see boston.gov/311 now', 4 + 23 + 4],
    ['see boston.gov.', 4 + 23 + 1],
    ['write to a@boston.gov', 21],
    ['v1.2 and e.g. this', 18],
  ])('of %j is %i', (text, weight) => {
    expect(weightOf(text)).toBe(weight)
  })

  it('is at most twice the UTF-16 length, links aside, and never falls as letters are added', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        if (hasLink(text)) return
        expect(weightOf(text)).toBeLessThanOrEqual(2 * text.normalize('NFC').length)
        expect(weightOf(`${text}x`)).toBeGreaterThanOrEqual(weightOf(text))
      }),
    )
  })

  it('is counted at once, whatever the text', () => {
    for (const text of [
      'a.'.repeat(16_000),
      'http://'.repeat(4_000),
      '\ud800'.repeat(32_000),
      '/'.repeat(32_000),
    ])
      expect(weightOf(text)).toBeGreaterThan(maxWeight)
  })

  it('knows a link from a full stop', () => {
    for (const text of ['www.boston.gov', 'see https://x.com', 'boston.gov/trash', 'BOSTON.GOV'])
      expect(hasLink(text), text).toBe(true)
    for (const text of ['Thanks. We filed it.', 'a@boston.gov', 'No. 12', 'BOS-7K3M-Q2XA.', '1.5 miles'])
      expect(hasLink(text), text).toBe(false)
  })
})

describe('the length of a text at Bluesky', () => {
  it('is 300 characters as people see them', () => {
    expect(fitsBluesky('👨‍👩‍👧‍👦'.repeat(110))).toBe(true)
    expect(fitsBluesky('路'.repeat(300))).toBe(true)
    expect(fitsBluesky('路'.repeat(301))).toBe(false)
    expect(fitsBluesky('x'.repeat(301))).toBe(false)
  })
  it('and 3,000 bytes', () => {
    expect(fitsBluesky('👨‍👩‍👧‍👦'.repeat(200))).toBe(false)
  })
})
