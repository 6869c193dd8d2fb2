import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressIn, contactLeft, isOneDevice, newsCodeIn } from '../../src/core/dialog.ts'
import type { InboundMessage } from '../../src/core/request.ts'
import { emptyState } from '../../src/core/turn.ts'

const both = new Set(['sms', 'email'] as const)
const phone = (written: string) => ({ name: null, phone: written, email: null })
const mail = (written: string) => ({ name: null, phone: null, email: written })

describe('the digits of an answer', () => {
  it.each([
    ['482913', '482913'],
    [' 482 913 ', '482913'],
    ['482-913.', '482913'],
    ['Code: 482913', '482913'],
    ['482913\n\nBest regards,\nAda Example', '482913'],
    ['\u0664\u0668\u0662\u0669\u0661\u0663', '482913'],
    ['\uFF14\uFF18\uFF12\uFF19\uFF11\uFF13', '482913'],
    ['4 Elm 02134', null],
    ['48 29 13', null],
    ['4829', null],
    ['4829137', null],
    ['482913 482914', null],
    ['1 482913', null],
    ['482913 also the street light on the corner is out', null],
    ['101004113747', null],
    ['BOS-4829-13XY', null],
    ['', null],
  ])('reads %j as %j', (text, wanted) => {
    expect(newsCodeIn(text)).toBe(wanted)
  })
})

describe('a contact', () => {
  it.each([
    [phone('617-555-0123'), { channel: 'sms', address: '+16175550123' }],
    [phone('(617) 555.0123'), { channel: 'sms', address: '+16175550123' }],
    [phone('+1 617 555 0123'), { channel: 'sms', address: '+16175550123' }],
    [phone('1-617-555-0123'), { channel: 'sms', address: '+16175550123' }],
    [phone('+44 20 7946 0000'), null],
    [phone('+6175550123'), null],
    [phone('900-555-0123'), null],
    [phone('117-555-0123'), null],
    [phone('617-155-0123'), null],
    [phone('617-555-0123 ext 4'), null],
    [phone('617-555-0123, 617-555-0124'), null],
    [mail(' Ada@Example.org '), { channel: 'email', address: 'ada@example.org' }],
    [mail('ada@example.org, eve@example.org'), null],
    [mail('ada@example.org\r\nBcc: eve@example.org'), null],
    [mail('<ada@example.org>'), null],
    [mail('ada@localhost'), null],
    [
      { ...phone('617-555-0123'), email: 'ada@example.org' },
      { channel: 'email', address: 'ada@example.org' },
    ],
    [
      { ...phone('617-555-0123'), email: 'ada' },
      { channel: 'sms', address: '+16175550123' },
    ],
  ])('%j is asked at %j', (contact, wanted) => {
    expect(addressIn(contact, both)).toEqual(wanted)
  })

  it('is asked on channels that are on', () => {
    const left = { ...phone('617-555-0123'), email: 'ada@example.org' }
    expect(addressIn(left, new Set(['sms']))?.channel).toBe('sms')
    expect(addressIn(left, new Set())).toBeNull()
  })

  const said = (text: string, more: Partial<InboundMessage> = {}) =>
    contactLeft(emptyState, { channel: 'web', text, ...more })
  it('may be the whole of an answer on a page, and of no text message', () => {
    expect(said('617-555-0123')).toEqual(phone('617-555-0123'))
    expect(said('ada@example.org')).toEqual(mail('ada@example.org'))
    expect(said('call me: 617-555-0123')).toBeNull()
    expect(said('617-555-0123', { silent: true })).toBeNull()
    expect(said('617-555-0123', { channel: 'sms' })).toBeNull()
  })

  it('is one device’s where nobody else can be in its conversation', () => {
    const of = (channel: InboundMessage['channel'], from: string) => isOneDevice({ channel, from })
    expect([of('web', 'random'), of('open311', 'device:7')]).toEqual([true, true])
    for (const from of ['account_id:7', 'email:ada@example.org', 'phone:617', 'request:a-1'])
      expect(of('open311', from)).toBe(false)
  })

  it('and its digits are read from any text without a throw, and fast', () => {
    const startedAt = performance.now()
    for (const text of [
      '1 '.repeat(16_000),
      `${'a@'.repeat(15_000)}b.c`,
      ' '.repeat(32_000),
      '(-)'.repeat(9_000),
    ]) {
      expect(newsCodeIn(text)).toBeNull()
      expect(addressIn({ ...phone(text), email: text }, both)).toBeNull()
      expect(said(text)).toBeNull()
    }
    expect(performance.now() - startedAt).toBeLessThan(500)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const code = newsCodeIn(text)
        if (code !== null) expect(code).toMatch(/^\d{6}$/)
        const to = addressIn({ ...phone(text), email: text }, both)
        if (to?.channel === 'sms') expect(to.address).toMatch(/^\+1[2-9]\d{9}$/)
        said(text)
      }),
    )
  })
})
