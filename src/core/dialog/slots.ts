import type { Service } from '../catalogue.ts'
import type { Policy } from '../policy.ts'
import type { MessageId, Settled } from '../request.ts'
import type { CategorySlot, LocationSlot } from '../turn.ts'
import type { LocationSuggestion, Place, Suggestion } from '../understanding.ts'

/** How far a slot is: `sure` may be filed, `half` is asked as yes or no, `vague` needs one more fact, `none` is open. */
export type Grade = 'sure' | 'half' | 'vague' | 'none'

export const emptyCategory: CategorySlot = {
  value: null,
  confidence: 0,
  alternatives: [],
  evidence: [],
  messageId: null,
  by: null,
}
export const emptyLocation: LocationSlot = { ...emptyCategory, value: null, alternatives: [], needs: null }

export function categorySlot(suggestion: Suggestion<string | null>, messageId: MessageId): CategorySlot {
  return {
    value: suggestion.value,
    confidence: suggestion.value === null ? 0 : suggestion.confidence,
    alternatives: suggestion.alternatives.map((a) => ({ value: a.value, confidence: a.confidence })),
    evidence: [...suggestion.evidence],
    messageId,
    by: null,
  }
}

export function locationSlot(suggestion: LocationSuggestion, messageId: MessageId): LocationSlot {
  return {
    value: suggestion.value,
    confidence: suggestion.value === null ? 0 : suggestion.confidence,
    alternatives: suggestion.alternatives.map((a) => ({ value: a.value, confidence: a.confidence })),
    evidence: [...suggestion.evidence],
    messageId,
    by: suggestion.value !== null && suggestion.mention === null ? 'photo' : null,
    needs: suggestion.needs,
  }
}

/** A slot that a person settled. */
export const settledBy = <S extends CategorySlot | LocationSlot>(slot: S, by: 'resident'): S => ({
  ...slot,
  by,
})

export function gradeCategory(slot: CategorySlot, policy: Policy): Exclude<Grade, 'vague'> {
  if (slot.value === null) return 'none'
  if (slot.by === 'resident' || slot.confidence >= policy.categoryAccept) return 'sure'
  return slot.confidence >= policy.categoryConfirm ? 'half' : 'none'
}

/** Whether a place is exact enough for the service: a precise one wants an address, corner or point. */
export function exactEnough(place: Place, service: Service | undefined, policy: Policy): boolean {
  if (service?.place === 'area' || service?.place === 'none') return true
  return place.kind !== 'neighborhood' && place.accuracyM <= policy.preciseWithinM
}

/** `service` undefined: not known yet, so the place must do for the strictest. */
export function gradeLocation(slot: LocationSlot, service: Service | undefined, policy: Policy): Grade {
  if (service?.place === 'none') return 'sure'
  const choosable = slot.needs === 'neighborhood' && placeChoices(slot).length >= 2
  if (slot.by !== 'resident' && choosable) return 'vague'
  if (slot.value === null) return 'none'
  if (!exactEnough(slot.value, service, policy)) return 'vague'
  if (slot.by === 'resident' || slot.confidence >= policy.locationAccept) return 'sure'
  return slot.confidence >= policy.locationConfirm ? 'half' : 'none'
}

/** The places a resident could mean: one per neighborhood, best first, at most seven. */
export function placeChoices(slot: LocationSlot): readonly Place[] {
  const all = [...(slot.value ? [slot.value] : []), ...slot.alternatives.map((a) => a.value)]
  const seen = new Set<string>()
  return all
    .filter((p) => {
      const key = p.neighborhood ?? `${p.lat},${p.lon}`
      return seen.has(key) ? false : seen.add(key)
    })
    .slice(0, 7)
}

/** Two readings of the same thing: agreement makes surer, an explicit answer replaces, else the surer one stays. */
export function mergeCategory(old: CategorySlot, next: CategorySlot, explicit: boolean): CategorySlot {
  if (next.value === null) return old
  if (old.value === null || explicit) {
    return next.value === old.value ? agree(old, next) : next
  }
  if (next.value === old.value) return agree(old, next)
  if (old.by === 'resident') return old
  return next.confidence > old.confidence ? next : old
}

const agree = (old: CategorySlot, next: CategorySlot): CategorySlot => ({
  ...next,
  by: old.by ?? next.by,
  confidence: Math.min(0.99, 1 - (1 - old.confidence) * (1 - next.confidence)),
})

export function mergeLocation(old: LocationSlot, next: LocationSlot, explicit: boolean): LocationSlot {
  const says = next.value !== null || next.alternatives.length > 0
  if (!says) return old
  // A whole neighborhood is no better answer than the street we have: what we asked still stands.
  if (next.value?.kind === 'neighborhood' && old.value !== null && old.value.kind !== 'neighborhood')
    return old
  if (explicit || (old.value === null && old.alternatives.length === 0)) return next
  // A place in words beats one read from a photo; two places in words: the surer one stays.
  if (old.by === 'photo' && next.by !== 'photo') return next
  if (next.by === 'photo') return old
  if (old.by === 'resident') return old
  return next.confidence >= old.confidence ? next : old
}

/** The slot as the service request keeps it; `name` turns an alternative into text. */
export function settled<V>(
  slot: {
    readonly value: V | null
    readonly by: 'resident' | 'classifier' | 'photo' | null
    readonly confidence: number
    readonly alternatives: readonly { readonly value: V; readonly confidence: number }[]
    readonly evidence: readonly (readonly [number, number])[]
    readonly messageId: MessageId | null
  },
  name: (value: V) => string,
): Settled | null {
  if (slot.value === null && slot.alternatives.length === 0) return null
  return {
    by: slot.by ?? 'classifier',
    confidence: slot.by === 'resident' ? null : slot.confidence,
    alternatives: slot.alternatives
      .slice(0, 5)
      .map((a) => ({ value: name(a.value), confidence: a.confidence })),
    evidence: slot.evidence.map(([a, b]) => [a, b] as const),
    messageId: slot.messageId,
  }
}
