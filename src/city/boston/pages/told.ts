/**
 * What the dialog said, as parts of a page: the same sentences as in replies, without what only a phone says
 * ("Text NO.", "Reply with the number.").
 * @module
 */
import type { NextStep, RequestCard, Told } from '../../../core/pages.ts'
import type { Said } from '../../../core/ports.ts'
import type { RequestFacts, Speech } from '../../../core/reply.ts'
import type { Place } from '../../../core/understanding.ts'
import { questionIn } from '../questions/index.ts'
import { nameOf, placeForms, subjectForms, targetForms, type Words } from '../replies/words.ts'

type WordsOf = (language: Said['reply']['language']) => Words

/** What is to be said of files, once each. */
export const noticesOf = (said: readonly Said[], wordsOf: WordsOf): readonly string[] => [
  ...new Set(
    said.flatMap(({ reply: { language, notices } }) =>
      notices.map((notice) => wordsOf(language).phrases.notices[notice]),
    ),
  ),
]

/** A request in the words of a language. */
export function cardOf(words: Words, facts: RequestFacts): RequestCard {
  const { phrases } = words
  const service = words.serviceOf(facts.code)
  const open = facts.state === 'filed' || facts.state === 'filing'
  const owner = open ? (service?.owner ?? null) : null
  const [what = phrases.report] = subjectForms(words, facts.code, null)
  const note = (facts.statusNotes ?? '').replace(/\s+/g, ' ').trim()
  return {
    reference: facts.reference,
    caseNumber: facts.caseNumber,
    what,
    where: facts.place === null ? null : (placeForms(facts.place)[0] ?? null),
    isFiled: open,
    state:
      facts.state === 'filed' && service !== null && service.owner === null
        ? phrases.sentTo(service.department)
        : phrases.state[facts.state],
    target: open ? (targetForms(words, facts)[0] ?? null) : null,
    handledBy: owner === null ? null : phrases.handledBy(owner.name, owner.phone),
    note: note === '' ? null : phrases.theirNote(note),
  }
}

/** All that one turn said. A reply that has a card says no more than what the card leaves out. */
export function toldOf(said: readonly Said[], wordsOf: WordsOf): Told {
  let danger: string | null = null
  let next: NextStep | null = null
  let news: Told['news'] = null
  const sentences: string[] = []
  const cards = new Map<string, RequestCard>()
  for (const { reply, facts, text } of said) {
    const words = wordsOf(reply.language)
    const { speech, notices } = reply
    if (speech.say === 'emergency' || speech.say === 'crisis') danger ??= text
    // Nobody in a crisis wants a number.
    if (speech.say === 'crisis') return { danger, cards: [], sentences: [], next: null, news: null }
    for (const one of facts.values()) cards.set(one.reference, cardOf(words, one))
    if (speech.say === 'news-asked') {
      news = { text, code: speech.code }
      continue
    }
    const asked = nextOf(words, speech)
    next = asked ?? next
    sentences.push(...(asked === null ? sentencesOf(words, speech, text) : []))
    sentences.push(...notices.map((notice) => words.phrases.notices[notice]))
  }
  return { danger, cards: [...cards.values()], sentences: [...new Set(sentences)], next, news }
}

/** One text for an app: danger first, then the aim and who handles it, or what was said. */
export function noticeOf(told: Told): string {
  const aims = told.cards.flatMap(({ target, handledBy }) => [target, handledBy])
  return [told.danger, ...told.sentences, ...aims, told.news?.text ?? null]
    .filter((one) => one !== null)
    .join(' ')
}

/** A question that waits for an answer; null for everything else. */
function nextOf(words: Words, speech: Speech): NextStep | null {
  const p = words.phrases
  const step = (question: string, as: NextStep['as'], labels: readonly string[] = []): NextStep => ({
    question,
    as,
    choices: labels.map((label, n) => ({ value: String(n + 1), label })),
  })
  switch (speech.say) {
    case 'confirm': {
      const { code, place } = speech
      if (code !== null) return step(p.confirm(subjectForms(words, code, place)[0] ?? ''), 'yes-no')
      return step(place === null ? p.confirmAny : p.confirmPlace(placeForms(place)[0] ?? ''), 'yes-no')
    }
    case 'choose-category':
      return step(
        p.chooseWhat[0] ?? '',
        'choice',
        speech.codes.map((code) => nameOf(words, code)),
      )
    case 'choose-place':
      return step(p.whichStreet(speech.street), 'choice', speech.places.map(labelOf))
    case 'ask-location':
      return step(p.askWhere.at(-1) ?? '', 'place')
    case 'ask-number':
      return step(p.askNumber(speech.street), 'place')
    case 'ask-category':
      return step(p.askWhat[0] ?? '', 'words')
    case 'ask-both':
      return step(p.askBoth[0] ?? '', 'words')
    case 'ask-detail': {
      const asked = questionIn(words.language, speech.code, speech.detail)
      if (asked === null) return step(speech.question, 'words')
      const names = asked.values.map(({ name }) => name)
      return step(asked.question, names.length === 0 ? 'words' : 'choice', names)
    }
    case 'ask-correction':
      return step(p.askCorrection.at(-1) ?? '', 'words')
    case 'outside-city':
      return step(`${p.outside(speech.town)} ${p.outsideCall(speech.phone)}`, 'place')
    default:
      return null
  }
}

function labelOf({ address, neighborhood, zip }: Place): string {
  return [address, neighborhood, neighborhood === null ? zip : null].filter((one) => one !== null).join(', ')
}

function sentencesOf(words: Words, speech: Speech, text: string): readonly string[] {
  const p = words.phrases
  switch (speech.say) {
    // The card has it all, and danger has its own place.
    case 'filed':
    case 'status':
    case 'crisis':
      return []
    case 'emergency':
      return [p.personLooks]
    case 'in-review':
      return [p.reasons[speech.reason], p.personLooks].filter((one) => one !== '')
    case 'agent-called':
      return [p.agentCalled[0] ?? '', p.orCall]
    case 'question-kept':
      return [p.questionKept[0] ?? '', p.orCall]
    case 'comment-kept':
      return [p.commentKept[0] ?? '']
    case 'not-fixed':
      return [p.notFixed[0] ?? '']
    case 'not-understood':
      return [p.notUnderstood.at(-1) ?? '']
    case 'added':
      return [p.added]
    default:
      return [text]
  }
}
