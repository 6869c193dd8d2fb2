import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { pauseMs, retryAfterMs, verdictOf } from '../../src/edge/verdict.ts'
import { awayTwiml, thanksTwiml, transferredTwiml } from '../../src/edge/voice.ts'

describe('an answer of the gateway', () => {
  it.each([
    [200, 'taken'],
    [204, 'taken'],
    [301, 'troubled'],
    [400, 'refused'],
    [403, 'refused'],
    [404, 'refused'],
    [408, 'away'],
    [413, 'refused'],
    [429, 'away'],
    [500, 'troubled'],
    [502, 'away'],
    [503, 'away'],
    [504, 'away'],
    [522, 'away'],
    [530, 'away'],
  ])('%i means %s', (status, verdict) => {
    expect(verdictOf(status)).toBe(verdict)
  })

  it('is one of four, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), (status) =>
        ['taken', 'away', 'troubled', 'refused'].includes(verdictOf(status)),
      ),
    )
  })
})

describe('a pause', () => {
  it('is a second at first and two minutes at most, unless the gateway wishes for more, an hour at most', () => {
    expect([1, 2, 3, 7, 8, 9, 1_000].map((tries) => pauseMs(tries, null, 0))).toEqual([
      1_000, 2_000, 4_000, 64_000, 120_000, 120_000, 120_000,
    ])
    expect(pauseMs(1, null, 1)).toBe(800)
    expect(pauseMs(1, 77_000, 0)).toBe(77_000)
    expect(pauseMs(9, 1_000, 0)).toBe(120_000)
    expect(pauseMs(1, 999_999_000, 0)).toBe(3_600_000)
  })

  it.each([
    ['5', 5_000],
    [' 90 ', 90_000],
    [null, null],
    ['', null],
    ['-1', null],
    ['Wed, 21 Oct 2026 07:28:00 GMT', null],
  ])('reads Retry-After %j as %j', (header, ms) => {
    expect(retryAfterMs(header)).toBe(ms)
  })
})

it.each([
  ['a message', awayTwiml('https://311.example.org?a=1&b="2"', null)],
  ['a transfer', awayTwiml('https://311.example.org', '+16175550199')],
  ['nobody', transferredTwiml('https://311.example.org', 'no-answer')],
  ['the end', transferredTwiml('https://311.example.org', 'completed')],
  ['thanks', thanksTwiml()],
])('TwiML of %s is one well-formed document of known verbs', (_what, text) => {
  expect(XMLValidator.validate(text)).toBe(true)
  const { Response: verbs } = new XMLParser().parse(text) as { Response: object }
  expect(['Say', 'Record', 'Dial', 'Hangup']).toEqual(expect.arrayContaining(Object.keys(verbs)))
})
