/** A mail address in a form: asked without a word of the report, proven by the digits on the page, and told what follows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeptMail } from '../../src/sandbox/smtp/index.ts'
import { fileByApp, reportByBrowser } from '../../src/sandbox/web/index.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { until } from '../support/until.ts'

describe('a mail address that was left', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp({ environment: { OPEN311_SERVER_KEYS: 'a-key-of-the-test' } })
  })
  afterAll(() => app?.close())

  const mailbox = async (address: string, mails: number): Promise<readonly KeptMail[]> => {
    await until(async () => (app.mail?.mailbox(address).length ?? 0) >= mails, 20_000)
    await app.settled()
    return app.mail?.mailbox(address) ?? []
  }
  const close = (reference: string | null) =>
    app.sql(
      `UPDATE local_cases SET status = 'closed', notes = 'Filled.' FROM service_requests r
      WHERE r.id = local_cases.request_id AND r.reference = $1`,
      [reference],
    )

  it('on a page gets news in the thread of its answer', async () => {
    const me = 'resident-of-a-page@mail.example'
    const place = { words: 'huge pothole', address: '123 Tremont St' }
    const { reference, text } = await reportByBrowser(app.url, 'en', { ...place, email: me })
    const code = /answer our e-mail with this code: (\d{6}) \./.exec(text)?.[1] ?? 'none'
    const [asked] = await mailbox(me, 1)
    expect(asked).toMatchObject({ subject: 'Boston 311', inReplyTo: '' })
    expect(asked?.headers['auto-submitted']).toBe('auto-generated')
    expect(`${asked?.text} ${asked?.html}`).not.toMatch(
      new RegExp(`${reference}|${code}|pothole|Tremont`, 'i'),
    )
    // A machine that answers for somebody who is away proves nothing and gets no answer.
    const away = { headers: { 'Auto-Submitted': 'auto-replied' } }
    await app.mail?.deliver(me, 'Away', code, [], { ...(asked && { inReplyTo: asked }), ...away })
    await app.mail?.deliver(me, 'Re: Boston 311', `${code}\n`, [], { ...(asked && { inReplyTo: asked }) })
    const [, here] = await mailbox(me, 2)
    expect(here?.subject).toBe(`Re: Boston 311 [${reference}]`)
    expect(here?.text).toContain('You will get the news on your report here.')
    expect(here?.text).toContain('123 Tremont St')
    await close(reference)
    const mails = await mailbox(me, 3)
    expect(mails).toHaveLength(3)
    expect(mails[2]?.text).toContain('Filled.')
    expect(mails[2]?.inReplyTo).toBe(here?.inReplyTo)
  })

  it('in an app gets the digits in its notice, and nothing without them', async () => {
    const me = 'resident-of-an-app@mail.example'
    const { reference, text } = await fileByApp(app.url, 'a-key-of-the-test', {
      service_code: 'pothole',
      address_string: '123 Tremont St',
      description: 'huge pothole',
      email: me,
    })
    expect(text).toMatch(/To get news by e-mail, answer our e-mail with this code: \d{6}\./)
    const [asked] = await mailbox(me, 1)
    await app.mail?.deliver(me, 'Re: Boston 311', '000000', [], { ...(asked && { inReplyTo: asked }) })
    const [, wrong] = await mailbox(me, 2)
    expect(wrong?.text).toContain('That code is not right')
    await close(reference)
    const [request] = await app.sql<{ id: string }>('SELECT id FROM service_requests WHERE reference = $1', [
      reference,
    ])
    const suppressed = `SELECT 1 FROM effects WHERE request_id = $1 AND kind = 'reply' AND why = 'unreachable'`
    await until(async () => (await app.sql(suppressed, [request?.id])).length > 0, 20_000)
    expect(await mailbox(me, 2)).toHaveLength(2)
  })
})
