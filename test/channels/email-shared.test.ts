/**
 * Mail of the public test suites in ../shared/data/email, where that folder is. Nothing of it stands here: files by their
 * names, and what is new in them, read by a person, as a hash.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inboundOf } from '../../channels/email/message.ts'
import { parseMail } from '../../channels/email/parse.ts'
import { tokens } from '../../channels/email/token.ts'
import { InboundMessage } from '../../src/core/request.ts'
import { config } from './email.harness.ts'
import labels from './email-shared.labels.json' with { type: 'json' }

const folder = join(import.meta.dirname, '../../../shared/data/email')
const isThere = existsSync(folder)
if (!isThere) console.info('skipped: ../shared/data/email is not there, so real mail is not measured')
const files = isThere
  ? readdirSync(folder, { recursive: true })
      .map(String)
      .filter((file) => statSync(join(folder, file)).isFile())
      .sort()
  : []
const reading = { ours: config().ours, tokens: tokens('a-key'), trustedHost: null }

/** A mail as it is; the body of one gets a head. Marks of the signature suite are taken off. */
function bytesOf(file: string): Uint8Array {
  const bytes = readFileSync(join(folder, file))
  const type = file.endsWith('.html') ? 'html' : 'plain'
  if (!/^crisp_reply_parser\/|\.html$|_reply_text$/.test(file))
    return file.startsWith('talon/signature/')
      ? Buffer.from(bytes.toString('latin1').replace(/^#(?:reply|sig)#/gm, ''), 'latin1')
      : bytes
  const head = `From: somebody@mail.example\r\nSubject: Re: x\r\nContent-Type: text/${type}; charset=utf-8\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes])
}
async function messageOf(file: string) {
  const inbound = inboundOf(await parseMail(bytesOf(file)), reading)
  const message = inbound.find((one) => one.kind === 'message')
  if (message?.kind !== 'message') throw new Error(`${file} gave no message`)
  return message
}
/** White space aside. */
const hashOf = (text: string): string =>
  createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16)

/** Written by machines, whatever they look like: bounces, auto-replies, lists. */
const automatic = files.filter(
  (file) =>
    (/^sisimai_bounces\//.test(file) && !/is-not-bounce|mailbox\/size-/.test(file)) ||
    /^mail_gem\/multipart_report_emails\/|^mailparser\/delivery-status|^postal_mime\/bounce|mimepart_without_content_type|spamassassin_tests\/nice\/(?:002|005|authres|base64|mailman)/.test(
      file,
    ),
)

describe.skipIf(!isThere)('real mail', () => {
  it('is taken without a throw, kept whole, and becomes a message that the ledger can hold', async () => {
    expect(files.length).toBe(547)
    for (const file of files) {
      const { message, files: held } = await messageOf(file)
      expect(InboundMessage.safeParse(message).success, file).toBe(true)
      expect(JSON.stringify(message), file).not.toMatch(/\\u0000|\\ud[89a-f]/i)
      expect(held?.[0]?.bytes.length, file).toBe(bytesOf(file).length)
    }
  })
  it('of machines is never answered', async () => {
    expect(automatic.length).toBeGreaterThan(330)
    const answered: string[] = []
    for (const file of automatic)
      if ((await messageOf(file)).message.origin?.writer === 'person') answered.push(file)
    expect(answered).toEqual([])
  })
  it('of people is not taken for that of machines, and what is new in it is found', async () => {
    const labelled = Object.entries(labels).filter(([file]) => files.includes(file))
    expect(labelled.length).toBe(Object.keys(labels).length)
    const machines: string[] = []
    const wrong: string[] = []
    for (const [file, hash] of labelled) {
      const { message } = await messageOf(file)
      if (message.origin?.writer !== 'person') machines.push(file)
      const subject = String((message.raw.mail as { subject?: unknown }).subject ?? '')
      const text = message.text.startsWith(subject) ? message.text.slice(subject.length) : message.text
      if (hashOf(message.text) !== hash && hashOf(text) !== hash) wrong.push(file)
    }
    console.info(
      `of ${labelled.length} mails of people ${machines.length} were taken for a machine's; new text found in ${labelled.length - wrong.length}`,
    )
    expect(machines.length / labelled.length).toBeLessThanOrEqual(0.02)
    expect(1 - wrong.length / labelled.length, wrong.join(', ')).toBeGreaterThanOrEqual(0.9)
  })
})
