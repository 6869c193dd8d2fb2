/**
 * Replies of the dialog as they are spoken, and what may be answered to each.
 * @module
 */
import type { Expected, Spoken, Utterance } from '../../../core/ivr.ts'
import type { RequestFacts, Speech } from '../../../core/reply.ts'
import type { RequestId } from '../../../core/request.ts'
import type { Language, Place } from '../../../core/understanding.ts'
import { timeZone } from '../calendar.ts'
import { questionIn } from '../questions/index.ts'
import { phrasesIn } from '../replies/index.ts'
import { serviceName } from '../service-names/index.ts'
import { serviceByCode } from '../services/index.ts'
import { saidPlace, saidStreet } from './address.ts'
import { type Filling, fill, readAloud } from './fill.ts'
import type { IvrWords, PromptName } from './words.ts'

export interface Speaking {
  readonly language: Language
  readonly words: IvrWords
  readonly facts: ReadonlyMap<RequestId, RequestFacts>
  /** Again, slowly. */
  readonly again: boolean
}

const open: Expected = { about: 'open' }
const after: Expected = { about: 'after' }

export function speak(speech: Speech, text: string, s: Speaking): Spoken {
  const say = (name: PromptName, filling: Filling = {}): Utterance[] =>
    fill(s.words, s.words.says[name], filling, s.again)
  const told = (says: readonly Utterance[], expects: Expected, near: Place | null = null): Spoken => ({
    says,
    expects,
    urgent: false,
    reference: says.some(({ kind }) => kind === 'spelled'),
    near,
  })
  /** About one request, with its number. */
  const about = (name: PromptName, id: RequestId): Spoken => {
    const known = s.facts.get(id)
    const filling = known === undefined ? {} : { ...subject(s, known.code, known.place) }
    return told([...say(name, filling), ...number(s, known)], after, known?.place ?? null)
  }
  switch (speech.say) {
    case 'emergency':
    case 'crisis': {
      const fixed = readAloud(phrasesIn[s.language][speech.say])
      return { ...told([{ kind: 'words', voice: s.words.voice, text: fixed }], after), urgent: true }
    }
    case 'filed': {
      const known = speech.requestIds.flatMap((id) => s.facts.get(id) ?? [])
      return told(
        known.flatMap((one) =>
          s.again
            ? number(s, one)
            : [...filed(s, one, known.length > 1), ...number(s, one), ...target(s, one)],
        ),
        after,
        known[0]?.place ?? null,
      )
    }
    case 'confirm': {
      const filling = subject(s, speech.code, speech.place)
      const name =
        speech.place === null
          ? speech.code === null
            ? 'confirmAny'
            : 'confirmWhat'
          : speech.code === null
            ? 'confirmWhere'
            : 'confirm'
      return told([...say(name, filling), ...say('yesOrNo')], { about: 'yes-no' }, speech.place)
    }
    case 'ask-category':
      return told([...say('askWhat'), ...say('menuOffer')], open, speech.place)
    case 'ask-location':
      return told([...say('askWhere'), ...say('whereKeys')], { about: 'where' })
    case 'ask-both':
      return told([...say('askBoth'), ...say('menuOffer')], open)
    // "Hello?": who is there, and what to do.
    case 'welcome':
      return told([...say('help'), ...say('menuOffer'), ...say('person')], open)
    case 'choose-category': {
      const choices = speech.codes.flatMap((code, at) =>
        say('choiceWhat', { what: nameOf(s.language, code), key: String(at + 1) }),
      )
      return told([...say('chooseWhat'), ...choices], { about: 'choice', count: speech.codes.length })
    }
    case 'choose-place': {
      const choices = speech.places.flatMap((place, at) =>
        say('choiceWhere', { where: place.neighborhood ?? saidPlace(place), key: String(at + 1) }),
      )
      return told(
        [...say('choosePlace', { street: saidStreet(speech.street) }), ...choices, ...say('zipOffer')],
        { about: 'place-choice', count: speech.places.length },
        speech.places[0] ?? null,
      )
    }
    case 'ask-number': {
      const { street } = speech
      return told(say('askNumber', { street: saidStreet(street) }), { about: 'number', street })
    }
    case 'ask-detail': {
      const asked = questionIn(s.language, speech.code, speech.detail)
      const question = asked?.question ?? (s.language === 'en' ? speech.question : null)
      // What is in English only is not read by another voice.
      if (question === null) return told(say('askMore'), open)
      const values = asked?.values ?? []
      const choices = values.flatMap(({ name }, at) => say('choiceWhat', { what: name, key: String(at + 1) }))
      return told(
        [{ kind: 'words', voice: s.words.voice, text: question }, ...choices],
        values.length === 0 ? open : { about: 'choice', count: values.length },
      )
    }
    case 'ask-correction':
      return told([...say('askCorrection'), ...say('whereKeys'), ...say('problemKey')], {
        about: 'correction',
      })
    case 'in-review':
      return about('personLooks', speech.requestId)
    case 'corrected':
      return about('corrected', speech.requestId)
    case 'added':
      return told(say('added'), after)
    case 'cancelled':
      return told(say(speech.requestId === null ? 'dropped' : 'cancelled'), after)
    case 'nothing-to-cancel':
      return told(say('nothingToCancel'), after)
    case 'status': {
      const known = speech.requestIds.flatMap((id) => s.facts.get(id) ?? [])
      return told(
        known.flatMap((one) => [...standing(s, one), ...number(s, one)]),
        after,
      )
    }
    case 'status-unknown':
      return told(say('statusUnknown'), { about: 'case' })
    case 'status-none':
      return told(say('statusNone'), { about: 'case' })
    case 'agent-called':
      return about('agentCalled', speech.requestId)
    case 'not-fixed':
      return about('notFixed', speech.requestId)
    case 'question-kept':
      return about('questionKept', speech.requestId)
    case 'comment-kept':
      return about('commentKept', speech.requestId)
    case 'outside-city':
      return told(
        [
          ...say('outside', { town: speech.town }),
          ...(speech.phone === null ? [] : say('outsideCall', { phone: speech.phone })),
          ...say('outsideElse'),
        ],
        { about: 'where' },
      )
    case 'help':
      return told([...say('help'), ...say('menuOffer')], open)
    case 'thanks':
      return told(say('thanks'), after)
    case 'not-understood':
      return told([...say('notUnderstood'), ...say('askBoth'), ...say('menuOffer')], open)
    default:
      // Approved answers, and what is rarely said on the phone: as it is written, without what an ear can't use.
      return told([{ kind: 'words', voice: s.words.voice, text: readAloud(text) }], after)
  }
}

function nameOf(language: Language, code: string): string {
  const service = serviceByCode(code)
  return service === null ? '' : serviceName(language, service)
}

function subject(s: Speaking, code: string | null, place: Place | null): Filling {
  return {
    what: (code === null ? '' : nameOf(s.language, code)) || s.words.says.report,
    ...(place === null ? {} : { where: saidPlace(place) }),
  }
}

const number = (s: Speaking, facts: RequestFacts | undefined): Utterance[] =>
  facts === undefined ? [] : fill(s.words, s.words.says.number, { number: facts.reference }, s.again)

/** The place was read back and confirmed just now; of two, each is named by it. */
function filed(s: Speaking, { code, place }: RequestFacts, several: boolean): Utterance[] {
  const name = several && place !== null ? 'filed' : 'filedWhat'
  return fill(s.words, s.words.says[name], subject(s, code, place))
}

const tags: Partial<Record<Language, string>> = { en: 'en-US', es: 'es-US', pt: 'pt-BR' }

function target(s: Speaking, { expectedAt }: RequestFacts): Utterance[] {
  if (expectedAt === null) return []
  const date = new Intl.DateTimeFormat(tags[s.language] ?? s.language, {
    timeZone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    numberingSystem: 'latn',
  }).format(new Date(expectedAt))
  return fill(s.words, s.words.says.target, { date })
}

/** How it stands, and the City's own words on it. */
function standing(s: Speaking, { code, place, state, statusNotes }: RequestFacts): Utterance[] {
  const filling = { ...subject(s, code, place), state: s.words.states[state] }
  const note = (statusNotes ?? '').replace(/\s+/g, ' ').trim().slice(0, 300)
  return [
    ...fill(s.words, s.words.says[place === null ? 'statusWhat' : 'status'], filling),
    ...(note === '' ? [] : fill(s.words, '{where}', { where: readAloud(note) })),
  ]
}
