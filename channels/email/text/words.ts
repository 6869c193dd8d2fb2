/**
 * How mail programs mark what is not new, in the languages they speak. Every expression is bounded.
 * @module
 */

/** "On … wrote:", at the end of the line or lines that introduce a quotation. */
const wroteWords = [
  'wrote',
  'writes',
  'a écrit',
  'ha scritto',
  'escribió',
  'escribio',
  'ha escrit',
  'escreveu',
  'schrieb',
  'schreef',
  'skrev',
  'kirjoitti',
  'napisał',
  'napisał\\(a\\)',
  'napisał/a',
  'napsal',
  'napsal\\(a\\)',
  'пишет',
  'написал',
  'написала',
  'написал\\(а\\)',
  'писал',
  'писал\\(а\\)',
  'đã viết',
  'viết',
  'te ekri',
  'ekri',
  'skrebe',
  'wuxuu qoray',
  'ayaa qoray',
  'yazdı',
  'a scris',
  'geschreven',
  'het volgende geschreven',
  'folgendes geschrieben',
  'írta',
  'έγραψε',
  'napisao',
  'napisala',
  'je napisao/la',
  'menulis',
  'rašė',
  'пише',
  'написа',
  'כתב',
  'כתבה',
]
/** Written without a space before, and with other colons. */
const wroteMarks = [
  '写道',
  '寫道',
  '写了',
  '寫了',
  '來信',
  'のメール',
  'さんは書きました',
  '님이 작성',
  'เขียน',
  'ने लिखा',
  'كتب',
  'كتبت',
  'نوشت',
]
export const wrote = new RegExp(
  `(?:(?:^|[\\s,>"”\\])])(?:${wroteWords.join('|')})(?:\\s{1,3}[^:\\n]{0,80})?|(?:${wroteMarks.join('|')})[^:：\\n]{0,60})\\s{0,3}(?:[:：]\\s{0,3}\\*{0,2}|-{2,10})$`,
  'iu',
)
/** How such an introduction begins, so that it is told from a sentence of the resident's. */
export const introduces =
  /^[>\s*_-]{0,8}(?:on|le|el|em|il|am|den|op|w dniu|dnia|dne|vào|vào lúc|sou|en|på|pada|tarihinde|ngày|nan|a \d|в|во|\d|у|只|在|於|于|am|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|пн|вт|ср|чт|пт|сб|вс|في|بتاريخ|"|“|from:)/iu
/** Something of a date, an address or a clock: an introduction has one. */
export const dated =
  /\d{1,4}[./年月日 -]\s?\d{1,2}|\d{1,2}:\d{2}|[^\s@<>]{1,64}@[^\s@<>]{1,255}|\b(?:19|20)\d{2}\b/u

/** "2026-03-02 9:15 Boston 311 <311@…>:" and the like, of clients that leave out the word. */
export const isBareIntro = (line: string): boolean =>
  /<[^\s<>]{1,100}@[^\s<>]{1,200}>\s{0,3}[:：]$/.test(line.slice(-320)) &&
  /\d{1,2}[:.h]\d{2}/.test(line.slice(0, 60))
/** "On … wrote" without a colon, or with the quotation on the same line. */
export const isOddIntro = (line: string): boolean =>
  /^[>\s*_-]{0,8}on\b/i.test(line) &&
  (/\bwrote$/i.test(line.slice(-10)) || /@[^\s<>]{1,200}>?\s{1,3}wrote:\s{2}/i.test(line.slice(0, 600))) &&
  /\d{1,2}:\d{2}/.test(line) &&
  line.includes('@')

/** A line of its own between the new and the old. */
export const originalMarks = new RegExp(
  `^[>\\s]{0,6}[-_=*]{2,40}\\s{0,3}(?:${[
    'original message',
    'original appointment',
    'reply message',
    'reply above this line',
    "message d['’]origine",
    'message original',
    'courriel original',
    'mensaje original',
    'mensagem original',
    'mensagem antiga',
    'ursprüngliche nachricht',
    'urspr(?:ü|ue)ngliche nachricht',
    'messaggio originale',
    'oorspronkelijk bericht',
    'originalmeddelande',
    'ursprungligt meddelande',
    'oprindelig (?:meddelelse|besked)',
    'opprinnelig melding',
    'alkuperäinen viesti',
    'původní zpráva',
    'wiadomość oryginalna',
    'oryginalna wiadomość',
    'исходное сообщение',
    'первоначальное сообщение',
    'пересланное сообщение от',
    'thư gốc',
    'tin nhắn gốc',
    '原始邮件',
    '原始郵件',
    '原始信息',
    '原邮件',
    '回复的原邮件',
    '回复邮件',
    'الرسالة الأصلية',
    'mesaj asıl',
    'orijinal mesaj',
    '元のメッセージ',
    '원본 메시지',
    'eredeti üzenet',
    'in reply to',
    'old message',
    'mesaj orijinal',
    'mensajem original',
  ].join('|')})[^\\n]{0,60}$`,
  'iu',
)
/** Asks to write above it. */
export const replyAbove =
  /^[^\n]{0,20}(?:(?:please )?(?:type|write|reply|respond)[^\n]{0,20} above this line|reply above this line|répondre au-dessus de cette ligne|responda? (?:por )?(?:encima|acima) de (?:esta|desta) l[ií](?:nea|nha))[^\n]{0,40}$/iu

/** Begins what was passed on. */
export const forwardMarks = new RegExp(
  `^[>\\s]{0,6}(?:[-_=*]{2,40}\\s{0,3}(?:${[
    'forwarded message',
    'forwarded by',
    'forward message',
    'message transféré',
    'mensaje reenviado',
    'mensagem encaminhada',
    'mensagem reencaminhada',
    'weitergeleitete nachricht',
    'messaggio inoltrato',
    'doorgestuurd bericht',
    'videresendt',
    'vidarebefordrat meddelande',
    'пересылаемое сообщение',
    'пересланное сообщение',
    'пересылаемое письмо',
    'thư được chuyển tiếp',
    'tin nhắn đã chuyển tiếp',
    'thư đã chuyển tiếp',
    '转发的邮件',
    '转发邮件',
    '转发信息',
    '轉寄郵件',
    '轉寄的郵件',
    '已轉寄的郵件',
    '已转发的邮件',
    'رسالة معاد توجيهها',
    'الرسالة المعاد توجيهها',
    'رسالة مُعاد توجيهها',
    'mesaj transfere',
    'mensagem enkaminhada',
    'podany dalej',
    'wiadomość przekazana',
  ].join(
    '|',
  )})[^\\n]{0,80}|begin forwarded message:|début du message (?:réexpédié|transféré)\\s?:|inicio del mensaje reenviado:|início da mensagem (?:reencaminhada|encaminhada):|anfang der weitergeleiteten nachricht:|начало переадресованного сообщения:|bắt đầu thư được chuyển tiếp:|开始转发的邮件[:：]|下面是被转发的邮件[:：]|以下是轉寄的郵件[:：]|بداية الرسالة (?:المُعاد|المعاد) توجيهها:)\\s{0,3}$`,
  'iu',
)
/** In the subject of what was passed on. */
export const forwardPrefix =
  /^\s*(?:fwd?|fw|wg|tr|rv|enc|i|doorst|vs|vb|res?env|encaminhado|转发|轉寄|轉發|пересл|إعادة توجيه|chuyển tiếp)\s{0,2}[:：]/iu
/** In the subject of an answer; may repeat, and count. */
export const replyPrefix =
  /^\s*(?:re|aw|antw|sv|rif|ri|r|odp|vá|res|rép|ré|回复|回覆|答复|答覆|回信|отв|ответ|trả lời|رد|αναφ|ynt|atb)(?:\[\d{1,3}\]|\(\d{1,3}\))?\s{0,2}[:：]\s*/iu

/** Names of header lines as clients write them into a quotation. Values: which of the headers it is. */
const headerNames: Readonly<Record<'from' | 'date' | 'to' | 'subject', readonly string[]>> = {
  from: [
    'from',
    'de',
    'von',
    'da',
    'van',
    'från',
    'fra',
    'od',
    'от',
    'от кого',
    'từ',
    '发件人',
    '寄件者',
    '寄件人',
    '發件人',
    'من',
    'kimden',
    'lähettäjä',
    '差出人',
    '보낸 사람',
    'sender',
    'expéditeur',
    'remitente',
    'remetente',
    'soti nan',
  ],
  date: [
    'message du',
    'sent',
    'date',
    'envoyé',
    'envoyé le',
    'enviado',
    'enviado el',
    'enviada em',
    'enviado em',
    'enviada',
    'gesendet',
    'datum',
    'data',
    'fecha',
    'inviato',
    'verzonden',
    'skickat',
    'sendt',
    'wysłano',
    'отправлено',
    'дата',
    'đã gửi',
    'ngày',
    '发送时间',
    '日期',
    '時間',
    '寄件日期',
    '傳送時間',
    '发送日期',
    '時間',
    '时间',
    'التاريخ',
    'تم الإرسال',
    'أُرسلت',
    'gönderme tarihi',
    'lähetetty',
    '送信日時',
    'dat',
    'date de réception',
  ],
  to: [
    'to',
    'à',
    'a',
    'para',
    'an',
    'aan',
    'till',
    'til',
    'do',
    'кому',
    'tới',
    'đến',
    '收件人',
    '收件者',
    'إلى',
    'kime',
    'vastaanottaja',
    '宛先',
    'cc',
    'copie à',
    'cc à',
    'копия',
    '抄送',
    '副本',
    'pou',
  ],
  subject: [
    'sujet',
    'subject',
    'objet',
    'asunto',
    'assunto',
    'betreff',
    'oggetto',
    'onderwerp',
    'ämne',
    'emne',
    'temat',
    'тема',
    'chủ đề',
    'tiêu đề',
    '主题',
    '主旨',
    '主題',
    'الموضوع',
    'konu',
    'aihe',
    '件名',
    'sijè',
  ],
}
const kindOfName = new Map(
  Object.entries(headerNames).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as keyof typeof headerNames] as const),
  ),
)
const headerLine =
  /^[>\s]{0,6}[*_]{0,2}([\p{L}][\p{L}\p{M} ]{0,22}?)\s{0,3}[*_]{0,2}[:：][*_]{0,2}(?:\s{0,10}(\S[^\n]{0,2000}))?$/u
/** The header that a line of a quotation names, and what stands in it; null where it names none. */
export function headerIn(
  line: string,
): { readonly kind: keyof typeof headerNames; readonly value: string } | null {
  const [, name = '', value = ''] = headerLine.exec(line) ?? []
  const kind = kindOfName.get(name.trim().toLowerCase())
  return kind === undefined ? null : { kind, value: value.trim() }
}

/** What phones and programs put below a mail. */
export const sentFrom = new RegExp(
  `^[\\s*_<(\\[>-]{0,4}(?:${[
    'sent (?:from|via) (?:my|the) [^\\n]{0,40}(?:verizon|at&t|t-mobile|sprint|samsung|galaxy|iphone|ipad|android|blackberry|pixel)[^.!?\\n]{0,60}',
    'sent (?:from|via|with|by) (?:my |the |an? )?[^,.;!?\\n]{1,45}(?:<[^<>\\n]{1,60}>)?',
    'get outlook for (?:ios|android|mac)[^\\n]{0,60}',
    'download outlook[^\\n]{0,60}',
    'enviado (?:desde|de|a partir d[eo]|do|via|por|com) [^\\n]{1,60}',
    'obtener outlook para [^\\n]{1,60}',
    'obter o outlook para [^\\n]{1,60}',
    'envoyé (?:de|depuis|à partir|via|avec) [^\\n]{1,60}',
    'obtenir outlook pour [^\\n]{1,60}',
    'télécharger outlook pour [^\\n]{1,60}',
    'von meinem [^\\n]{1,60} gesendet',
    'gesendet (?:von|mit) [^\\n]{1,60}',
    'inviato da[^\\n]{1,60}',
    'verzonden (?:vanaf|met|via) [^\\n]{1,60}',
    'verstuurd vanaf [^\\n]{1,60}',
    'skickat från [^\\n]{1,60}',
    'sendt fra [^\\n]{1,60}',
    'skickades från [^\\n]{1,60}',
    'lähetetty [^\\n]{1,60}',
    'wysłan[eo] z [^\\n]{1,60}',
    'отправлено (?:с|из|через) [^\\n]{1,60}',
    'отправлено с [^\\n]{1,60}',
    'được gửi từ [^\\n]{1,60}',
    'đã gửi từ [^\\n]{1,60}',
    'gửi từ [^\\n]{1,60}',
    '发自我的[^\\n]{1,60}',
    '发自[^\\n]{1,40}',
    '從我的[^\\n]{1,40}(?:傳送|寄出|發送)',
    '来自我的[^\\n]{1,40}',
    '獲取 outlook[^\\n]{0,60}',
    '获取 outlook[^\\n]{0,60}',
    'أُ?رسلت? من [^\\n]{1,60}',
    'تم الإرسال من [^\\n]{1,60}',
    'مرسل من [^\\n]{1,60}',
    'الحصول على outlook[^\\n]{0,60}',
    "iphone(?:'umdan|ımdan) gönderildi",
    'voye soti nan [^\\n]{1,60}',
    'yahoo mail[: ][^\\n]{1,80}',
    'sent from (?:yahoo|mail for windows)[^\\n]{0,60}',
    'mit (?:der )?[^\\n]{1,30} app gesendet',
  ].join('|')})[\\s*_>)\\]]{0,4}\\.?$`,
  'iu',
)
/** RFC 3676 section 4.3, and what clients make of it. */
export const dashes = /^(?:--|[—–])[\s\u00a0]{0,3}$|^(?:_{5,80}|-{5,80}|[—–]{3,80})\s{0,3}$/u
/** Takes leave; a name and a title follow. */
export const leave =
  /^[\s*_]{0,4}(?:(?:best|kind|warm|with (?:best|kind|warm)|many|sincere)?\s?(?:regards|wishes)|sincerely(?: yours)?|yours (?:truly|sincerely|faithfully)|respectfully(?: yours)?|cheers|cordialement|bien (?:à vous|cordialement)|salutations|sincères salutations|atentamente|saludos(?: cordiales)?|un saludo|cordialmente|atenciosamente|att|abraços?|com os melhores cumprimentos|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|viele gr(?:ü|ue)(?:ß|ss)e|с уважением|с наилучшими пожеланиями|trân trọng|kính thư|此致|敬礼|敬禮|祝好|مع التحية|مع خالص التحية|تحياتي|mèsi davans|ak tout respè)[\s*_]{0,4}[,.!،，]{0,2}(?:[\s*_]|\p{Extended_Pictographic}|\ufe0f){0,6}$/iu
