/**
 * What agents read on every surface: reasons, channels, languages, outcomes, in plain US English.
 * @module
 */
import type { ChannelName, ReviewReason } from '../core/request.ts'
import type { Language } from '../core/understanding.ts'

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
  bluesky: 'Bluesky',
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

/** What became of a review, to be read after "was". An outcome that is new is shown as it is called. */
export const outcomeWords = (outcome: string): string => outcomes[outcome] ?? outcome
const outcomes: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  changed: 'changed and accepted',
  refused: 'refused',
  answered: 'answered',
  'resident-settled': 'settled by the resident',
  withdrawn: 'withdrawn',
  asked: 'asked the resident',
  filed: 'filed after all',
}

export const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`
