import { EffectId, RequestId, ReviewId } from '../request.ts'

/** Ids of what one turn makes, from the turn's seed: the same turn taken again makes the same ids. */
export interface TurnIds {
  request(): RequestId
  effect(): EffectId
  review(): ReviewId
}

/** `seed`: 8 to 50 of `[0-9a-z_]`, unique to the turn. */
export function turnIds(seed: string): TurnIds {
  let requests = 0
  let effects = 0
  let reviews = 0
  return {
    request: () => RequestId.parse(`req_${seed}_${requests++}`),
    effect: () => EffectId.parse(`eff_${seed}_${effects++}`),
    review: () => ReviewId.parse(`rev_${seed}_${reviews++}`),
  }
}
