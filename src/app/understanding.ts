import { categoryClassifier, loadCategoryModel, withPrior } from '../../classifiers/category/index.ts'
import { intentClassifier } from '../../classifiers/intent/index.ts'
import { languageClassifier } from '../../classifiers/language/index.ts'
import type { Gazetteer } from '../../classifiers/location/index.ts'
import { createGazetteer, placesFinder } from '../../classifiers/location/index.ts'
import { safetyClassifier } from '../../classifiers/safety/index.ts'
import { understand } from '../../classifiers/understand.ts'
import { bostonWords } from '../city/boston/aliases.ts'
import { loadGazetteerData } from '../city/boston/gazetteer/index.ts'
import { prior } from '../city/boston/prior.ts'
import type { Hints, Understanding } from '../core/understanding.ts'

/** Boston's places, loaded. About 100 ms and some tens of megabytes; one per process. */
export const bostonGazetteer = (): Gazetteer => createGazetteer(loadGazetteerData(), bostonWords)

/** All classifiers together, on Boston's catalogue and places. Loads the models: one per process. */
export function understandBoston(): (text: string, hints: Hints) => Understanding {
  const gazetteer = bostonGazetteer()
  return understand({
    language: languageClassifier(),
    safety: safetyClassifier(),
    intent: intentClassifier(),
    category: withPrior(categoryClassifier(loadCategoryModel()), prior),
    findPlaces: placesFinder(gazetteer),
  })
}

/** Places that a text names, best first: for what an agent types. */
export const bostonPlaces = (): ReturnType<typeof placesFinder> => placesFinder(bostonGazetteer())
