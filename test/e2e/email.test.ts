/**
 * Mail through the whole stack: a played mail world on one side, the ledger on the other.
 */

import { spawn, spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeptMail, RunningSmtpPlayer } from '../../src/sandbox/smtp/index.ts'
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
const [report = '', another = ''] = sureReports(2)
/** Writes, and answers what came back once everything that it led to is done. */
const write = async (...mails: Parameters<RunningSmtpPlayer['deliver']>): Promise<readonly KeptMail[]> => {
  const [from] = mails
  const before = mail.mailbox(from).length
  await mail.deliver(...mails)
  await quiet()
  return mail.mailbox(from).slice(before)
}
/** Nothing is under way any more, here or there. */
const quiet = async (): Promise<void> => {
  let mails = -1
  while (mails !== mail.mails().length) {
    mails = mail.mails().length
    await app.settled()
    await mail.idle()
    await app.settled()
  }
}
const messagesOf = (address: string) =>
  app.sql<{ origin: { writer: string; proven: boolean }; sign: string | null }>(
    `SELECT normalised -> 'origin' AS origin, raw #>> '{mail,automatic}' AS sign FROM messages WHERE resident = $1 ORDER BY seq`,
    [address],
  )

describe('a mail', () => {
  it('becomes a service request with its photo, and is answered in its thread', async () => {
    const me = somebody()
    const [reply, ...others] = await write(
      me,
      'A problem on my street',
      `${report}\n\n-- \nAda Lovelace\nTel. 617-555-0123\n`,
      [{ name: 'IMG_0001.jpg', type: 'image/jpeg', bytes: await photo() }],
    )
    const [request] = await requestsOf(me)
    expect(request).toMatchObject({ state: 'filed', channel: 'email', media: 1 })
    expect(request?.description).toContain(report)
    expect(request?.description).not.toContain('Lovelace')
    expect(others).toEqual([])
    expect(reply?.text).toContain(request?.reference)
    expect(reply?.html).toContain(request?.reference)
    expect(reply?.subject).toBe(`Re: A problem on my street [${request?.reference}]`)
    expect(reply?.headers['auto-submitted']).toBe('auto-replied')
    expect(reply?.inReplyTo).toMatch(/@mail\.example>$/)
    expect(reply?.replyTo).toMatch(/^311\+[0-9a-z]+@boston\.example$/)
    expect(reply?.returnPath).toBe(reply?.replyTo)
  })
  it('that was passed on is read, and one in HTML with a picture between its words', async () => {
    const me = somebody()
    await write(
      me,
      'Fwd: please look',
      `---------- Forwarded message ---------\nFrom: A Neighbor <n@mail.example>\nDate: Mon, Mar 2, 2026 at 9:00 AM\nSubject: please look\nTo: <${me}>\n\n${report}\n`,
    )
    expect((await requestsOf(me))[0]?.description).toContain(report)
    const other = somebody()
    const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
    await mail.deliverRaw(
      [
        `From: ${other}`,
        `To: ${mail.ours}`,
        'Message-ID: <html-only@mail.example>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; boundary=r',
        '',
        '--r',
        'Content-Type: text/html; charset=utf-8',
        '',
        `<p>${report}</p><img src="cid:photo"><img src="cid:pixel"><div id="AppleMailSignature">Sent from my iPhone</div>`,
        ...(await Promise.all(
          [
            ['photo', 'image/jpeg', Buffer.from(await photo())] as const,
            ['pixel', 'image/gif', pixel] as const,
          ].map(
            ([id, type, bytes]) =>
              `--r\r\nContent-Type: ${type}\r\nContent-ID: <${id}>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}`,
          ),
        )),
        '--r--',
        '',
      ].join('\r\n'),
      { from: other },
    )
    await app.settled()
    expect((await requestsOf(other))[0]).toMatchObject({ description: report, media: 1 })
  })
  it('that answers ours finds its case, from another address as well', async () => {
    const me = somebody()
    const [first] = await write(me, 'Street', report)
    const [request] = await requestsOf(me)
    const at = somebody()
    const quoted = `Please add that it is getting worse every day\n\nOn Mon, Mar 2, 2026 at 9:15 AM Boston 311 <${first?.replyTo}> wrote:\n> ${first?.text.replaceAll('\n', '\n> ')}\n`
    await write(at, `Re: ${first?.subject}`, quoted, [], {
      ...(first && { inReplyTo: first }),
      authenticated: false,
    })
    const [after, ...others] = await requestsOf(me)
    expect(others).toEqual([])
    expect(after?.reference).toBe(request?.reference)
    expect(after?.description).toContain('getting worse')
    expect(after?.description).not.toContain('wrote:')
    expect(await requestsOf(at)).toEqual([])
  })
  it("in another's name changes nothing and learns nothing", async () => {
    const me = somebody()
    await write(me, '', report)
    const [request] = await requestsOf(me)
    await app.sql('UPDATE service_requests SET private = true WHERE reference = $1', [request?.reference])
    const forged = { authenticated: false, headers: { 'Reply-To': 'thief@mail.example' } }
    await write(me, '', `please cancel my report ${request?.reference}`, [], forged)
    expect(await requestsOf(me)).toMatchObject([{ state: 'filed' }])
    const thief = somebody()
    const [told] = await write(thief, '', `what is the status of ${request?.reference}?`)
    expect(told?.text).toContain(`${request?.reference}`)
    expect(told?.text.length).toBeLessThan(120)
    expect(told?.text).not.toMatch(/Elm|St\b/)
    expect(mail.mailbox('thief@mail.example')).toEqual([])
    const [own] = await write(me, '', `what is the status of ${request?.reference}?`)
    expect(own?.text.length).toBeGreaterThan(told?.text.length ?? 0)
  })
  it('of a machine is kept, makes no request and is not answered', async () => {
    const me = somebody()
    const [first] = await write(me, 'Street', report)
    const before = (await requestsOf(me)).length
    expect(
      await write(me, `Automatic reply: ${first?.subject}`, 'I am out of the office until Monday.', [], {
        headers: { 'Auto-Submitted': 'auto-replied' },
        returnPath: '',
      }),
    ).toEqual([])
    expect(await requestsOf(me)).toHaveLength(before)
    expect((await messagesOf(me)).at(-1)).toMatchObject({ origin: { writer: 'machine' }, sign: 'null-path' })
  })
  it('that bounces marks our reply as failed', async () => {
    const me = somebody()
    const [reply] = await write(me, 'Street', report)
    const text = (action: string, status: string) =>
      `From: mailer-daemon@mx.example\r\nTo: ${reply?.returnPath}\r\nSubject: Undelivered Mail\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${me}\r\nAction: ${action}\r\nStatus: ${status}\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${reply?.messageId}\r\n\r\n--b--\r\n`
    await mail.deliverRaw(text('failed', '5.1.1'), { from: '', to: [reply?.returnPath ?? ''] })
    await mail.deliverRaw(text('delayed', '4.4.1'), { from: '', to: [reply?.returnPath ?? ''] })
    await app.settled()
    expect(
      await app.sql(
        'SELECT status, failure, provider_code, effect_id IS NOT NULL AS known FROM deliveries WHERE provider_id = $1',
        [reply?.messageId],
      ),
    ).toEqual([{ status: 'failed', failure: 'bad-address', provider_code: '5.1.1', known: true }])
  })
  it('that nobody can read goes to a person as it is, and nobody is answered', async () => {
    const before = mail.mails().length
    await mail.deliverRaw('no header at all, only words\r\nand more of them\r\n', {
      from: '',
      to: [mail.ours],
    })
    await mail
      .deliverRaw('Subject: from nobody\r\n\r\nwho wrote this?\r\n', {
        from: 'not an address at all@@',
        to: [mail.ours],
      })
      .catch(() => undefined)
    await mail.deliverRaw(
      `From: ${somebody()}\r\nContent-Type: multipart/encrypted; boundary=e\r\n\r\n--e\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--e--\r\n`,
      { from: 'sealed@mail.example' },
    )
    await app.settled()
    const reviews = await app.sql<{ media: number }>(
      `SELECT cardinality(r.media_ids) AS media FROM reviews v JOIN service_requests r ON r.id = v.request_id WHERE v.reason = 'unreadable'`,
    )
    expect(reviews.length).toBeGreaterThan(0)
    for (const { media } of reviews) expect(media).toBe(1)
    expect(mail.mails()).toHaveLength(before)
  })
  it('that comes again is one, and an id that is used again for other words is none the less a mail', async () => {
    const me = somebody()
    const raw = (text: string) =>
      `From: ${me}\r\nTo: ${mail.ours}\r\nMessage-ID: <same@mail.example>\r\n\r\n${text}\r\n`
    await mail.deliverRaw(raw(report), { from: me })
    await mail.deliverRaw(`Received: from elsewhere\r\n${raw(report)}`, { from: me })
    await mail.deliverRaw(raw(another), { from: me })
    await app.settled()
    expect(await messagesOf(me)).toHaveLength(2)
    expect(await requestsOf(me)).toHaveLength(2)
  })
})

describe('two machines', () => {
  it('stop after one round where the other says what it is', async () => {
    const machine = somebody()
    mail.autorespond(machine, ({ subject }) => ({
      subject: `Re: ${subject}`,
      text: 'Thank you, we will be back.',
      headers: { 'Auto-Submitted': 'auto-generated' },
    }))
    await write(machine, 'Street', report)
    expect(mail.mailbox(machine)).toHaveLength(1)
    expect(await messagesOf(machine)).toMatchObject([
      { origin: { writer: 'person' } },
      { origin: { writer: 'machine' } },
    ])
  })
  it('stop after one round where it only sounds like one', async () => {
    const machine = somebody()
    mail.autorespond(machine, ({ subject }) => ({
      subject: `Re: ${subject}`,
      text: 'Thank you for contacting us. We have received your message.',
    }))
    await write(machine, 'Street', report)
    expect(mail.mailbox(machine)).toHaveLength(1)
  })
  it('stop where it hides altogether: the same words twice end it', async () => {
    const machine = somebody()
    mail.autorespond(machine, () => ({
      subject: 'Hello',
      text: 'It is always nice to hear from the people of Boston, dear friends.',
    }))
    await write(machine, 'Street', report)
    expect(mail.mailbox(machine).length).toBeLessThanOrEqual(2)
  })
  it('stop after five replies within the hour where it never says the same', async () => {
    const machine = somebody()
    let count = 0
    mail.autorespond(machine, () => {
      count += 1
      return {
        subject: `Hello ${count}`,
        text: `There is always something new to be told, and this is number ${count} of it.`,
      }
    })
    await write(machine, 'Street', report)
    expect(mail.mailbox(machine).length).toBeLessThanOrEqual(5)
    const told = mail.mailbox(machine).length
    await write(machine, 'more', another)
    expect(mail.mailbox(machine).length).toBeLessThanOrEqual(Math.max(told, 5))
    expect((await requestsOf(machine)).some(({ description }) => description.includes(another))).toBe(true)
  })
})

/** Debian's swaks, where it is installed. */
const hasSwaks = spawnSync('swaks', ['--version'], { stdio: 'ignore' }).status === 0
if (!hasSwaks) console.info('skipped: swaks is not installed (apt-get install swaks)')
describe.skipIf(!hasSwaks)('swaks', () => {
  const swaks = (...more: readonly string[]): Promise<string> =>
    new Promise((resolve) => {
      const door = mail.door()
      const child = spawn('swaks', ['--server', `${door?.host}:${door?.port}`, ...more])
      let said = ''
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
      child.on('close', () => resolve(said))
    })
  it('delivers a report and gets a reply; other receivers are refused', async () => {
    const me = somebody()
    const said = await swaks(
      '--from',
      me,
      '--to',
      `${mail.ours},nobody@boston.example`,
      '--header',
      'Subject: Street',
      '--body',
      report,
    )
    expect(said).toMatch(/<- {2}250 .*kept/)
    expect(said).toMatch(/550 5\.1\.1/)
    await app.settled()
    const [request] = await requestsOf(me)
    expect(request?.state).toBe('filed')
    expect(mail.mailbox(me)[0]?.text).toContain(request?.reference)
  })
})
