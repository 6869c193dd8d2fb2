/**
 * A phone number or e-mail address in a form belongs to nobody until its owner says so. They are asked once, without a
 * word of the report, to answer with six digits that only whoever reported was shown: who has the page and the phone is
 * one person, and hears of the report on the phone from then on.
 * @module
 */
import type { ChannelName, Contact, InboundMessage } from '../request.ts'
import type { ConversationState, OtherAddress } from '../turn.ts'
import type { MessageEvent } from './draft.ts'
import type { Outcome } from './outcome.ts'

type Askable = ReadonlySet<OtherAddress['channel']>

/** Channels that answer in the request and write to nobody; their residents may leave an address. */
const formChannels: ReadonlySet<ChannelName> = new Set(['web', 'open311'])
const mail = /^[^\s@<>"(),:;[\]\\]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}$/u

/** What the resident left: in fields, with what is still open, or as the whole answer to a page that asked for it. */
export const contactLeft = (
  state: ConversationState,
  message: Pick<InboundMessage, 'channel' | 'stated' | 'text' | 'silent'>,
): Contact | null => {
  const { channel, stated, silent } = message
  if (!formChannels.has(channel) || silent === true) return null
  return stated?.contact ?? state.contact ?? contactInWords(message)
}

/** Nothing but a number or an address. */
function contactInWords({ stated, text }: Pick<InboundMessage, 'stated' | 'text'>): Contact | null {
  const said = text.trim()
  if (stated !== undefined || said.length > 120) return null
  if (mail.test(said.toLowerCase())) return { name: null, phone: null, email: said }
  return numberOf(said) === null ? null : { name: null, phone: said, email: null }
}

/**
 * Where its owner is asked: by mail where there is an address, because a text costs, rings and reaches no landline.
 * Null: nowhere.
 */
export function addressIn({ phone, email }: Contact, on: Askable): OtherAddress | null {
  const address = email?.trim().toLowerCase() ?? ''
  if (on.has('email') && address.length <= 120 && mail.test(address)) return { channel: 'email', address }
  const number = on.has('sms') ? numberOf(phone ?? '') : null
  return number === null ? null : { channel: 'sms', address: number }
}

/**
 * E.164 of a number of the North American plan, the only ones that are asked: forms that send texts anywhere are used
 * to run up bills at numbers abroad, and those that start with 900 cost the caller.
 */
function numberOf(written: string): string | null {
  if (written.length > 40 || !/^\s*\+?[\d\s().-]+$/.test(written)) return null
  const digits = written.replace(/\D/g, '')
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  if (written.trim().startsWith('+') && digits.length !== 11) return null
  return /^(?!900)[2-9]\d{2}[2-9]\d{6}$/.test(national) ? `+1${national}` : null
}

/**
 * Whether nobody else can be in this conversation, so that who said yes for one report has said so for the next: a page
 * (its id is random and signed), a device of an app. Other senders are what an app says they are.
 */
export const isOneDevice = ({ channel, from }: Pick<InboundMessage, 'channel' | 'from'>): boolean =>
  channel === 'web' || (channel === 'open311' && from.startsWith('device:'))

const zeros = ['0', '\u0660', '\u06F0', '\uFF10'].map((zero) => zero.charCodeAt(0))
/** Figures as Arabic, Persian and Chinese keyboards write them. */
const plainDigit = (character: string): string => {
  const code = character.charCodeAt(0)
  const zero = zeros.find((first) => code >= first && code <= first + 9)
  return zero === undefined ? character : String(code - zero)
}

/**
 * Six digits in one or two groups, no others, and few words beside them: "code 482 913", or a name below them in a mail.
 * Null: it is about something else.
 */
export function newsCodeIn(text: string): string | null {
  if (text.length > 120) return null
  const said = text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, plainDigit)
  if ((said.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) > 5) return null
  const [, first = '', second = ''] = /^\D*(\d{3})[\s-]?(\d{3})\D*$/u.exec(said) ?? []
  return first === '' ? null : `${first}${second}`
}

/** Requests in one reply: as many as a text message has room to name. */
const toldAtOnce = 3

/** A code that was asked for. False: the message is about something else. */
export function newsCode(out: Outcome, { agreed }: MessageEvent): boolean {
  if (agreed === undefined || agreed === null) return false
  if (agreed === 'wrong') {
    out.speeches.push({ say: 'news-code-wrong' })
    return true
  }
  const { requestIds } = agreed
  // All of them, for nothing else says what became of each until now.
  for (let at = 0; at < requestIds.length; at += toldAtOnce)
    out.speeches.push({ say: 'news-here', requestIds: requestIds.slice(at, at + toldAtOnce) })
  return true
}

/**
 * Asks for what this turn has made, or was made before the contact was left. Not beside 911 or 988, which stand alone:
 * there a person calls.
 */
export function askForNews(out: Outcome, { asks, message, requests }: MessageEvent): void {
  const isUrgent = out.speeches.some(({ say }) => say === 'emergency' || say === 'crisis')
  const made = out.writes.flatMap((write) => (write.do === 'create' ? [write.request.id] : []))
  const last = contactInWords(message) === null ? [] : requests.slice(0, 1)
  const requestIds = made.length > 0 ? made : last.map(({ id }) => id)
  const [requestId] = requestIds
  if (asks === undefined || isUrgent || requestId === undefined) return
  const { to, code, before } = asks
  const { language } = out
  out.effects.push({
    id: out.ids.effect(),
    kind: 'ask',
    requestId,
    requestIds,
    to,
    code,
    language,
    known: before !== null,
  })
  out.speeches.push(before === 'proven' ? { say: 'news-known' } : { say: 'news-asked', by: to.channel, code })
}
