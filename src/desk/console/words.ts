/**
 * What agents read: reasons, channels, languages, ages, in plain US English.
 * @module
 */
import type { ReviewRow } from '../../core/ports.ts'
import type { ChannelName, ReviewReason, Settled } from '../../core/request.ts'
import type { Language } from '../../core/understanding.ts'

/** A reason in three words, and what the agent is asked for. */
export const reasonWords: Readonly<Record<ReviewReason, { readonly short: string; readonly long: string }>> =
  {
    emergency: {
      short: 'Emergency',
      long: 'It reads like danger to life or property. The resident was told to call 911.',
    },
    crisis: {
      short: 'Person in crisis',
      long: 'It reads like self-harm or an overdose. The resident was told of 988 and 911.',
    },
    'agent-wanted': { short: 'Wants a person', long: 'The resident asked for a person.' },
    'not-fixed': { short: 'Not fixed', long: 'The case was closed, and the resident says it is not fixed.' },
    'service-unclear': { short: 'Service unclear', long: 'We could not tell what kind of problem it is.' },
    'place-unclear': { short: 'Place unclear', long: 'We could not tell where it is.' },
    'service-needs-person': {
      short: 'Needs a person',
      long: 'An agent always looks at this service before it is filed.',
    },
    'outside-city': { short: 'Outside the city', long: 'The place seems to lie outside Boston.' },
    question: { short: 'Question', long: 'It reads like a question and not like a problem to fix.' },
    'change-after-filing': {
      short: 'Change after filing',
      long: 'The resident changed it after it was filed, and the case system takes no changes.',
    },
    abandoned: { short: 'Left unfinished', long: 'The resident stopped answering before it was complete.' },
    unreadable: {
      short: 'Not read yet',
      long: 'Our own software failed on this message: nobody has read it yet.',
    },
    'not-filed': { short: 'Not filed', long: 'No case system took it. Accepting files it again.' },
  }

export const channelWords: Readonly<Record<ChannelName, string>> = {
  voice: 'Phone call',
  sms: 'Text message',
  social: 'Social media',
  email: 'E-mail',
  web: 'Web form',
  open311: 'App',
}

export const languageWords: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Spanish',
  ht: 'Haitian Creole',
  'zh-Hant': 'Chinese (Traditional)',
  'zh-Hans': 'Chinese (Simplified)',
  vi: 'Vietnamese',
  kea: 'Cabo Verdean Creole',
  ru: 'Russian',
  ar: 'Arabic',
  pt: 'Portuguese',
  fr: 'French',
  so: 'Somali',
}

const minuteMs = 60_000
/** `now`, `12 min`, `3 h`, `2 days`. */
export function age(sinceMs: number, nowMs: number): string {
  const minutes = Math.max(0, Math.floor((nowMs - sinceMs) / minuteMs))
  if (minutes < 1) return 'now'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h`
  return `${Math.floor(hours / 24)} days`
}

export const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`

const settledBy = {
  resident: 'said by the resident',
  agent: 'set by an agent',
  photo: 'from the photo',
} as const
/** How sure a suggestion is; where a person settled it, who. */
export function sureWords(confidence: number | null, settled: Settled | null): string {
  if (confidence !== null) return percent(confidence)
  return settled === null || settled.by === 'classifier' ? '' : settledBy[settled.by]
}

/** As much as a list needs, cut between words where there are any. Never half of a surrogate pair. */
export function firstWords(text: string, most = 180): string {
  const one = text.replace(/\s+/g, ' ').trim()
  if (one.length <= most) return one
  const cut = one.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
  const blank = cut.lastIndexOf(' ')
  return `${blank > most / 2 ? cut.slice(0, blank) : cut}…`
}

/** `(617) 555-0123`; anything else as it is. */
export const readable = (address: string): string =>
  address.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')

/** Something that a browser can open, or null. */
export function contactLink(address: string): string | null {
  if (/^\+\d{7,15}$/.test(address)) return `tel:${address}`
  if (/^[^\s@<>"?&%]+@[^\s@<>"?&%]+\.[^\s@<>"?&%]+$/.test(address)) return `mailto:${address}`
  return null
}

/** What the button that accepts does with this review. */
export function acceptWords({ request, reason }: ReviewRow): {
  readonly button: string
  readonly tells: string
} {
  if (request.state === 'review')
    return { button: 'Accept and file', tells: 'The resident is told that it was filed.' }
  if (reason === 'not-filed') return { button: 'File again', tells: 'The resident has its number already.' }
  return {
    button: 'Keep as it is',
    tells:
      'The case stays as it is, or is corrected where you change something. The resident is told its status.',
  }
}
