import type { ReviewRow } from '../core/ports.ts'

export interface Suggested {
  readonly code: string
  /** 0…1; null where a person said it. */
  readonly confidence: number | null
}

/** Below, a service that nobody settled is a guess: an agent chooses it, and never only fails to object. */
const surely = 0.4

/** Whether the request's own service may be taken as it is. */
export const isSettled = ({ request: { service_code, category } }: ReviewRow): boolean =>
  service_code !== null && (category?.confidence == null || category.confidence >= surely)

/** Less is no suggestion but noise. */
const least = 0.05

/** Services for a review: the one that it has, then what the classifier had in mind, likeliest first; each once. */
export function suggestedFor({ request }: ReviewRow): readonly Suggested[] {
  // Nobody in a crisis wants a service.
  if (request.safety === 'crisis') return []
  const { service_code: code, category } = request
  const others = (category?.alternatives ?? [])
    .filter(({ value, confidence }) => value !== code && confidence >= least)
    .map(({ value, confidence }) => ({ code: value, confidence }))
  const all = [...(code === null ? [] : [{ code, confidence: category?.confidence ?? null }]), ...others]
  return all.filter((one, n) => all.findIndex((other) => other.code === one.code) === n)
}
