/** The same pothole on a page in Haitian Creole and by an app: two requests that differ in source and language. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileByApp, reportByBrowser } from '../../src/sandbox/web/index.ts'
import { type TestApp, testApp } from '../support/app.ts'

describe('a pothole by web and by app', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp({ environment: { OPEN311_SERVER_KEYS: 'a-key-of-the-test' } })
  })
  afterAll(() => app?.close())

  it('is the same request, but for where it came from and its language', async () => {
    const web = await reportByBrowser(app.url, 'ht', {
      words: 'gwo twou nan lari a',
      address: '123 Tremont St',
    })
    const byApp = await fileByApp(app.url, 'a-key-of-the-test', {
      service_code: 'pothole',
      address_string: '123 Tremont St',
      description: 'huge pothole',
    })
    expect([web.status, byApp.status]).toEqual([200, 200])
    expect(web.text).toMatch(/^Mèsi\. Nou resevwa rapò w la\./)
    expect(byApp.text).toMatch(/^Target: 1 business day/)
    await app.settled()
    const rows = await app.sql<Record<string, unknown>>(
      `SELECT channel, language, service_code, state, place ->> 'address' AS address FROM service_requests
       WHERE reference = ANY ($1) ORDER BY channel`,
      [[web.reference, byApp.reference]],
    )
    const same = { service_code: 'pothole', state: 'filed', address: '123 Tremont St' }
    expect(rows).toEqual([
      { channel: 'open311', language: 'en', ...same },
      { channel: 'web', language: 'ht', ...same },
    ])
  })

  it('on the page a question is answered in the same conversation', async () => {
    const asked = await reportByBrowser(app.url, 'en', { words: 'huge pothole', address: 'Washington St' })
    expect([asked.reference, asked.text]).toEqual([null, expect.stringContaining('Which Washington St?')])
    const number = await asked.answer({ choice: '4' })
    expect([number.reference, number.text]).toEqual([
      null,
      expect.stringContaining('Where on Washington St?'),
    ])
    const filed = await number.answer({ address: '400 Washington St, Dorchester' })
    expect(filed.reference).toMatch(/^BOS-/)
  })
})
