/**
 * What is left of a reply where strangers read along: no place, no words of the resident, the City or an agent, and
 * nothing of a service that is about a person's home or health. Our reference may be said.
 * @module
 */
import type { Service } from '../../../core/catalogue.ts'
import type { RequestFacts } from '../../../core/reply.ts'
import { withoutPage } from '../answers/without-page.ts'
import { droppable, kept, type Part } from './compose.ts'
import { withNumber } from './filed.ts'
import { type ComposedSpeech, type Facts, partsOf } from './speeches.ts'
import { nameOf, type Words } from './words.ts'

/** X makes a link of a bare domain, and a link costs twenty times as much. */
const looksLikeLink = /\b[a-z0-9-]{1,63}\.(?:gov|com|org|net|edu|us|io)\b/i

/** The parts of one reply in public. `direct`: residents can write to us unseen on this network. */
export function publicParts(
  speech: ComposedSpeech,
  given: Words,
  facts: Facts,
  direct: boolean,
): readonly Part[] {
  // Nobody is invited to write an address where all can read it.
  const p = { ...given.phrases, ifWrong: [short(given.phrases.ifWrong)] as const }
  const words = { ...given, phrases: p }
  const seen = new Map([...facts].map(([id, of]) => [id, strangers(of, words.serviceOf(of.code))]))
  const elsewhere = [kept(90, direct ? p.notHere.direct : p.notHere.call)]
  const where = (code: string | null): readonly Part[] => {
    const isHome = code !== null && isPersonal(words.serviceOf(code))
    // Where somebody lives is not asked for in the open, as long as there is another way on this network.
    if (isHome && direct) return elsewhere
    return [
      code === null || isHome ? droppable(30) : droppable(30, p.got(nameOf(words, code))),
      kept(90, short(p.askWhere)),
      direct ? droppable(60, p.direct) : droppable(60),
    ]
  }
  switch (speech.say) {
    case 'confirm':
      // What they wrote is read as a place that can't be said here: whether it is the right one is for the next message.
      if (speech.place !== null && speech.doubts !== 'category') return where(speech.code)
      if (speech.code !== null && isPersonal(words.serviceOf(speech.code))) return elsewhere
      return partsOf({ ...speech, place: null }, words, seen)
    case 'ask-category':
      return partsOf({ ...speech, place: null }, words, seen)
    case 'choose-category':
      if (speech.codes.some((code) => isPersonal(words.serviceOf(code)))) return elsewhere
      break
    case 'ask-location':
      return where(speech.code)
    case 'choose-place':
      return speech.home === true && direct ? elsewhere : where(null)
    case 'ask-number':
      return where(speech.code)
    case 'ask-both':
      return [
        speech.hasPhoto ? droppable(30, p.gotPhoto) : droppable(30),
        kept(90, short(p.askBoth)),
        direct ? droppable(60, p.direct) : droppable(60),
      ]
    case 'ask-detail': {
      const service = words.serviceOf(speech.code)
      if (isPersonal(service) || service?.contact === true) return elsewhere
      break
    }
    case 'status-unknown':
      return [kept(90, p.statusUnknownHint), droppable(40, p.orCall)]
    case 'outside-city':
      return [kept(90, p.onlyBoston)]
    case 'ask-correction':
    case 'answered':
      return withNumber(words, seen.get(speech.requestId), elsewhere)
    case 'refused':
      return partsOf({ ...speech, note: '' }, words, seen)
    case 'answer': {
      const found = words.answerOf(speech.answer)
      const own = found?.says[words.language]
      const says = own ?? found?.says.en
      if (says === undefined) break
      const text = withoutPage(says, own === undefined ? 'en' : words.language)
      if (looksLikeLink.test(text)) return elsewhere
      // Whoever is asked for an address need not give it here.
      const isInvited = direct && /\btell us\b/.test(found?.says.en ?? '')
      return [kept(90, text), isInvited ? droppable(60, p.direct) : droppable(60), droppable(40, p.orCall)]
    }
  }
  return partsOf(speech, words, seen)
}

const isPersonal = (service: Service | null): boolean => service?.private === true

/** What is known of a request, as far as strangers may read it in a reply. */
const strangers = (facts: RequestFacts, service: Service | null): RequestFacts => ({
  ...facts,
  code: isPersonal(service) ? null : facts.code,
  place: null,
  caseNumber: null,
  statusNotes: null,
})

const short = (forms: readonly [string, ...string[]]): string => forms.at(-1) ?? forms[0]
