import type { RequestFacts } from '../../../core/reply.ts'
import type { RequestId } from '../../../core/request.ts'
import { cutAtWord, kept, type Part, part } from './compose.ts'
import { subjectForms, targetForms, type Words } from './words.ts'

const shown = 3

/** Where up to three requests stand, a line each, and how many more there are. */
export function status(
  words: Words,
  ids: readonly RequestId[],
  facts: ReadonlyMap<RequestId, RequestFacts>,
): readonly Part[] {
  const known = ids.flatMap((id) => facts.get(id) ?? [])
  if (known.length === 0) return [kept(90, ...words.phrases.statusNone)]
  const lines = known.slice(0, shown).map((each) => line(words, each))
  const more = known.length - shown
  return more > 0 ? [...lines, kept(95, `\n${words.phrases.andMore(more)}`)] : lines
}

/**
 * "Pothole at 45 Elm St, BOS-…: sent to Public Works. Target: …" on a line of its own, then shorter; number and
 * state always. All lines grow alike.
 */
function line(words: Words, facts: RequestFacts): Part {
  const { stop, between } = words.phrases
  const say = (subject: string, state: string) => `\n${subject}${facts.reference}: ${state}${stop}`
  const subjects = subjectForms(words, facts.code, facts.place).map((subject) => `${subject}, `)
  const [where = '', name = where] = [subjects[0], subjects.at(-1)]
  const states = stateForms(words, facts)
  const bare = states.at(-1) ?? ''
  const full = say(where, states[0] ?? bare)
  const open = facts.state === 'filed' || facts.state === 'filing'
  const targets = open ? targetForms(words, facts) : []
  return part(
    ...targets.map((target, form) => [40 + form, `${full}${between}${target}`] as const),
    ...states.slice(0, -1).map((state) => [60, say(where, state)] as const),
    ...subjects.map((subject) => [70, say(subject, bare)] as const),
    [80, say(name, bare)],
    [100, say('', bare)],
  )
}

/** With the department, the agent's note or the City's closing words; then the bare state. */
function stateForms(words: Words, facts: RequestFacts): readonly string[] {
  const { state, sentTo } = words.phrases
  const bare = state[facts.state]
  if (facts.state === 'filed') {
    const service = words.serviceOf(facts.code)
    return service === null ? [bare] : [sentTo(service.owner?.name ?? service.department), bare]
  }
  const notes = (facts.statusNotes ?? '').trim().replace(/\.+$/u, '')
  if (notes === '' || (facts.state !== 'closed' && facts.state !== 'refused')) return [bare]
  return [notes, cutAtWord(notes, 120), cutAtWord(notes, 48)].map((text) => `${bare}: ${text}`).concat(bare)
}
