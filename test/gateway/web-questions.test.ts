import { describe, expect, it } from 'vitest'
import { bostonPages } from '../../src/app/city.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { languages } from '../../src/core/understanding.ts'
import { questionsHtml } from '../../src/gateway/web/form.ts'

const kit = { city: bostonPages }
const asking = services.filter(({ details }) => details.length > 0)

describe('the questions of a service on a page', () => {
  it.each(languages)('%s: are in its language, without a word marked as English', (language) => {
    for (const service of asking) {
      const page = String(questionsHtml(kit, language, service, {}))
      expect(page, service.code).not.toContain('lang=')
      for (const { code, values } of service.details) {
        const put = bostonPages.question(language, service.code, code)
        expect(page, code).toContain(`<span>${put?.question.replaceAll("'", '&#39;')}</span>`)
        for (const { key } of values) expect(page, `${code}.${key}`).toContain(`value="${key}"`)
        for (const { name } of put?.values ?? []) expect(page, code).toContain(`<span>${name}</span>`)
      }
    }
  })

  it('what was answered stays, by its key', () => {
    const [service] = asking.filter(({ code }) => code === 'missed-pickup')
    if (service === undefined) throw new Error('no such service')
    const page = String(questionsHtml(kit, 'es', service, { material: 'trash, bulk' }))
    expect(page.match(/value="\w+" checked/g)).toEqual(['value="trash" checked', 'value="bulk" checked'])
  })

  it('one that has no translation is in English, and marked', () => {
    const detail = { code: 'wheel', datatype: 'string', required: false, values: [] } as const
    const service = {
      code: 'pothole',
      details: [{ ...detail, values: [], question: 'Which wheel is flat?' }],
    }
    const page = String(questionsHtml(kit, 'ar', service, {}))
    expect(page).toContain('<span lang="en" dir="ltr">Which wheel is flat?</span>')
  })

  it('words of one’s own run in their own direction', () => {
    for (const service of asking)
      for (const field of String(questionsHtml(kit, 'ar', service, {})).match(
        /<(?:input id|textarea)[^>]*>/g,
      ) ?? [])
        expect(field).toContain('dir="auto"')
  })
})
