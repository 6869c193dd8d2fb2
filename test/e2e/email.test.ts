/** Mail through the whole stack: a played mail world on one side, the ledger on the other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningSmtpPlayer } from '../../src/sandbox/smtp/index.ts'
import type { TestApp } from '../support/app.ts'
import { testApp } from '../support/app.ts'
import { photo } from '../support/photos.ts'
import { sureReports } from '../support/sure-reports.ts'

let app: TestApp
let mail: RunningSmtpPlayer
beforeAll(async () => {
  app = await testApp()
  if (app.mail === null) throw new Error('no played mail world')
  mail = app.mail
})
afterAll(() => app.close())

let people = 0
const somebody = (): string => {
  people += 1
  return `resident${people}@mail.example`
}
interface Row {
  readonly reference: string
  readonly state: string
  readonly service_code: string | null
  readonly description: string
  readonly channel: string
  readonly media: number
}
const requestsOf = (address: string): Promise<readonly Row[]> =>
  app.sql<Row>(
    `SELECT r.reference, r.state, r.service_code, r.description, r.channel, cardinality(r.media_ids) AS media
     FROM service_requests r JOIN conversations c ON c.id = r.conversation_id
     WHERE c.resident = $1 ORDER BY r.requested_at, r.id`,
    [address],
  )
const [report = ''] = sureReports(1)

describe('a mail', () => {
  it('becomes a service request with its photo, and is answered in its thread', async () => {
    const me = somebody()
    const { response } = await mail.deliver(
      me,
      'A problem on my street',
      `${report}\n\n-- \nAda Lovelace\nTel. 617-555-0123\n`,
      [{ name: 'IMG_0001.jpg', type: 'image/jpeg', bytes: await photo() }],
    )
    expect(response).toMatch(/^250/)
    await app.settled()
    const [request] = await requestsOf(me)
    expect(request).toMatchObject({ state: 'filed', channel: 'email', media: 1 })
    expect(request?.description).toContain(report)
    expect(request?.description).not.toContain('Lovelace')
    const [reply, ...others] = mail.mailbox(me)
    expect(others).toEqual([])
    expect(reply?.text).toContain(request?.reference)
    expect(reply?.html).toContain(request?.reference)
    expect(reply?.subject).toBe(`Re: A problem on my street [${request?.reference}]`)
    expect(reply?.headers['auto-submitted']).toBe('auto-replied')
    expect(reply?.inReplyTo).toMatch(/@mail\.example>$/)
    expect(reply?.replyTo).toMatch(/^311\+[0-9a-z]+@boston\.example$/)
  })
})
