/** Replies as the next mail server gets them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asReplyError, replyErrors } from '../../channels/email/errors.ts'
import { emailChannel } from '../../channels/email/index.ts'
import { htmlOf } from '../../channels/email/reply-html.ts'
import type { OutboundReply } from '../../src/core/ports.ts'
import { type RunningSmtpPlayer, startSmtpPlayer } from '../../src/sandbox/smtp/index.ts'
import { config, ours, resident } from './email.harness.ts'
import { outbound } from './outbound.ts'

let player: RunningSmtpPlayer
beforeAll(async () => {
  player = await startSmtpPlayer({ ours, gateway: () => null })
})
afterAll(() => player.stop())

const text = 'Gracias. Su número: BOS-7K3M-Q2XA.\nhttps://311.boston.example/status/BOS-7K3M-Q2XA.'
const answering = {
  providerId: 'x',
  raw: {
    mail: {
      messageId: '<theirs@mail.example>',
      answers: ['<second@mail.example>', '<first@mail.example>'],
      subject: 'RE: Fwd: Bache\r\nBcc: everybody@mail.example',
    },
  },
}
async function sent(more: Partial<OutboundReply> = {}) {
  const before = player.mails().length
  const reply = outbound({
    key: 'eff_00000001_0',
    to: resident,
    from: ours,
    text,
    language: 'es',
    references: ['BOS-7K3M-Q2XA'],
    answering,
    ...more,
  })
  const receipt = await emailChannel(config({ smtpUrl: player.url })).reply(reply)
  const [mail, ...others] = player.mails().slice(before)
  if (mail === undefined || others.length > 0) throw new Error('one mail was expected')
  return { mail, receipt }
}

describe('a reply', () => {
  it('says what it is, stands in its thread and can be answered', async () => {
    const { mail, receipt } = await sent()
    expect(mail).toMatchObject({
      to: resident,
      from: ours,
      subject: 'Re: Bache Bcc: everybody@mail.example [BOS-7K3M-Q2XA]',
      text,
      inReplyTo: '<theirs@mail.example>',
      references: '<first@mail.example> <second@mail.example> <theirs@mail.example>',
    })
    expect(mail.headers).toMatchObject({
      'auto-submitted': 'auto-replied',
      'x-auto-response-suppress': 'All',
      'content-language': 'es',
      from: expect.stringContaining('Boston 311'),
    })
    expect(mail.headers.bcc).toBeUndefined()
    expect(mail.messageId).toBe(receipt.providerId)
    expect(receipt).toMatchObject({ status: 'accepted', rank: 0 })
    expect(mail.returnPath).toBe(mail.replyTo)
  })
  it('has the same id on every try, and another reply another', async () => {
    const ids = [
      (await sent()).receipt.providerId,
      (await sent()).receipt.providerId,
      (await sent({ key: 'eff_00000002_0' })).receipt.providerId,
    ]
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
  })
  it('without a mail that it answers begins a thread under our name', async () => {
    const { mail } = await sent({ answering: null })
    expect(mail).toMatchObject({ subject: 'Boston 311 [BOS-7K3M-Q2XA]', inReplyTo: '', references: '' })
  })
  it('names a number in the subject once, and each of several', async () => {
    const raw = { mail: { messageId: '', answers: [], subject: 'Re: Bache [BOS-7K3M-Q2XA]' } }
    const references = ['BOS-7K3M-Q2XA', 'BOS-0000-0001']
    expect((await sent({ answering: { providerId: 'x', raw }, references })).mail.subject).toBe(
      'Re: Bache [BOS-7K3M-Q2XA] [BOS-0000-0001]',
    )
  })
  it('to somebody who cannot be written to is refused before it goes', async () => {
    for (const to of ['unknown', 'nobody', 'a@b.example, c@d.example', 'a\r\nBcc: x@y.example'])
      await expect(sent({ to })).rejects.toMatchObject({ code: 'bad-address' })
  })
  it('in Arabic reads from the right, and nothing in it is markup of others', async () => {
    const html = htmlOf(
      'رقمك: BOS-7K3M-Q2XA\n<script>alert("x")</script>\n\nhttps://a.example/?a=1&b=2.',
      'ar',
    )
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;')
    expect(html).toContain('<a href="https://a.example/?a=1&amp;b=2">')
    expect(html.match(/<p dir="auto">/g)).toHaveLength(2)
    expect(html).not.toMatch(/src=|url\(/)
  })
})

describe('an answer of the mail server', () => {
  it.each([
    [535, '5.7.8', 'AUTH PLAIN', 'misconfigured'],
    [554, '', 'CONN', 'misconfigured'],
    [550, '5.7.1', 'MAIL FROM', 'misconfigured'],
    [421, '4.7.0', 'RCPT TO', 'rate-limited'],
    [450, '4.2.1', 'RCPT TO', 'rate-limited'],
    [451, '4.3.0', 'DATA', 'provider-away'],
    [452, '4.3.1', 'MAIL FROM', 'provider-away'],
    [550, '5.1.1', 'RCPT TO', 'bad-address'],
    [550, '', 'RCPT TO', 'bad-address'],
    [553, '', 'RCPT TO', 'bad-address'],
    [552, '5.2.2', 'RCPT TO', 'provider-refused'],
    [554, '5.7.1', 'DATA', 'provider-refused'],
    [550, '5.7.26', 'DATA', 'provider-refused'],
  ] as const)('%i %s to %s is %s', (responseCode, enhanced, command, code) => {
    const response = `${responseCode} ${enhanced} <${resident}> no`
    const error = asReplyError(
      Object.assign(new Error(response), { code: 'EENVELOPE', command, responseCode, response }),
      false,
    )
    expect(error.code).toBe(code)
    expect(error.message).not.toContain(resident)
    expect(error.providerCode).toBe(`${responseCode}${enhanced === '' ? '' : ` ${enhanced}`}`)
    expect(error.afterMs).toBe(code === 'rate-limited' ? 60_000 : null)
  })
  it.each([
    ['ECONNECTION', false, 'provider-away'],
    ['EDNS', false, 'provider-away'],
    ['ETIMEDOUT', false, 'provider-away'],
    ['ETIMEDOUT', true, 'provider-slow'],
    ['EABORT', true, 'provider-slow'],
    ['ESOCKET', true, 'unknown-outcome'],
    ['EAUTH', false, 'misconfigured'],
    ['', true, 'unknown-outcome'],
  ] as const)('%s, under way %s: %s', (code, isSending, expected) => {
    expect(asReplyError(Object.assign(new Error('x'), { code, command: 'CONN' }), isSending).code).toBe(
      expected,
    )
  })
  it('of every class has a row', () => {
    for (const reply of [400, 421, 450, 499, 500, 521, 550, 599]) {
      const error = asReplyError(
        { responseCode: reply, response: `${reply} x`, command: 'DATA', code: 'EMESSAGE' },
        true,
      )
      expect(replyErrors.some((row) => row.code === error.code)).toBe(true)
    }
  })
})
