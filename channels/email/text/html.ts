/**
 * The words of an HTML mail as lines of text. Quotations come out marked with ">", signatures are left out.
 * @module
 */
import { decodeEntities } from './entities.ts'

export interface ReadHtml {
  readonly text: string
  /** Content-IDs of pictures outside of quotations and signatures. */
  readonly pictures: ReadonlySet<string>
}

/** Longest HTML that is read; the original has all of it. Characters. */
const mostChars = 1_000_000
const mostTags = 100_000
/** Deeper elements are read as if they were not there. */
const mostDeep = 200
/** A quotation mark left open in a tag is forgiven after so many ">". */
const mostEnds = 5
/** So many quotations are asked whether they were passed on. */
const mostLooks = 50

const unseen = new Set([
  'head',
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'object',
  'svg',
  'select',
])
const blocks = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
])
const spaced = new Set(['p', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'blockquote', 'pre'])
const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

/** Containers that clients put quotations in, by class or id. */
const quoting =
  /\b(?:gmail_quote(?!_container)|gmail_extra|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|zmail_extra_hr|moz-cite-prefix|ydp[0-9a-f]{1,12}yahoo_quoted|OLK_SRC_BODY_SECTION|mail_quote|freebirdFormview|quotelevel|WordSectionQuote|front-blockquote|mailru-blockquote|js-mailru-quote|qqmail_quote|netease_mail_quote)\b/i
const signing =
  /\b(?:gmail_signature(?!_prefix)|gmail_signature_prefix|moz-signature|x_signature|ms-outlook-mobile-signature|ms-outlook-ios-signature|protonmail_signature_block|zmail_signature|ydp[0-9a-f]{1,12}signature|signature_block|AppleMailSignature)\b|(?:^|\s)Signature(?:\s|$)/i

interface Open {
  readonly name: string
  readonly hidden: boolean
  readonly quoted: boolean
}

/** Reads HTML, broken or not. Never throws. */
export function readHtml(html: string): ReadHtml {
  const source = html.slice(0, mostChars)
  const lines: { text: string; quoted: boolean }[] = []
  const pictures = new Set<string>()
  const open: Open[] = []
  let line = ''
  let isQuoted = false
  let isHidden = false
  const flush = (): void => {
    lines.push({ text: line.replace(/[ \t\f]+/g, ' ').trim(), quoted: isQuoted })
    line = ''
  }
  const say = (text: string): void => {
    if (isHidden || text === '') return
    line += decodeEntities(isWithin(open, 'pre') ? text : text.replace(/[\s]+/g, ' '))
    if (isWithin(open, 'pre'))
      for (let at = line.indexOf('\n'); at >= 0; at = line.indexOf('\n')) {
        const rest = line.slice(at + 1)
        line = line.slice(0, at)
        flush()
        line = rest
      }
  }
  const settle = (): void => {
    isHidden = open.some((one) => one.hidden)
    isQuoted = open.some((one) => one.quoted)
  }

  const lower = source.toLowerCase()
  const lastMore = source.lastIndexOf('>')
  let looks = 0
  let at = 0
  for (let tags = 0; at < source.length && tags < mostTags; tags += 1) {
    const less = source.indexOf('<', at)
    // Behind the last ">" no tag can end.
    if (less === -1 || less > lastMore) break
    say(source.slice(at, less))
    if (source.startsWith('<!--', less)) {
      const end = source.indexOf('-->', less + 4)
      at = end === -1 ? source.length : end + 3
      continue
    }
    const more = endOfTag(source, less)
    const tag = more === -1 ? null : /^<(\/?)([a-z][a-z0-9:-]{0,30})/i.exec(source.slice(less, less + 40))
    if (tag === null || more === -1) {
      // "<" that begins no tag is a character; a declaration is nothing.
      if (source[less + 1] === '!' || source[less + 1] === '?') at = more === -1 ? source.length : more + 1
      else {
        say('&lt;')
        at = less + 1
      }
      continue
    }
    at = more + 1
    const name = (tag[2] ?? '').toLowerCase()
    if (tag[1] === '/') {
      if (blocks.has(name)) flush()
      close(open, name)
      if (spaced.has(name) && !isHidden) lines.push({ text: '', quoted: isQuoted })
      settle()
      continue
    }
    const attributes = source.slice(less + name.length + 1, more)
    if (name === 'br') flush()
    if (name === 'td' || name === 'th') line += ' '
    if (blocks.has(name)) flush()
    if (name === 'li' && !isHidden) line += '- '
    if (name === 'img' && !isHidden && !isQuoted) {
      const cid = /\bsrc\s{0,3}=\s{0,3}["']?cid:([^"'\s>]{1,300})/i.exec(attributes)?.[1]
      if (cid !== undefined) pictures.add(decodeUri(cid))
    }
    if (!empty.has(name) && !attributes.endsWith('/') && open.length < mostDeep) {
      const called = `${attribute(attributes, 'class')} ${attribute(attributes, 'id')}`
      const isMarked =
        quoting.test(called) || (name === 'blockquote' && /\btype\s{0,3}=\s{0,3}["']?cite/i.test(attributes))
      looks += isMarked ? 1 : 0
      const isQuote = isMarked && (looks > mostLooks || !isForwardAt(source, at))
      if (isQuote) flush()
      open.push({
        name,
        hidden:
          unseen.has(name) ||
          signing.test(called) ||
          /display\s{0,3}:\s{0,3}none/i.test(attribute(attributes, 'style')),
        quoted: isQuote,
      })
      settle()
      if (unseen.has(name) && (name === 'script' || name === 'style')) {
        const end = lower.indexOf(`</${name}`, at)
        at = end === -1 ? source.length : end
      }
    }
  }
  say((source.slice(at).split('<!--')[0] ?? '').replaceAll('<', '&lt;'))
  flush()
  return { text: written(lines), pictures }
}

function written(lines: readonly { readonly text: string; readonly quoted: boolean }[]): string {
  return lines
    .map(({ text, quoted }) => (quoted && text !== '' ? `> ${text}` : text))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A ">" within quotation marks ends no tag. -1: it does not end. */
function endOfTag(source: string, from: number): number {
  const first = source.indexOf('>', from)
  let end = first
  for (let count = 0; count < mostEnds && end !== -1; count += 1) {
    const values = source.slice(from, Math.min(end, from + 5_000))
    const open =
      /=\s{0,3}"[^"]*$/.test(values.slice(values.lastIndexOf('="') - 1)) ||
      /=\s{0,3}'[^']*$/.test(values.slice(values.lastIndexOf("='") - 1))
    if (!open || end - from > 5_000) return end
    end = source.indexOf('>', end + 1)
  }
  return first
}

function close(open: Open[], name: string): void {
  const at = open.findLastIndex((one) => one.name === name)
  if (at !== -1) open.length = at
}

const isWithin = (open: readonly Open[], name: string): boolean => open.some((one) => one.name === name)

const attribute = (attributes: string, name: string): string => {
  const found = new RegExp(
    `\\b${name}\\s{0,3}=\\s{0,3}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\\s"'>]{1,300}))`,
    'i',
  ).exec(attributes)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}

/** Gmail and others put what was passed on into the container of a quotation. */
function isForwardAt(source: string, at: number): boolean {
  const start = source
    .slice(at, at + 3_000)
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .trim()
    .slice(0, 120)
  return /^[-\s_=*]{2,40}\s{0,3}(?:forward|message transf|mensaje reenv|mensagem (?:re)?encamin|weitergeleitet|пересылаем|пересланн|thư (?:được|đã) chuyển|转发|轉寄|رسالة معاد)|^begin forwarded/iu.test(
    start,
  )
}

function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
