/**
 * Replies in a language that no machine reads: recordings, with English names between them in an English voice, and
 * keys for answers. What can't be said so is left to a recorded message or a person.
 * @module
 */
import type { Expected, Spoken, Utterance, Voice } from '../../../core/ivr.ts'
import type { RequestFacts, Speech } from '../../../core/reply.ts'
import type { RequestId } from '../../../core/request.ts'
import type { Language, Place } from '../../../core/understanding.ts'
import { questionIn } from '../questions/index.ts'
import { saidPlace, saidStreet } from './address.ts'
import { en } from './en.ts'
import { type RecordedPrompt, recordedPrompts } from './words.ts'

/** English names are read a little slower than sentences. Percent. */
const names: Voice = { ...en.voice, rate: 90 }

export const isRecorded = (name: string): name is RecordedPrompt =>
  (recordedPrompts as readonly string[]).includes(name)

export const recording = (language: Language, name: RecordedPrompt): Utterance => ({
  kind: 'recording',
  file: `${language}/${name}.mp3`,
})

const english = (text: string): Utterance => ({ kind: 'words', voice: names, text })

/** Character by character: `BOS-7K3M-Q2XA`, `746`. */
const characters = (language: Language, text: string): readonly Utterance[] =>
  [...text.toLowerCase()]
    .filter((one) => /[0-9a-z]/.test(one))
    .map((one) => ({ kind: 'recording', file: `${language}/characters/${one}.mp3` }))

/** `746 Centre St` with its number in the language and its name in English. */
function place(language: Language, where: Place): readonly Utterance[] {
  const [, number, street] = /^(\d{1,5}[A-Za-z]?)\s+(.+)$/.exec(where.address) ?? []
  return number === undefined || street === undefined
    ? [english(saidPlace(where))]
    : [...characters(language, number), english(saidPlace({ ...where, address: street }))]
}

/** A name that an English voice reads, and the key for it. */
export const choice = (language: Language, name: string, key: number): readonly Utterance[] => {
  const pressed = `choice-${key}`
  return isRecorded(pressed) ? [english(name), recording(language, pressed)] : []
}

export function speakRecorded(
  speech: Speech,
  language: Language,
  facts: ReadonlyMap<RequestId, RequestFacts>,
  again: boolean,
): Spoken {
  const say = (...prompts: readonly RecordedPrompt[]): readonly Utterance[] =>
    prompts.map((prompt) => recording(language, prompt))
  const told = (says: readonly Utterance[], expects: Expected, reference = false): Spoken => ({
    says,
    expects,
    urgent: false,
    reference,
    near: null,
  })
  const number = (known: RequestFacts | undefined): readonly Utterance[] =>
    known === undefined ? [] : [...say('number'), ...characters(language, known.reference)]
  const about = (prompt: RecordedPrompt, ids: readonly RequestId[]): Spoken => {
    const numbers = ids.flatMap((id) => number(facts.get(id)))
    return told([...(again ? [] : say(prompt)), ...numbers], { about: 'after' }, numbers.length > 0)
  }
  switch (speech.say) {
    case 'ask-location':
      return told(say('where'), { about: 'where' })
    case 'ask-number': {
      const { street } = speech
      return told([english(saidStreet(street)), ...say('houseKeys')], { about: 'number', street })
    }
    case 'choose-place': {
      const choices = speech.places.flatMap((place, at) =>
        choice(language, place.neighborhood ?? saidPlace(place), at + 1),
      )
      return told([english(saidStreet(speech.street)), ...say('choose'), ...choices, ...say('zipOffer')], {
        about: 'place-choice',
        count: speech.places.length,
      })
    }
    case 'confirm':
      return speech.place === null
        ? told([], { about: 'message' })
        : told([...say('heard'), ...place(language, speech.place), ...say('yesOrNo')], { about: 'yes-no' })
    case 'filed':
      return about('filed', speech.requestIds)
    case 'in-review':
      return about('personLooks', [speech.requestId])
    case 'added':
      return told(say('personLooks'), { about: 'after' })
    case 'corrected':
      return about('corrected', [speech.requestId])
    case 'ask-detail': {
      // A question is no name, but one in English with keys in the language beats none; 0 leads to a person.
      const asked = questionIn('en', speech.code, speech.detail)
      const values = asked?.values ?? []
      if (asked === null || values.length === 0) return told([], { about: 'message' })
      const choices = values.flatMap(({ name }, at) => choice(language, name, at + 1))
      return told([english(asked.question), ...choices], { about: 'choice', count: values.length })
    }
    case 'ask-correction':
      return told(say('correction'), { about: 'correction' })
    case 'cancelled':
      return told(say('dropped'), { about: 'after' })
    default:
      return told([], { about: 'message' })
  }
}
