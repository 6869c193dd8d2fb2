/**
 * What each kind of reply is made of, in reading order, with what matters most. The same for every language.
 * @module
 */
import type { RequestFacts, Speech } from '../../../core/reply.ts'
import type { RequestId } from '../../../core/request.ts'
import type { Place } from '../../../core/understanding.ts'
import { questionIn } from '../questions/index.ts'
import { cutAtWord, droppable, kept, type Part, part } from './compose.ts'
import { filed, withNumber } from './filed.ts'
import { status, updates } from './status.ts'
import type { Words } from './words.ts'
import { nameOf, placeForms, subjectForms } from './words.ts'

export type Facts = ReadonlyMap<RequestId, RequestFacts>
/** A kind of reply that is composed; emergency and crisis are fixed texts. */
export type ComposedSpeech = Exclude<Speech, { readonly say: 'emergency' | 'crisis' }>

/** The parts of one reply. Worth: 90 the answer, 80 what it is about, 60 to 10 what helps. */
export function partsOf(speech: ComposedSpeech, words: Words, facts: Facts): readonly Part[] {
  const p = words.phrases
  switch (speech.say) {
    case 'filed':
      return filed(words, speech.requestIds, facts)
    case 'confirm':
      return [kept(80, ...confirmForms(words, speech)), kept(90, ...p.yesOrNo)]
    case 'ask-category':
      return [gotPlace(words, speech.place, speech.hasPhoto), kept(90, ...p.askWhat)]
    case 'choose-category': {
      const names = speech.codes.map((code) => nameOf(words, code))
      return [kept(80, ...p.chooseWhat), kept(90, ...choices(names, [24])), droppable(40, p.otherWords)]
    }
    case 'ask-location':
      return [
        speech.code === null ? droppable(30) : droppable(30, p.got(nameOf(words, speech.code))),
        kept(90, ...p.askWhere),
      ]
    case 'ask-both':
      return [speech.hasPhoto ? droppable(30, p.gotPhoto) : droppable(30), kept(90, ...p.askBoth)]
    case 'choose-place':
      return [
        kept(80, p.whichStreet(speech.street), p.whichStreet(cutAtWord(speech.street, 24)), p.whichOne),
        kept(90, ...choices(distinctLabels(speech.places), [16, 12, 9])),
        droppable(40, p.replyNumber),
      ]
    case 'ask-number':
      return [
        kept(90, p.askNumber(speech.street), p.askNumber(cutAtWord(speech.street, 24)), p.askNumberShort),
      ]
    case 'ask-detail': {
      const lead = p.oneMore(nameOf(words, speech.code))
      const put = questionIn(words.language, speech.code, speech.detail)
      const own = put?.question ?? (words.language === 'en' ? speech.question : null)
      const asked = own ?? inEnglish(words, speech.question)
      if (put === null || put.values.length === 0)
        return [kept(90, `${lead}${p.between}${asked}`, asked, ...p.tellMore)]
      // Answers in full are worth more than what the question is about, which was said just now.
      const least = p.tellMore.map((form) => [90, form] as const)
      const question = part([60, `${lead}${p.between}${asked}`], [90, asked], ...least)
      const names = put.values.map(({ name }) => name)
      return [question, kept(85, ...choices(names, [24, 16])), droppable(40, p.otherWords)]
    }
    case 'in-review': {
      const reason = p.reasons[speech.reason]
      const looks = kept(85, p.personLooks)
      const why = reason === '' ? [looks] : [droppable(60, reason), looks]
      return withNumber(words, facts.get(speech.requestId), [about(words, facts, speech.requestId), ...why])
    }
    case 'corrected':
      return aboutRequest(words, facts, speech.requestId, p.corrected)
    case 'ask-correction':
      return withNumber(words, facts.get(speech.requestId), [kept(90, ...p.askCorrection)])
    case 'decided':
      return aboutRequest(words, facts, speech.requestId, p.decided)
    case 'added':
      return withNumber(words, facts.get(speech.requestId), [kept(90, p.added)])
    case 'number-sent': {
      const known = facts.get(speech.requestId)
      const parts = [
        about(words, facts, speech.requestId),
        // Where there is no link, this is the only way.
        droppable(35, ...p.sendPhoto),
        photoLink(words, known),
      ]
      return withNumber(words, known, parts, 32)
    }
    case 'cancelled': {
      if (speech.requestId === null) return [kept(90, p.dropped)]
      return aboutRequest(words, facts, speech.requestId, p.cancelled)
    }
    case 'nothing-to-cancel':
      return [kept(90, ...p.nothingToCancel)]
    case 'status':
      return status(words, speech.requestIds, facts)
    case 'status-unknown':
      return [
        kept(90, p.statusUnknown(cutAtWord(speech.reference, 24))),
        droppable(50, p.statusUnknownHint),
        droppable(40, p.orCall),
      ]
    case 'status-none':
      return [kept(90, ...p.statusNone), linkOther(words, speech)]
    case 'agent-called':
      return [...withNumber(words, facts.get(speech.requestId), [kept(90, ...p.agentCalled)]), orCall(words)]
    case 'not-fixed':
      return withNumber(words, facts.get(speech.requestId), [kept(90, ...p.notFixed)])
    case 'question-kept':
      return [...withNumber(words, facts.get(speech.requestId), [kept(90, ...p.questionKept)]), orCall(words)]
    case 'answer':
      return answer(words, speech.answer)
    case 'comment-kept':
      return withNumber(words, facts.get(speech.requestId), [kept(90, ...p.commentKept)])
    case 'outside-city':
      return [
        kept(85, p.outside(speech.town), p.outside(cutAtWord(speech.town, 24))),
        droppable(30, p.onlyBoston),
        kept(90, p.outsideCall(speech.phone)),
      ]
    case 'welcome':
      return [kept(90, ...p.welcome)]
    case 'help':
      return [kept(90, ...p.help), linkOther(words, speech)]
    case 'thanks':
      return [kept(90, p.thankedBack)]
    case 'not-understood':
      return [kept(90, ...p.notUnderstood)]
    case 'opted-out':
      return [kept(90, ...p.optedOut)]
    case 'opted-in':
      return [kept(90, ...p.welcomeBack)]
    case 'code-sent':
      return [kept(90, p.codeSent(speech.half))]
    case 'code':
      return [kept(90, p.code(speech.half))]
    case 'code-wrong':
      return [kept(90, p.codeWrong)]
    case 'linked':
      return [kept(90, p.linked)]
    case 'unlinked':
      return [kept(90, p.unlinked)]
    case 'news-asked':
      return [kept(90, p.newsAsked[speech.by](speech.code))]
    case 'news-known':
      return [kept(90, p.newsKnown)]
    case 'news-offered':
      return [kept(90, p.newsOffered)]
    case 'news-code-wrong':
      return [kept(90, p.newsCodeWrong)]
    case 'news-here':
      return [newsHere(words, speech.requestIds.length), ...status(words, speech.requestIds, facts)]
    case 'closed':
      return withNumber(words, facts.get(speech.requestId), [
        kept(90, ...subjectOf(words, facts, speech.requestId).map(p.closed)),
        ...noteOf(words, facts, speech.requestId, 85),
        droppable(70, p.ifNotFixed),
      ])
    case 'news':
      return withNumber(words, facts.get(speech.requestId), [
        kept(80, ...subjectOf(words, facts, speech.requestId).map(p.news)),
        ...noteOf(words, facts, speech.requestId, 90),
      ])
    case 'updates':
      return updates(words, speech.items, facts)
    case 'answered': {
      const note = speech.note.replace(/\s+/g, ' ').trim()
      const forms = [...new Set([note, cutAtWord(note, 160), cutAtWord(note, 100), cutAtWord(note, 48)])]
      return withNumber(words, facts.get(speech.requestId), [
        kept(90, ...forms.map((form) => `${p.answers}${p.between}${p.isolate(form)}`)),
      ])
    }
    case 'refused': {
      const subject = subjectOf(words, facts, speech.requestId)
      const note = speech.note.trim()
      return withNumber(words, facts.get(speech.requestId), [
        kept(80, ...subject.map(p.refused)),
        ...(note === ''
          ? []
          : [droppable(85, ...[note, cutAtWord(note, 120), cutAtWord(note, 40)].map(p.isolate))]),
        orCall(words),
      ])
    }
  }
}

/** On a line of its own: what stands beside a link becomes part of it on some phones. */
function photoLink({ phrases, photoLinkOf }: Words, facts: RequestFacts | undefined): Part {
  const link = facts === undefined ? null : photoLinkOf(facts.reference)
  return link === null ? droppable(0) : droppable(80, `${phrases.photoLink}\n${link}\n`, `\n${link}\n`)
}

/** What the City says of it, in its own words; shorter where it has to be. */
function noteOf(words: Words, facts: Facts, id: RequestId, worth: number): readonly Part[] {
  const note = (facts.get(id)?.statusNotes ?? '').replace(/\s+/g, ' ').trim()
  if (note === '') return []
  const forms = [...new Set([note, cutAtWord(note, 160), cutAtWord(note, 100), cutAtWord(note, 48)])]
  return [droppable(worth, ...forms.map(words.phrases.theirNote))]
}

/** A list of three leaves no room for more in two texts of some languages, and says enough. */
const newsHere = ({ phrases: { newsHere } }: Words, requests: number): Part =>
  requests > 2 ? droppable(90, ...newsHere) : kept(90, ...newsHere)

/** The approved words as they are, and the page they were checked against, without what a phone adds itself. */
function answer(words: Words, id: string): readonly Part[] {
  const found = words.answerOf(id)
  if (found === null) return [kept(90, ...words.phrases.questionKept), orCall(words)]
  const page = found.page.replace(/^https:\/\/(?:www\.)?/, '')
  const own = found.says[words.language]
  if (own !== undefined) return [kept(90, own), droppable(60, page), orCall(words)]
  // Never another language that is like it: English, and said to be; the page alone where there is no room.
  const english = found.says.en === undefined ? [] : [inEnglish(words, found.says.en)]
  return [kept(90, ...english, inEnglish(words, page)), orCall(words)]
}

const inEnglish = ({ phrases }: Words, text: string): string =>
  `${phrases.inEnglish}${phrases.between}${phrases.isolate(text)}`

const linkOther = ({ phrases }: Words, { links }: { readonly links?: true | undefined }): Part =>
  links ? droppable(20, phrases.linkOther) : droppable(0)

const orCall = (words: Words): Part => droppable(40, words.phrases.orCall)

const subjectOf = (words: Words, facts: Facts, id: RequestId): readonly string[] =>
  subjectForms(words, facts.get(id)?.code ?? null, facts.get(id)?.place ?? null)

/** The service and the place as a sentence of their own, where either is known. */
function about(words: Words, facts: Facts, id: RequestId): Part {
  const known = facts.get(id)
  if (known === undefined || (known.code === null && known.place === null)) return droppable(30)
  return droppable(
    30,
    ...subjectOf(words, facts, id).map((subject) => capitalised(subject) + words.phrases.stop),
  )
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function aboutRequest(words: Words, facts: Facts, id: RequestId, say: (what: string) => string) {
  return withNumber(words, facts.get(id), [kept(90, ...subjectOf(words, facts, id).map(say))])
}

function confirmForms(words: Words, { code, place }: { code: string | null; place: Place | null }) {
  const p = words.phrases
  if (code !== null) return subjectForms(words, code, place).map(p.confirm)
  return place === null ? [p.confirmAny] : placeForms(place).map(p.confirmPlace)
}

/** What we have already: the place, or the photo. */
function gotPlace(words: Words, place: Place | null, hasPhoto: boolean): Part {
  if (place !== null) return droppable(30, ...placeForms(place).map(words.phrases.got))
  return hasPhoto ? droppable(30, words.phrases.gotPhoto) : droppable(30)
}

/** "1) A" and "2) B" on lines of their own, then tighter, then with every label cut to so many characters. */
function choices(labels: readonly string[], cuts: readonly number[]): readonly string[] {
  const list = (gap: string, of: readonly string[]) =>
    `${of.map((text, i) => `\n${i + 1})${gap}${text}`).join('')}\n`
  const cut = cuts.map((chars) =>
    list(
      '',
      labels.map((label) => cutAtWord(label, chars)),
    ),
  )
  return [list(' ', labels), list('', labels), ...cut]
}

/** Neighborhoods where they tell the places apart, else ZIP codes, else addresses. */
function distinctLabels(places: readonly Place[]): readonly string[] {
  const ways = [(place: Place) => place.neighborhood, (place: Place) => place.zip]
  for (const way of ways) {
    const labels = places.map((place) => way(place) ?? '')
    if (!labels.includes('') && new Set(labels).size === labels.length) return labels
  }
  return places.map((place) => place.address)
}
