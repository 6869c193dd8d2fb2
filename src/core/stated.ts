/**
 * What a form's fields say, put in the place of what its words were read as.
 * @module
 */
import type { InboundMessage } from './request.ts'
import type { Hints, LocationSuggestion, Problem, Understanding } from './understanding.ts'

/**
 * The understanding with the fields of `message` in it; unchanged where it has none. A service makes the text one
 * problem. A pin says where better than words do, words in the field for the place better than those of the text.
 * Pure, where `understand` is.
 */
export function withStated(
  message: InboundMessage,
  read: Understanding,
  hints: Hints,
  understand: (text: string, hints: Hints) => Understanding,
): Understanding {
  const { stated, point, text } = message
  const [first] = read.problems
  if (stated === undefined || first === undefined) return read
  const place = placeOf(understand, hints, point === null ? stated.address : null, point !== null)
  const { service_code: code } = stated
  const named = place ?? first.location
  if (code === null) return { ...read, problems: [{ ...first, location: named }, ...read.problems.slice(1)] }
  const known = place ?? read.problems.map(({ location }) => location).find(says) ?? first.location
  const whole: Problem = {
    span: [0, text.length],
    category: { value: code, confidence: 1, alternatives: [], evidence: [] },
    location: known,
  }
  return { ...read, problems: [whole] }
}

const says = ({ value, alternatives, outside }: LocationSuggestion): boolean =>
  value !== null || alternatives.length > 0 || outside !== null

/** The place of the pin or of the field; null where neither says one. Spans would be of another text. */
function placeOf(
  understand: (text: string, hints: Hints) => Understanding,
  hints: Hints,
  address: string | null,
  isPinned: boolean,
): LocationSuggestion | null {
  if (!isPinned && (address === null || address.trim() === '')) return null
  const { point: _, ...others } = hints
  const read = isPinned
    ? understand('', hints)
    : understand(address ?? '', { ...others, expecting: 'location' })
  const location = read.problems[0]?.location
  return location !== undefined && says(location) ? { ...location, evidence: [] } : null
}
