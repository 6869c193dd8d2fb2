import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forLearning, masked, redacted } from '../../src/core/privacy.ts'

describe('what strangers read of a resident’s words', () => {
  test.each([
    ['call 617-555-0123 please', 'call [number removed] please'],
    ['call (617) 555-0123.', 'call [number removed].'],
    ['+1 617.555.0123', '[number removed]'],
    ['16175550123', '[number removed]'],
    ['617 555 0123 or 617/555/0124', '[number removed] or [number removed]'],
    ['at 555-0123 all day', 'at [number removed] all day'],
    ['+44 20 7946 0958', '[number removed]'],
    ['٦١٧٥٥٥٠١٢٣', '[number removed]'],
    ['ssn 123-45-6789', 'ssn [number removed]'],
    ['account 1234567', 'account [number removed]'],
    ['me@example.com, you.too+a@mail.example.org', '[e-mail removed], [e-mail removed]'],
  ])('takes the number or address out of %j', (words, expected) => {
    expect(redacted(words)).toBe(expected)
  })

  test.each([
    'pothole at 123 Tremont St, Boston MA 02108-1234',
    'between 12 and 14 Main St since 2025-11-20, 11/20/2025 at 10:30',
    'see BOS-7K3M-Q2XA and bos-1234-5678',
    'BOS-1234-5678 12 Main St',
    'Apt 4, unit 1203, bus 39, pole 123456',
    'one two three @ the corner',
    '',
  ])('leaves %j as it is', (words) => {
    expect(redacted(words)).toBe(words)
  })

  test('leaves no ten digits in a row, whatever stands around them', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 15 })
    const separator = fc.constantFrom('', '-', ' ', '.', ') ')
    fc.assert(
      fc.property(fc.string(), digits, separator, fc.string(), (before, number, between, after) => {
        const left = redacted(`${before} ${number.join(between)} ${after}`)
        expect(left).not.toContain(number.join(between))
      }),
    )
  })
})

describe('a resident’s address as others see it', () => {
  test.each([
    ['+16175550123', '…0123'],
    ['someone.else@example.org', '…@example.org'],
    ['123', '…'],
    ['account-9', '…'],
  ])('%s is shown as %s', (address, shown) => {
    expect(masked(address)).toBe(shown)
  })
})

describe('words to learn from', () => {
  test.each([
    ['my name is Ann Example, pothole at 12 Elm St', 'my name is [name removed], pothole at 00 Elm St'],
    ['Light out on 5th Street.\nThanks, A. Example', 'Light out on 5th Street.\nThanks, [name removed]'],
    ['white van plate 1ABC23 parked 3 days', 'white van plate [plate removed] parked 3 days'],
    ['see https://example.org/a?b=c and call 617-555-0123', 'see [link removed] and call [number removed]'],
    ['me llamo Ana y hay basura', 'me llamo [name removed] y hay basura'],
    ['mwen rele Ana, pa gen limyè', 'mwen rele [name removed], pa gen limyè'],
    ['it is about BOS-7K3M-Q2XA again', 'it is about [number removed] again'],
    ['write to someone@example.org', 'write to [e-mail removed]'],
    ['thanks, the Light is out', 'thanks, the Light is out'],
    ['this is in Dorchester, 2 lights out', 'this is in Dorchester, 2 lights out'],
  ])('%s', (words, expected) => {
    expect(forLearning(words)).toBe(expected)
  })

  test('hold no figure of two digits, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        expect(forLearning(words)).not.toMatch(/[1-9]\d|\d[1-9]/)
      }),
    )
  })
})
