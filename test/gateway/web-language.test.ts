import { describe, expect, it } from 'vitest'
import { accepted, languageOf } from '../../src/gateway/web/language.ts'

describe('the language of a page', () => {
  it.each([
    ['', 'en'],
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['de,fr;q=0.5,en;q=0.4', 'fr'],
    ['en;q=0.1, ht', 'ht'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK,zh;q=0.9', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['pt-PT', 'pt'],
    ['so;q=0', 'en'],
    ['*', 'en'],
    ['tlh, xx;q=none, ;;;,', 'en'],
  ])('%j: %s', (header, language) => {
    expect(accepted(header)).toBe(language)
  })
  it('a link wins over the browser, where it is one of ours', () => {
    expect(languageOf('ar', 'es')).toBe('ar')
    expect(languageOf('xx', 'es')).toBe('es')
    expect(languageOf(undefined, 'es')).toBe('es')
  })
})
