/** From a mail to a message: who wrote it, who they are, which charset, which files. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filesOf } from '../../channels/email/files.ts'
import { inboundOf } from '../../channels/email/message.ts'
import { parseMail } from '../../channels/email/parse.ts'
import { messageIdOfReply, oursOf, tokenIn, tokenInId, tokens } from '../../channels/email/token.ts'
import { trustIn } from '../../channels/email/trust.ts'
import { InboundMessage } from '../../src/core/request.ts'
import { config, dsn, ours, resident } from './email.harness.ts'

const mailbox = config().ours
const made = tokens('a-key-of-the-test')
const reading = { ours: mailbox, tokens: made, trustedHost: 'mx.boston.example' }
const inbound = async (raw: string | Uint8Array, from: string | null = null) =>
  inboundOf(await parseMail(Buffer.from(raw as string), { from, to: [] }), reading)
async function messageOf(raw: string | Uint8Array, from: string | null = null): Promise<InboundMessage> {
  const one = (await inbound(raw, from)).find((found) => found.kind === 'message')
  if (one?.kind !== 'message') throw new Error('no message')
  return one.message
}
const mail = (headers: readonly string[], body = 'A pothole at 45 Elm St.', from = resident): string =>
  [`From: Ada <${from}>`, `To: ${ours}`, ...headers, '', body, ''].join('\r\n')

describe('a machine wrote it', () => {
  it.each([
    [['Auto-Submitted: auto-replied'], 'auto-submitted'],
    [['Auto-Submitted: auto-generated (rejected)'], 'auto-submitted'],
    [['Precedence: bulk'], 'bulk'],
    [['Precedence: auto_reply'], 'bulk'],
    [['List-Id: <news.mail.example>'], 'list'],
    [['List-Unsubscribe: <https://mail.example/u>'], 'list'],
    [['X-Auto-Response-Suppress: DR, OOF, AutoReply'], 'suppress'],
    [['X-Autoreply: yes'], 'responder'],
    [['X-Failed-Recipients: a@mail.example'], 'responder'],
    [['X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent'], 'responder'],
    [['Content-Type: multipart/report; report-type=disposition-notification; boundary=b'], 'report'],
    [['Return-Path: <>'], 'null-path'],
    [['Return-Path: <news-bounces@mail.example>'], 'robot'],
  ])('%j', async (headers, sign) => {
    const message = await messageOf(mail(headers))
    expect(message).toMatchObject({ origin: { writer: 'machine' }, raw: { mail: { automatic: sign } } })
  })
  it.each([
    'Out of Office: back on Monday',
    'Automatic reply: Pothole',
    'Re: Automatic reply: Pothole',
    'Auto: away',
    'Respuesta automática: Bache',
    'Fuera de la oficina',
    'Réponse automatique : Nid-de-poule',
    'Absence du bureau',
    'Resposta automática: Buraco',
    'Автоответ: яма',
    'Автоматический ответ: яма',
    'Trả lời tự động: ổ gà',
    '自动回复：坑洞',
    '自動回覆: 坑洞',
    'رد تلقائي: حفرة',
    'Repons otomatik: twou',
    'Automatische Antwort: Schlagloch',
    'Undeliverable: Pothole',
    'Delivery Status Notification (Failure)',
    'Mail delivery failed: returning message to sender',
    'Undelivered Mail Returned to Sender',
    'failure notice',
    'Read: Pothole',
    'Lu : Nid-de-poule',
    '退信通知',
  ])('by its subject: %s', async (subject) => {
    const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`
    expect((await messageOf(mail([`Subject: ${encoded}`]))).origin?.writer).toBe('machine')
  })
  it.each([
    'mailer-daemon@mx.example',
    'MAILER-DAEMON@mx.example',
    'postmaster@mx.example',
    'noreply@mx.example',
    'no-reply@mx.example',
    'do_not_reply@mx.example',
    'noreply+abc@mx.example',
    'owner-news@mx.example',
    'news-request@mx.example',
    'bounce-12@mx.example',
    '311@boston.example',
    '311+token@boston.example',
  ])('by its sender: %s', async (from) => {
    expect((await messageOf(mail([], 'x', from))).origin?.writer).toBe('machine')
  })
  it.each([
    'This is an automatically generated message. Please do not reply.',
    'Please do not reply to this email.',
    'Este es un mensaje automático.',
    'Ceci est un message automatique.',
    '此邮件由系统自动发送，请勿回复。',
  ])('by its words: %s', async (words) => {
    expect((await messageOf(mail([], words))).origin?.writer).toBe('machine')
  })
})

it('says that it is away, in answer to ours', async () => {
  const answer = mail(
    ['In-Reply-To: <a@boston.example>'],
    'I am currently out of the office and will return on Monday.',
  )
  expect((await messageOf(answer)).raw).toMatchObject({ mail: { automatic: 'words' } })
})

describe('a person wrote it', () => {
  it.each([
    [['Auto-Submitted: no'], 'A pothole.'],
    [['Precedence: normal'], 'A pothole.'],
    [['Subject: Automatic doors at City Hall are broken'], 'They do not open.'],
    [['Subject: Read this please'], 'A pothole.'],
    [['Subject: Vacation of the street sweeper'], 'Nobody came since Monday.'],
    [['Subject: The office is out of order'], 'The elevator does not move.'],
    [['Subject: Delivery trucks block the bike lane'], 'Every morning on Elm St.'],
    [['Subject: Undelivered trash barrels'], 'We wait for two.'],
    [[], 'I am on vacation and saw on my camera that a tree fell at 45 Elm St.'],
    [[], 'Inspectors do not respond to this address, 45 Elm St.'],
    [[], 'I got a message that said "thank you for contacting us" and nothing happened.'],
    [[], 'The pay phone says this is a test, and the meter does not reply.'],
    [['Return-Path: <ada@mail.example>'], 'A pothole.'],
    [['Return-Path: ada'], 'A pothole.'],
  ])('%j', async (headers, body) => {
    expect((await messageOf(mail(headers, body))).origin?.writer).toBe('person')
  })
})

describe('who it is', () => {
  const token = made.make('BOS-7K3M-Q2XA', resident)
  it('a token proves the case, and the address that it was sent to', async () => {
    const reply = (to: string, from = resident) => messageOf(`From: ${from}\r\nTo: ${to}\r\n\r\nx\r\n`)
    expect((await reply(`311+${token}@boston.example`)).origin).toEqual({
      writer: 'person',
      proven: true,
      about: ['BOS-7K3M-Q2XA'],
    })
    expect((await reply(`311+${token.toUpperCase()}@Boston.Example`)).origin?.about).toEqual([
      'BOS-7K3M-Q2XA',
    ])
    expect((await reply(`311+${token}@boston.example`, 'other@mail.example')).origin).toEqual({
      writer: 'person',
      proven: false,
      about: ['BOS-7K3M-Q2XA'],
    })
    expect((await reply(`311+${token}@elsewhere.example`)).origin).toMatchObject({ proven: false, about: [] })
  })
  it('so does the Message-ID that it answers', async () => {
    const id = messageIdOfReply('eff_00000001_0', token, mailbox)
    expect(tokenInId(id, mailbox)).toBe(token)
    expect((await messageOf(mail([`In-Reply-To: ${id}`]))).origin).toMatchObject({
      proven: true,
      about: ['BOS-7K3M-Q2XA'],
    })
    expect((await messageOf(mail([`References: <x@y.example>\r\n ${id}`]))).origin).toMatchObject({
      proven: true,
    })
  })
  it('no letter of a token can be another one', () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'b' ? 'c' : 'b'
      const proof = made.read(`${token.slice(0, at)}${other}${token.slice(at + 1)}`, resident)
      expect(proof === null || !proof.isOurs).toBe(true)
    }
    expect(tokens('another key').read(token, resident)).toBeNull()
    expect(`311+${token}`.length).toBeLessThanOrEqual(64)
    expect(tokenIn(`311+${token}@boston.example`, mailbox)).toBe(token)
    expect(made.read(made.make(null, resident), resident)).toEqual({ reference: null, isOurs: true })
  })
  it.each([
    ['mx.boston.example; dmarc=pass header.from=mail.example', true],
    ['MX.Boston.Example 1; spf=fail; dkim=pass (good) header.d=mail.example', true],
    ['mx.boston.example; spf=pass smtp.mailfrom=ada@mail.example', true],
    ['mx.boston.example; spf=pass smtp.mailfrom=thief@evil.example', false],
    ['mx.boston.example; dkim=pass header.d=evil.example', false],
    ['mx.boston.example; dkim=pass header.d=mail.example; dmarc=fail header.from=mail.example', false],
    ['mx.boston.example; dmarc=fail; spf=none', false],
    ['evil.example; dmarc=pass header.from=mail.example', false],
    ['mx.boston.example.evil.example; dmarc=pass', false],
    ['mx.boston.example; none', false],
  ])('the trusted host says: %s', async (value, proven) => {
    expect((await messageOf(mail([`Authentication-Results: ${value}`]))).origin?.proven).toBe(proven)
  })
  it('what an earlier hop or the sender wrote in its name does not count', async () => {
    const results = 'Authentication-Results: mx.boston.example; dmarc=pass header.from=mail.example'
    const hops = ['Received: by mx.boston.example', 'Received: by mail.example']
    expect((await messageOf([...hops, results, mail([])].join('\r\n'))).origin?.proven).toBe(false)
    expect((await messageOf([hops[0], results, hops[1], mail([])].join('\r\n'))).origin?.proven).toBe(true)
    const first = 'Authentication-Results: mx.boston.example; dmarc=fail header.from=mail.example'
    expect((await messageOf([first, results, mail([])].join('\r\n'))).origin?.proven).toBe(false)
    const nobody = await parseMail(Buffer.from(mail([results])))
    expect(trustIn(nobody, null)).toEqual({ results: {}, isProven: false })
  })
  it('the results are recorded', async () => {
    const message = await messageOf(
      mail(['Authentication-Results: mx.boston.example; spf=softfail; dkim=none; dmarc=fail']),
    )
    expect(message.raw).toMatchObject({
      mail: { authentication: { spf: 'softfail', dkim: 'none', dmarc: 'fail' } },
    })
  })
})

describe('charsets', () => {
  const bytes = (head: string, body: readonly number[] | Buffer) =>
    Buffer.concat([Buffer.from(`From: ${resident}\r\n${head}\r\n\r\n`), Buffer.from(body as Buffer)])
  it.each([
    ['windows-1252', [0x93, 0x45, 0x6c, 0x6d, 0x94], '“Elm”'],
    ['koi8-r', [0xf1, 0xcd, 0xc1], 'Яма'],
    ['big5', [0xa6, 0x61, 0xa7, 0x7d], '地址'],
    ['gb2312', [0xbf, 0xd3, 0xb6, 0xb4], '坑洞'],
    ['iso-2022-jp', Buffer.from('\x1b$B7j\x1b(B', 'latin1'), '穴'],
    ['utf-8', Buffer.from('đường Elm'), 'đường Elm'],
    ['unknown-8bit', Buffer.from('calle Olmo número 45'), 'calle Olmo número 45'],
    ['us-ascii', Buffer.from('calle Olmo número 45'), 'calle Olmo número 45'],
    ['iso-8859-1', Buffer.from('calle Olmo número 45'), 'calle Olmo número 45'],
    ['utf-8', Buffer.from('calle Olmo número 45', 'latin1'), 'calle Olmo número 45'],
  ] as const)('%s', async (charset, body, text) => {
    const message = await messageOf(bytes(`Content-Type: text/plain; charset=${charset}`, body as Buffer))
    expect(message.text).toBe(text)
    expect(message.text).not.toContain('\ufffd')
  })
  it('none at all', async () => {
    expect((await messageOf(bytes('Subject: Re: x', Buffer.from('número 45')))).text).toBe('número 45')
    expect((await messageOf(bytes('Subject: Re: x', Buffer.from('número 45', 'latin1')))).text).toBe(
      'número 45',
    )
  })
  it('NUL, lone surrogates and broken base64 do no harm', async () => {
    const message = await messageOf(
      bytes('Content-Type: text/plain; charset=utf-16\r\nSubject: a\0b', [0x00, 0xd8, 0x41, 0x00]),
    )
    expect(JSON.stringify(message)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
    expect((await messageOf(mail(['Content-Type: text/plain'], '\0\t\0'))).text).toBe('')
    expect(
      (
        await messageOf(
          mail(['Content-Transfer-Encoding: base64', 'Content-Type: text/plain'], 'QSBwb3Rob2xl!!!'),
        )
      ).text,
    ).toContain('A pothole')
  })
  it('flowed lines are joined, and quotations keep their marks', async () => {
    const message = await messageOf(
      mail(
        ['Content-Type: text/plain; charset=utf-8; format=flowed', 'Subject: Re: x'],
        '> Where is \r\n> it?\r\nAt the corner of \r\nElm St.',
      ),
    )
    expect(message.text).toBe('At the corner of Elm St.')
  })
})

describe('what comes with it', () => {
  const part = (
    name: string,
    type: string,
    size: number,
    more: Partial<{ disposition: string; contentId: string }> = {},
  ) => ({
    name,
    type,
    disposition: more.disposition ?? 'attachment',
    contentId: more.contentId ?? null,
    bytes: new Uint8Array(size),
  })
  const named = async (
    parts: readonly ReturnType<typeof part>[],
    pictures: ReadonlySet<string> | null = null,
  ) => filesOf({ ...(await parseMail(Buffer.from(mail([])))), parts }, pictures).map(({ name }) => name)
  it('photos and documents are files; pixels, logos and signatures of machines are not', async () => {
    const inline = { disposition: 'inline' }
    expect(
      await named([
        part('photo.jpg', 'image/jpeg', 50_000),
        part('pixel.gif', 'image/gif', 43),
        part('image001.png', 'image/png', 9_000, { ...inline, contentId: 'logo' }),
        part('shot.png', 'image/png', 90_000, { ...inline, contentId: 'shot' }),
        part('plan.pdf', 'application/pdf', 1_000),
        part('smime.p7s', 'application/pkcs7-signature', 3_000),
        part('winmail.dat', 'application/ms-tnef', 3_000),
        part('empty.jpg', 'image/jpeg', 0),
      ]),
    ).toEqual(['photo.jpg', 'shot.png', 'plan.pdf'])
    const inlined = [
      part('new.jpg', 'image/jpeg', 50_000, { ...inline, contentId: 'a' }),
      part('old.jpg', 'image/jpeg', 50_000, { ...inline, contentId: 'b' }),
    ]
    expect(await named(inlined, new Set(['a']))).toEqual(['new.jpg'])
    expect(await named(inlined, new Set())).toEqual(['new.jpg', 'old.jpg'])
    expect(
      await named(Array.from({ length: 20 }, (_, n) => part(`${n}.jpg`, 'image/jpeg', 50_000))),
    ).toHaveLength(10)
  })
})

it('a mail that is passed on as a file is read, with its files', async () => {
  const photo = Buffer.alloc(9_000, 7).toString('base64')
  const inner = [
    'From: neighbor@mail.example',
    'Subject: a pothole',
    'Content-Type: multipart/mixed; boundary=i',
    '',
    '--i',
    'Content-Type: text/plain',
    '',
    'Huge, at 45 Elm St.',
    '--i',
    'Content-Type: image/jpeg',
    'Content-Disposition: attachment; filename=p.jpg',
    'Content-Transfer-Encoding: base64',
    '',
    photo,
    '--i--',
  ]
  const outer = ['MIME-Version: 1.0', 'Subject: FW: a pothole', 'Content-Type: multipart/mixed; boundary=o']
  const parts = [
    '--o',
    'Content-Type: text/plain',
    '',
    'See below.',
    '--o',
    'Content-Type: message/rfc822',
    'Content-Disposition: attachment',
    '',
    ...inner,
    '--o--',
  ]
  const message = await messageOf(mail(outer, parts.join('\r\n')))
  expect(message.text).toBe('See below.\na pothole\nHuge, at 45 Elm St.')
  expect(message.media.map(({ announcedType }) => announcedType)).toEqual(['message/rfc822', 'image/jpeg'])
})

describe('a bounce', () => {
  const id = messageIdOfReply('eff_00000001_0', made.make(null, resident), mailbox)
  it.each([
    ['failed', '5.1.1', 'bad-address', 4],
    ['failed', '5.7.1', 'provider-refused', 4],
    ['failed', '4.4.7', 'provider-away', 4],
    ['delayed', '4.4.1', null, 1],
    ['delivered', '2.0.0', null, 3],
  ] as const)('%s %s', async (action, code, failure, rank) => {
    const [news, message] = await inbound(dsn(id, action, code))
    expect(news).toEqual({
      kind: 'delivery',
      report: { channel: 'email', providerId: id, status: action, rank, failure, providerCode: code },
    })
    expect(message?.kind === 'message' && message.message.origin?.writer).toBe('machine')
  })
  it('that names none of our mails, or one that we never sent, is no news', async () => {
    for (const other of ['<x@boston.example>', id.replace('.0', '.1'), id.replace('boston', 'elsewhere')])
      expect(await inbound(dsn(other, 'failed', '5.1.1'))).toHaveLength(1)
  })
  it('from before there was a format is found by our Message-ID', async () => {
    const old = `From: MAILER-DAEMON@mx.example\r\nSubject: failure notice\r\n\r\nSorry.\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: ${id}\r\n`
    expect((await inbound(old))[0]).toMatchObject({
      kind: 'delivery',
      report: { providerId: id, status: 'failed', failure: 'bad-address' },
    })
  })
})

it('what nobody sent, or nobody can open, is for a person, with the mail itself', async () => {
  for (const raw of [
    '',
    '\0\0\0',
    'only words',
    'Subject: from nobody\r\n\r\nwho wrote this?',
    `From: ${resident}\r\nContent-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(99).toString('base64')}`.replace(
      'pkcs7-mime',
      'pgp-encrypted',
    ),
  ]) {
    const [one] = await inbound(raw)
    if (one?.kind !== 'message') throw new Error('no message')
    expect(one.message.origin?.writer).toBe('unreadable')
    if (/\w/.test(raw)) expect(one.message.text).not.toBe('')
    expect(one.message.media).toMatchObject([{ announcedType: 'message/rfc822' }])
    expect(Buffer.from(one.files?.[0]?.bytes ?? []).equals(Buffer.from(raw))).toBe(true)
  }
  expect(await messageOf(mail([], ''))).toMatchObject({ text: '', origin: { writer: 'person' } })
})

it.each([
  ['311@boston.example', 'Boston 311'],
  ['The City <311@Boston.Example>', 'The City'],
  ['"The City" <311@boston.example>', 'The City'],
] as const)('our address can be written %s', (text, name) => {
  expect(oursOf(text)).toMatchObject({ name, address: '311@boston.example' })
})
it.each(['311', '311+a@boston.example', 'a@b@c', 'a@b, c@d', ''])('but not %s', (text) => {
  expect(oursOf(text)).toBeNull()
})

it('no mail, however broken, makes it throw, and every one is kept whole', async () => {
  const whole = Buffer.from(
    dsn(messageIdOfReply('eff_00000001_0', made.make(null, resident), mailbox), 'failed', '5.1.1'),
  )
  const other = Buffer.from(
    mail(
      [
        'MIME-Version: 1.0',
        'Subject: =?utf-8?Q?A=20pothole?=',
        'Content-Type: multipart/alternative; boundary="b"',
      ],
      '--b\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nA pothole \r\n> quoted\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>A =\r\npothole</p><blockquote type=3D"cite">x\r\n--b--',
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(whole, other),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
      fc.nat(),
      async (mailBytes, changes, cut) => {
        const bytes = Buffer.from(
          mailBytes.subarray(0, cut % 3 === 0 ? cut % mailBytes.length : mailBytes.length),
        )
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte
        const one = (await inbound(bytes)).find((found) => found.kind === 'message')
        expect(one?.kind === 'message' && Buffer.from(one.files?.[0]?.bytes ?? []).equals(bytes)).toBe(true)
        expect(one?.kind === 'message' && InboundMessage.safeParse(one.message).success).toBe(true)
        expect(JSON.stringify(one?.kind === 'message' && one.message)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
      },
    ),
    { numRuns: 300 },
  )
})
