import type { RequestFacts } from '../../../core/reply.ts'
import type { RequestId } from '../../../core/request.ts'
import { cutAtWord, droppable, kept, type Part, part } from './compose.ts'
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
function line(words: Words, facts: RequestFacts, states = stateForms(words, facts)): Part {
  const { stop, between, isolate } = words.phrases
  const say = (subject: string, state: string) => `\n${subject}${isolate(facts.reference)}: ${state}${stop}`
  const subjects = subjectForms(words, facts.code, facts.place).map((subject) => `${subject}, `)
  const [where = '', name = where] = [subjects[0], subjects.at(-1)]
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

/**
 * Several changes in one reply, a line each in the order they came: where the request stands with the City's words on
 * it, or an agent's own words to the resident. Every number is in it.
 */
export function updates(
  words: Words,
  items: readonly { readonly requestId: RequestId; readonly note: string | null }[],
  facts: ReadonlyMap<RequestId, RequestFacts>,
): readonly Part[] {
  const known = items.flatMap(({ requestId, note }) => {
    const each = facts.get(requestId)
    return each === undefined ? [] : [{ each, note }]
  })
  if (known.length === 0) return [kept(90, ...words.phrases.statusNone)]
  return [
    droppable(65, words.phrases.updates),
    ...known.map(({ each, note }) =>
      note === null ? line(words, each, changeForms(words, each)) : noteLine(words, each, note),
    ),
  ]
}

/** The state, with the City's last words on it whatever it is. */
function changeForms(words: Words, facts: RequestFacts): readonly string[] {
  const { isolate, state } = words.phrases
  const bare = state[facts.state]
  const notes = tidy(facts.statusNotes ?? '')
  return notes === ''
    ? stateForms(words, facts)
    : [...cut(notes).map((text) => `${bare}: ${isolate(text)}`), bare]
}

/** "BOS-…: A person at 311 answers: …", the number first, so that it is never cut. */
function noteLine(words: Words, facts: RequestFacts, note: string): Part {
  const { stop, answers, between, isolate } = words.phrases
  const forms = cut(tidy(note)).map(
    (text) => `\n${isolate(facts.reference)}: ${answers}${between}${isolate(text)}${stop}`,
  )
  const short = `\n${isolate(facts.reference)}: ${isolate(cutAtWord(tidy(note), 24))}`
  return part(...forms.map((text, form) => [75 - form, text] as const), [100, short])
}

const tidy = (notes: string): string => notes.replace(/\s+/gu, ' ').trim().replace(/\.+$/u, '')
const cut = (text: string): readonly string[] => [
  ...new Set([text, cutAtWord(text, 120), cutAtWord(text, 48)]),
]

/** With the department, the agent's note or the City's closing words; then the bare state. */
function stateForms(words: Words, facts: RequestFacts): readonly string[] {
  const { state, sentTo, isolate } = words.phrases
  const bare = state[facts.state]
  if (facts.state === 'filed') {
    const service = words.serviceOf(facts.code)
    return service === null ? [bare] : [sentTo(service.owner?.name ?? service.department), bare]
  }
  const notes = tidy(facts.statusNotes ?? '')
  if (notes === '' || (facts.state !== 'closed' && facts.state !== 'refused')) return [bare]
  return [...cut(notes).map((text) => `${bare}: ${isolate(text)}`), bare]
}
