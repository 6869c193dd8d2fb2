/**
 * What agents read on a card.
 * @module
 */
import type { ChannelName, ReviewReason } from '../../core/request.ts'
import type { Language } from '../../core/understanding.ts'

interface Reason {
  readonly title: string
  /** What an agent has to do. */
  readonly hint: string
}
/** Every reason a review may have. */
export const reasons: Readonly<Record<ReviewReason, Reason>> = {
  emergency: { title: 'Emergency', hint: 'The words speak of danger. Look at this first.' },
  crisis: {
    title: 'Person in crisis',
    hint: 'The words speak of self-harm or overdose. Look at this first.',
  },
  'agent-wanted': { title: 'Wants a person', hint: 'The resident asked for a person.' },
  'not-fixed': { title: 'Not fixed', hint: 'The resident says that a closed request is not fixed.' },
  'service-unclear': { title: 'Service unclear', hint: 'No service was sure enough. Choose one.' },
  'place-unclear': { title: 'Place unclear', hint: 'No place was sure enough. Set it, or ask.' },
  'service-needs-person': { title: 'Needs a look', hint: 'This service is never filed without an agent.' },
  'outside-city': { title: 'Maybe outside the city', hint: 'The place named seems to be in another town.' },
  question: { title: 'Question', hint: 'The resident asks something.' },
  'change-after-filing': {
    title: 'Change after filing',
    hint: 'The resident added or changed something after it was filed.',
  },
  abandoned: { title: 'Left unfinished', hint: 'The resident stopped answering. This is what we have.' },
  unreadable: { title: 'Unreadable', hint: 'The message could not be read by machine. Read it whole.' },
  'not-filed': { title: 'Not filed', hint: 'No case system took it. Accept it to try again.' },
}

/** What became of a review, in the words of the card. An outcome that is new is shown as it is called. */
export const outcomes: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  changed: 'Changed and accepted',
  refused: 'Refused',
  'resident-settled': 'Settled by the resident',
  withdrawn: 'Withdrawn',
  asked: 'Asked the resident',
}

export const channels: Readonly<Record<ChannelName, string>> = {
  voice: 'Phone call',
  sms: 'Text message',
  social: 'Social media',
  email: 'E-mail',
  web: 'Web form',
  open311: 'App (Open311)',
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' })

/** As Boston calls it; CLDR has another name for Cabo Verdean Creole. */
export const languageName = (language: Language): string =>
  language === 'kea' ? 'Cabo Verdean Creole' : (languageNames.of(language) ?? language)

/** `81 %`, or who said it where nobody had to guess. */
export const odds = (confidence: number | null): string | null =>
  confidence === null ? null : `${Math.round(confidence * 100)} %`
