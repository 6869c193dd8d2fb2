import { describe, expect, it } from 'vitest'
import { serviceByCode, services } from '../../src/city/boston/services/index.ts'
import { loadUtterances, parseUtterances } from '../../src/city/boston/utterances/index.ts'
import { Service } from '../../src/core/catalogue.ts'

const utterances = loadUtterances()

/** Two texts are the same to a classifier when only case, punctuation and spaces differ. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

describe('the service catalogue of Boston', () => {
  it('holds 100 services with unique codes', () => {
    expect(services).toHaveLength(100)
    expect(new Set(services.map((service) => service.code)).size).toBe(100)
  })

  it.each(services.map((service) => [service.code, service] as const))(
    'describes %s validly',
    (code, service) => {
      expect(Service.safeParse(service).error).toBeUndefined()
      expect(service.description).not.toBe(service.name)
      expect(service.keywords.length).toBeGreaterThanOrEqual(5)
      expect(service.keywords.length).toBeLessThanOrEqual(15)
      expect(service.details.length).toBeLessThanOrEqual(3)
      expect(serviceByCode(code)).toBe(service)
    },
  )

  it('asks a list question only with values to choose from', () => {
    for (const service of services) {
      for (const detail of service.details) {
        const isList = detail.datatype === 'singlevaluelist' || detail.datatype === 'multivaluelist'
        expect(detail.values.length > 0, `${service.code}.${detail.code}`).toBe(isList)
      }
    }
  })

  it('knows no service by another code', () => {
    expect(serviceByCode('no-such-service')).toBeNull()
  })
})

describe('the utterances of Boston', () => {
  it.each(services.map((service) => service.code))('has at least 15 English sentences for %s', (code) => {
    const own = utterances.filter((utterance) => utterance.code === code && utterance.language === 'en')
    expect(own.length).toBeGreaterThanOrEqual(15)
  })

  it('has no sentence twice, neither under one service nor under two', () => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const { code, text } of utterances) {
      const first = seen.get(bare(text))
      if (first !== undefined) twice.push(`${first} and ${code}: ${text}`)
      seen.set(bare(text), code)
    }
    expect(twice).toEqual([])
  })

  it('has neither empty sentences nor phone numbers', () => {
    for (const { text } of utterances) {
      expect(bare(text)).not.toBe('')
      expect(text).not.toMatch(/\d{3}[-. ]\d{3}[-. ]\d{4}/)
    }
  })

  it('names file and line of a bad line', () => {
    expect(() => parseUtterances('pothole\ten\tbig hole\n\n', 'x.tsv')).toThrow(/x\.tsv:2/)
    expect(() => parseUtterances('pothole\tbig hole\n', 'x.tsv')).toThrow(/x\.tsv:1/)
    expect(() => parseUtterances('no-such-service\ten\tbig hole\n', 'x.tsv')).toThrow(/unknown service/)
    expect(() => parseUtterances('pothole\txx\tbig hole\n', 'x.tsv')).toThrow(/unknown language/)
  })
})
