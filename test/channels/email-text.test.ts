/** What is new in a mail. Every mail here was written for this test. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMail } from '../../channels/email/parse.ts'
import { readHtml } from '../../channels/email/text/html.ts'
import { newText } from '../../channels/email/text/quotation.ts'
import { reportOf } from '../../channels/email/text/report.ts'

const said = 'The pothole is back, in front of 45 Elm St.'
const old = ['We filed your report.', 'Your number: BOS-7K3M-Q2XA.']
const quoted = old.map((line) => `> ${line}`).join('\n')
const plain = old.join('\n')

describe('the new text of an answer', () => {
  it.each([
    [
      'Gmail',
      `${said}\n\nOn Mon, Mar 2, 2026 at 9:15 AM Boston 311 <311@boston.example> wrote:\n\n${quoted}\n`,
    ],
    [
      'Gmail, wrapped',
      `${said}\n\nOn Mon, Mar 2, 2026 at 9:15 AM Boston 311 <\n311+0abc@boston.example> wrote:\n\n${quoted}\n`,
    ],
    [
      'Apple Mail',
      `${said}\n\n> On Mar 2, 2026, at 9:15 AM, Boston 311 <311@boston.example> wrote:\n> \n${quoted}\n`,
    ],
    [
      'iPhone',
      `${said}\n\nSent from my iPhone\n\n> On Mar 2, 2026, at 9:15 AM, Boston 311 <311@boston.example> wrote:\n> \n> ${old[0]}\n`,
    ],
    [
      'Outlook, desktop',
      `${said}\n\nFrom: Boston 311 <311@boston.example> \nSent: Monday, March 2, 2026 9:15 AM\nTo: A Resident <resident@mail.example>\nSubject: Re: Pothole\n\n${plain}\n`,
    ],
    [
      'Outlook, web',
      `${said}\n________________________________\nFrom: Boston 311 <311@boston.example>\nSent: Monday, March 2, 2026 9:15 AM\nTo: A Resident <resident@mail.example>\nSubject: Re: Pothole\n\n${plain}\n`,
    ],
    [
      'Outlook, phone',
      `${said}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Boston 311 <311@boston.example>\nSent: Monday, March 2, 2026 9:15:00 AM\nTo: A Resident <resident@mail.example>\nSubject: Re: Pothole\n\n${plain}\n`,
    ],
    [
      'old Outlook',
      `${said}\n\n-----Original Message-----\nFrom: Boston 311 [mailto:311@boston.example]\nSent: Monday, March 2, 2026 9:15 AM\nTo: A Resident\nSubject: Re: Pothole\n\n${plain}\n`,
    ],
    [
      'Yahoo',
      `${said}\n\n    On Monday, March 2, 2026 at 09:15:00 AM EST, Boston 311 <311@boston.example> wrote:  \n \n ${plain}\n`,
    ],
    ['Thunderbird', `On 3/2/26 9:15 AM, Boston 311 wrote:\n${quoted}\n\n${said}\n\n-- \nA Resident\n`],
    [
      'Zoho',
      `${said}\n\n---- On Mon, 02 Mar 2026 09:15:00 -0500 Boston 311 <311@boston.example> wrote ----\n\n${plain}\n`,
    ],
    [
      'Proton',
      `${said}\n\nSent with Proton Mail secure email.\n\nOn Monday, March 2nd, 2026 at 9:15 AM, Boston 311 <311@boston.example> wrote:\n\n${quoted}\n`,
    ],
    [
      'Spanish',
      `${said}\n\nEl lun, 2 mar 2026 a las 9:15, Boston 311 (<311@boston.example>) escribió:\n\n${quoted}\n`,
    ],
    [
      'Spanish Outlook',
      `${said}\n\nDe: Boston 311 <311@boston.example>\nEnviado: lunes, 2 de marzo de 2026 9:15\nPara: Residente <resident@mail.example>\nAsunto: Re: Bache\n\n${plain}\n`,
    ],
    [
      'French',
      `${said}\n\nLe lun. 2 mars 2026 à 09:15, Boston 311 <311@boston.example> a écrit :\n\n${quoted}\n`,
    ],
    [
      'French Outlook',
      `${said}\n\nDe : Boston 311 <311@boston.example>\nEnvoyé : lundi 2 mars 2026 09:15\nÀ : Un habitant <resident@mail.example>\nObjet : Re: Nid-de-poule\n\n${plain}\n`,
    ],
    [
      'Portuguese',
      `${said}\n\nEm seg., 2 de mar. de 2026 às 09:15, Boston 311 <311@boston.example> escreveu:\n\n${quoted}\n`,
    ],
    ['Russian', `${said}\n\nпн, 2 мар. 2026 г. в 09:15, Boston 311 <311@boston.example>:\n\n${quoted}\n`],
    [
      'Russian, with the word',
      `${said}\n\n2 марта 2026 г., 09:15, Boston 311 <311@boston.example> пишет:\n\n${plain}\n`,
    ],
    [
      'Vietnamese',
      `${said}\n\nVào Th 2, 2 thg 3, 2026 vào lúc 09:15 Boston 311 <311@boston.example> đã viết:\n\n${quoted}\n`,
    ],
    ['Chinese', `${said}\n\nBoston 311 <311@boston.example> 于2026年3月2日周一 09:15写道：\n\n${quoted}\n`],
    [
      'Chinese, traditional',
      `${said}\n\nBoston 311 <311@boston.example> 於 2026年3月2日 週一 上午9:15寫道：\n\n${quoted}\n`,
    ],
    [
      'QQ Mail',
      `${said}\n\n\n------------------ 原始邮件 ------------------\n发件人: "Boston 311" <311@boston.example>;\n发送时间: 2026年3月2日(星期一) 上午9:15\n收件人: "居民" <resident@mail.example>;\n主题: Re: 坑洞\n\n${plain}\n`,
    ],
    [
      'Arabic',
      `${said}\n\nفي الاثنين، 2 مارس 2026 في 9:15 ص تمت كتابة ما يلي بواسطة Boston 311 <311@boston.example>:\n\n${quoted}\n`,
    ],
    ['Haitian Creole, by hand', `${said}\n\n----- Original Message -----\n${plain}\n`],
    [
      'Yahoo, phone',
      `${said}\n\nSent from Yahoo Mail on Android \n \n  On Mon, Mar 2, 2026 at 9:15 AM, Boston 311<311@boston.example> wrote:   ${plain}\n`,
    ],
    [
      'Yahoo, phone, without its line',
      `${said}\n\nOn Mon, Mar 2, 2026 at 9:15 AM, Boston 311<311@boston.example> wrote:   ${plain}\n`,
    ],
    [
      'Samsung',
      `${said}\n\nSent via the Samsung Galaxy S24, an AT&T 5G smartphone\n-------- Original message --------\nFrom: Boston 311 <311@boston.example>\nDate: 3/2/26 9:15 AM (GMT-05:00)\nTo: resident@mail.example\nSubject: Re: Pothole\n\n${plain}\n`,
    ],
    [
      'mail.ru',
      `${said}\n\nПонедельник, 2 марта 2026, 9:15 -05:00 от Boston 311 <311@boston.example>:\n\n${plain}\n`,
    ],
    [
      'Hotmail',
      `${said}\n\nDate: Mon, 2 Mar 2026 09:15:00 -0500\nFrom: 311@boston.example\nSubject: Re: Pothole\nTo: resident@mail.example\n\n${plain}\n`,
    ],
    ['German', `${said}\n\nAm 02.03.2026 um 09:15 schrieb Boston 311 <311@boston.example>:\n\n${quoted}\n`],
    [
      'Finnish',
      `${said}\n\nma 2. maalisk. 2026 klo 9.15 Boston 311 <311@boston.example> kirjoitti:\n\n${quoted}\n`,
    ],
    ['Japanese', `${said}\n\n2026年3月2日(月) 9:15 Boston 311 <311@boston.example>:\n\n${quoted}\n`],
    ['above a line', `${said}\n\n##- Please type your reply above this line -##\n\n${plain}\n`],
  ])('%s', (_client, text) => {
    expect(newText(text)).toBe(said)
    expect(newText(text.replaceAll('\n', '\r\n'))).toBe(said)
  })
  it('stands between quoted lines as well', () => {
    expect(newText(`> Where is it?\n\n45 Elm St.\n\n> Is it large?\n\nYes, very.\n`)).toBe(
      '45 Elm St.\n\nYes, very.',
    )
  })
  it('is all there where the cut would leave nothing', () => {
    expect(newText(`> ${said}\n`)).toBe(said)
  })
  it.each([
    'On the corner of Elm St and Pond St at 9:15 he wrote: no parking. It is wrong.',
    'From: the hydrant, to: the corner, all of it is broken.',
    'Two things:\n- the light\n- the sign\n\n----\n\nand a third, further down the road, that I told you of last week already.',
    'The sign says:\n"No stopping 7:00 to 9:00"\nand nobody reads it.',
    'Date: last Monday\nPlace: 45 Elm St\nA tree fell.',
    'It was sent from my building to the whole neighborhood, and nobody came.',
  ])('is not cut where nothing is quoted: %s', (text) => {
    expect(newText(text)).toBe(text)
  })
  it.each([
    `${said}\n\n-- \nA Resident\n12 Other St, Dorchester\n617-555-0123`,
    `${said}\n\n--\nA Resident`,
    `${said}\n\nBest regards,\n\nA Resident\nTreasurer, Garden Club\n12 Other St`,
    `${said}\n\nEnviado desde mi iPhone`,
    `${said}\n\nEnvoyé de mon iPhone`,
    `${said}\n\nEnviado do meu iPhone`,
    `${said}\n\n发自我的iPhone`,
    `${said}\n\n從我的 iPhone 傳送`,
    `${said}\n\nОтправлено с iPhone`,
    `${said}\n\nĐã gửi từ iPhone của tôi`,
    `${said}\n\nأُرسلت من الـ iPhone`,
    `${said}\n\nSent from Yahoo Mail for iPhone`,
    `${said}\n\nSent via the Samsung Galaxy S24`,
    `${said}\n\nAtentamente,\nUn residente`,
    `${said}\n\nС уважением,\nЖитель`,
  ])('is without a signature: %s', (text) => {
    expect(newText(text)).toBe(said)
  })
})

describe('what was passed on', () => {
  it.each([
    [
      'Gmail',
      `---------- Forwarded message ---------\nFrom: A Neighbor <n@mail.example>\nDate: Mon, Mar 2, 2026 at 9:00 AM\nSubject: a pothole\nTo: <resident@mail.example>\n\n\n${said}\n\n-- \nA Neighbor\n`,
    ],
    [
      'Apple Mail',
      `Begin forwarded message:\n\nFrom: A Neighbor <n@mail.example>\nSubject: a pothole\nDate: March 2, 2026 at 9:00:00 AM EST\nTo: resident@mail.example\n\n${said}\n`,
    ],
    [
      'Thunderbird',
      `-------- Forwarded Message --------\nSubject: \ta pothole\nDate: \tMon, 2 Mar 2026 09:00:00 -0500\nFrom: \tA Neighbor <n@mail.example>\nTo: \tresident@mail.example\n\n\n${said}\n`,
    ],
    [
      'Spanish Gmail',
      `---------- Mensaje reenviado ---------\nDe: Vecino <n@mail.example>\nFecha: lun, 2 mar 2026 a las 9:00\nAsunto: a pothole\nPara: <resident@mail.example>\n\n${said}\n`,
    ],
  ])('is the report: %s', (_client, text) => {
    expect(newText(text)).toBe(`a pothole\n${said}`)
    expect(newText(`Please see below.\n\n${text}`)).toBe(`Please see below.\na pothole\n${said}`)
  })
  it('is the report in Outlook too, where only the subject says so', () => {
    const text = `From: A Neighbor <n@mail.example>\nSent: Monday, March 2, 2026 9:00 AM\nTo: A Resident <resident@mail.example>\nSubject: a pothole\n\n${said}\n`
    expect(newText(text, true)).toBe(`a pothole\n${said}`)
  })
})

describe('HTML', () => {
  const words = (html: string): string => newText(readHtml(html).text)
  it.each([
    [
      'Gmail',
      `<div dir="ltr">${said}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, Mar 2, 2026 at 9:15 AM Boston 311 &lt;<a href="mailto:311@boston.example">311@boston.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0"><div>${plain}</div></blockquote></div>`,
    ],
    [
      'Outlook',
      `<html><head><style>p{margin:0}</style></head><body><div class="WordSection1"><p class="MsoNormal">${said}<o:p></o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Boston 311 &lt;311@boston.example&gt; <br><b>Sent:</b> Monday, March 2, 2026 9:15 AM<br><b>To:</b> A Resident<br><b>Subject:</b> Re: Pothole</p></div><p>${plain}</p></div></body></html>`,
    ],
    [
      'Outlook, web',
      `<div>${said}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font><b>From:</b> Boston 311 &lt;311@boston.example&gt;<br><b>Sent:</b> Monday, March 2, 2026<br><b>Subject:</b> Re: Pothole</font></div><div>${plain}</div>`,
    ],
    [
      'Apple Mail',
      `<body>${said}<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>On Mar 2, 2026, at 9:15 AM, Boston 311 wrote:</div><div>${plain}</div></blockquote></div></body>`,
    ],
    [
      'Yahoo',
      `<div><div>${said}</div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Monday, Boston 311 wrote:</div><div>${plain}</div></div>`,
    ],
    [
      'Thunderbird',
      `<p>${said}</p><div class="moz-cite-prefix">On 3/2/26 9:15 AM, Boston 311 wrote:<br></div><blockquote type="cite" cite="mid:x"><p>${plain}</p></blockquote><div class="moz-signature">-- <br>A Resident</div>`,
    ],
    ['with a signature', `<div>${said}</div><div class="gmail_signature">A Resident<br>12 Other St</div>`],
    ['broken', `<div><p>${said}<table><tr><td></p></div></blockquote><!-- never closed`],
    [
      'with entities and what is not shown',
      `<title>x</title><script>var a = "<p>no</p>"</script><div style="display:none">hidden</div>${said.replace('St.', 'St&#46;')}`,
    ],
  ])('%s', (_client, html) => {
    expect(words(html)).toBe(said)
  })
  it('keeps what was passed on', () => {
    expect(
      words(
        `<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>A Neighbor</b><br>Date: Mon, Mar 2, 2026<br>Subject: a pothole<br>To: me<br></div><div>${said}</div></div>`,
      ),
    ).toBe(`a pothole\n${said}`)
  })
  it('keeps lines, lists and cells apart, and "<" that begins no tag', () => {
    expect(
      readHtml(
        '<p>one</p><ul><li>two<li>three</ul>four<br>five<table><tr><td>6</td><td>7</td></tr></table>8 < 9 & 10',
      ).text,
    ).toBe('one\n\n- two\n- three\n\nfour\nfive\n\n6 7\n\n8 < 9 & 10')
  })
})

describe('the subject', () => {
  const report = async (subject: string, text: string, more = '') =>
    reportOf(
      await parseMail(Buffer.from(`From: a@mail.example\r\n${more}Subject: ${subject}\r\n\r\n${text}\r\n`)),
    ).text
  it('of a first mail is part of it, unless it says nothing more', async () => {
    expect(await report('Pothole at 45 Elm St', 'It is huge.')).toBe('Pothole at 45 Elm St\nIt is huge.')
    expect(await report('pothole', 'There is a Pothole at 45 Elm St.')).toBe(
      'There is a Pothole at 45 Elm St.',
    )
    expect(await report('(no subject)', 'It is huge.')).toBe('It is huge.')
    expect(await report('Pothole at 45 Elm St', '')).toBe('Pothole at 45 Elm St')
    expect(await report('Fwd: Pothole', 'It is huge.')).toBe('Pothole\nIt is huge.')
  })
  it('of an answer is not', async () => {
    for (const prefix of ['Re:', 'RE :', 'AW:', 'Rép :', '回复：', 'Re[2]:', 'Trả lời:'])
      expect(await report(`${prefix} Pothole`, 'It is huge.')).toBe('It is huge.')
    expect(await report('Pothole', 'It is huge.', 'In-Reply-To: <a@b.example>\r\n')).toBe('It is huge.')
  })
})

describe('words that only point at a file', () => {
  const withFile = async (subject: string, text: string, file = true) => {
    const pdf = ['--b', 'Content-Type: application/pdf', 'Content-Disposition: attachment', '', '%PDF-1.4']
    const mail = [
      'From: a@mail.example',
      `Subject: ${subject}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      ...(file ? pdf : []),
      '--b--',
      '',
    ]
    return reportOf(await parseMail(Buffer.from(mail.join('\r\n')))).text
  }
  it.each([
    'Please see attached letter.',
    'see attached',
    'Please find the attached document.',
    'Hello,\r\n\r\nplease see the attached photos.\r\n\r\nThanks,\r\nSam',
  ])('are no report: %j', async (text) => {
    expect(await withFile('Complaint letter', text)).toBe('')
    expect(await withFile('Pothole at 45 Elm St', text)).toBe('Pothole at 45 Elm St')
  })
  it('are kept where there is no file, and where they say what it is', async () => {
    expect(await withFile('Letter', 'see attached', false)).toBe('Letter\nsee attached')
    const more = 'Please see attached photo of the pothole.'
    expect(await withFile('Photo', more)).toContain(more)
  })
})

it('any text is cut without a throw, and no expression runs away', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom(
      '> a',
      'On 1:11 a@b.example wrote:',
      'From: a',
      'Sent: b',
      'Subject: c',
      '-- ',
      '---------- Forwarded message ---------',
      '\ud800',
      '\0',
      '<div class="gmail_quote">',
      '<blockquote type="cite">',
      '</div>',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const text = lines.join('\n')
      expect(typeof newText(text)).toBe('string')
      expect(typeof newText(readHtml(text).text, true)).toBe('string')
    }),
    { numRuns: 200 },
  )
  for (const piece of [
    '<a',
    '<div>',
    '<',
    '&',
    '> ',
    'On 1:11 a@b wrote:x:\n',
    'From: a\n',
    `1:11${'<a@'.repeat(99)}>:\n`,
    '\u00a0',
  ]) {
    newText(readHtml(piece.repeat(60_000 / piece.length)).text)
    newText(piece.repeat(60_000 / piece.length))
  }
})
