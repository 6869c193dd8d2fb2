import type { RequestFacts } from '../../../core/reply.ts'
import type { RequestId } from '../../../core/request.ts'
import { droppable, kept, type Part, part } from './compose.ts'
import { numberForms, subjectForms, targetForms, type Words } from './words.ts'

/** Sentences about one request, then its number, which is never dropped. `theirs`: worth of the city's own number. */
export const withNumber = (
  words: Words,
  facts: RequestFacts | undefined,
  parts: readonly Part[],
  theirs = 100,
): readonly Part[] => {
  if (facts === undefined) return parts
  const forms = numberForms(words, facts)
  return [...parts, part(...forms.map((form, n) => [forms.length - n > 2 ? theirs : 100, form] as const))]
}

/** Filed: what and where, the number, the target, who handles it, how to correct it. */
export function filed(
  words: Words,
  ids: readonly RequestId[],
  facts: ReadonlyMap<RequestId, RequestFacts>,
): readonly Part[] {
  const p = words.phrases
  const known = ids.flatMap((id) => facts.get(id) ?? [])
  const [first, ...others] = known
  const thanks = droppable(10, p.thanks)
  if (first === undefined) return [thanks, kept(80, p.filed(p.report))]
  const [ask, askShort = ask] = p.ifWrong
  const ifWrong = part([45, ask], [58, askShort], [0, ''])
  if (others.length > 0) {
    return [thanks, kept(70, p.filedMany), ...known.map((each, index) => item(words, each, index)), ifWrong]
  }
  return [
    thanks,
    kept(80, ...subjectForms(words, first.code, first.place).map(p.filed)),
    kept(100, ...numberForms(words, first)),
    target(words, first),
    handler(words, first),
    ifWrong,
  ]
}

/** The day matters more than the count of days. */
function target(words: Words, facts: RequestFacts): Part {
  const [full, day = full] = targetForms(words, facts)
  return full === undefined || day === undefined ? part() : part([50, full], [60, day], [0, ''])
}

/** Who it is handed to, where the City does not own it. */
function handler(words: Words, facts: RequestFacts): Part {
  const owner = words.serviceOf(facts.code)?.owner ?? null
  if (owner === null) return part()
  const { handledBy } = words.phrases
  return part([40, handledBy(owner.name, owner.phone)], [65, handledBy(owner.name, null)], [0, ''])
}

/** "1) Pothole at 45 Elm St: BOS-…. Target: …" on a line of its own; all items grow alike. */
function item(words: Words, facts: RequestFacts, index: number): Part {
  const { stop, between, isolate } = words.phrases
  const start = `\n${index + 1}) `
  const lines = subjectForms(words, facts.code, facts.place).map(
    (subject) => `${start}${subject}: ${isolate(facts.reference)}${stop}`,
  )
  const name = lines.at(-1) ?? ''
  const full = lines[0] ?? name
  return part(
    ...targetForms(words, facts).map((text, form) => [50 + form, `${full}${between}${text}\n`] as const),
    ...lines.slice(0, -1).map((line) => [80, `${line}\n`] as const),
    [90, `${name}\n`],
    [100, `${start}${isolate(facts.reference)}${stop}\n`],
  )
}
