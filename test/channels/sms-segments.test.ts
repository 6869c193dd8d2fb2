import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitsSms, segmentsOf } from '../../channels/sms/segments.ts'

describe('segments', () => {
  it.each([
    ['', 'gsm-7', 0],
    ['a'.repeat(160), 'gsm-7', 1],
    ['a'.repeat(161), 'gsm-7', 2],
    ['a'.repeat(306), 'gsm-7', 2],
    ['a'.repeat(307), 'gsm-7', 3],
    ['€'.repeat(80), 'gsm-7', 1],
    ['€'.repeat(81), 'gsm-7', 2],
    // An escape is never split: 152 of the 153 places are used.
    ['€'.repeat(152), 'gsm-7', 2],
    ['€'.repeat(153), 'gsm-7', 3],
    ['ñéüàÄÖ@£¿', 'gsm-7', 1],
    ['ç', 'ucs-2', 1],
    ['’'.repeat(70), 'ucs-2', 1],
    ['路'.repeat(71), 'ucs-2', 2],
    ['路'.repeat(134), 'ucs-2', 2],
    ['路'.repeat(135), 'ucs-2', 3],
    ['😀'.repeat(35), 'ucs-2', 1],
    // A surrogate pair is never split: 66 of the 67 units are used.
    ['😀'.repeat(66), 'ucs-2', 2],
    ['😀'.repeat(67), 'ucs-2', 3],
  ] as const)('%#: encoding and count', (text, encoding, segments) => {
    expect(segmentsOf(text)).toEqual({ encoding, segments })
    expect(fitsSms(text)).toBe(segments <= 2)
  })

  it('one character outside GSM-7 changes all of them', () => {
    expect(segmentsOf(`${'a'.repeat(159)}😀`)).toEqual({ encoding: 'ucs-2', segments: 3 })
  })

  it('never hold more than they can', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        const { encoding, segments } = segmentsOf(text)
        const least = encoding === 'ucs-2' ? text.length / 70 : text.length / 160
        expect(segments).toBeGreaterThanOrEqual(least)
        expect(segments).toBeLessThanOrEqual(Math.ceil((text.length * 2) / 66) + 1)
      }),
    )
  })
})
