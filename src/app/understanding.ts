import { answerFinder } from '../../classifiers/answers/index.ts'
import type { CategoryModel } from '../../classifiers/category/index.ts'
import { categoryClassifier, loadCategoryModel, withPrior } from '../../classifiers/category/index.ts'
import { intentClassifier } from '../../classifiers/intent/index.ts'
import { languageClassifier } from '../../classifiers/language/index.ts'
import type { Gazetteer } from '../../classifiers/location/index.ts'
import {
  completer,
  createGazetteer,
  placesFinder,
  reverseGeocoder,
} from '../../classifiers/location/index.ts'
import { safetyClassifier } from '../../classifiers/safety/index.ts'
import { understand } from '../../classifiers/understand.ts'
import { bostonWords } from '../city/boston/aliases.ts'
import { answers } from '../city/boston/answers/index.ts'
import { places } from '../city/boston/answers/places.ts'
import { unanswered } from '../city/boston/answers/unanswered.ts'
import { loadGazetteerData } from '../city/boston/gazetteer/index.ts'
import { prior } from '../city/boston/prior.ts'
import { toldTogether } from '../city/boston/told-together.ts'
import type { PlaceSuggestion } from '../core/ports.ts'
import type { Hints, Place, Understanding } from '../core/understanding.ts'

let read: BostonData | null = null
let imported = false
type BostonData = ReturnType<typeof loadGazetteerData>
/** Other streets than the built-in ones, or null for those. What was loaded of the ones before is dropped. */
export function useGazetteer(data: BostonData | null): void {
  if (data === null && !imported) return
  imported = data !== null
  read = data
  loaded = null
  classifiers = null
  complete = null
}
/** The files of the gazetteer, read at the first call. */
export function bostonData(): BostonData {
  read ??= loadGazetteerData()
  return read
}

let loaded: Gazetteer | null = null
/** Boston's places. Loaded at the first call (about 100 ms and some tens of megabytes), once per process. */
export function bostonGazetteer(): Gazetteer {
  loaded ??= createGazetteer(bostonData(), bostonWords)
  return loaded
}

let promoted: CategoryModel | null = null
/** Another category model than the built-in one, or null for that. What was loaded with the one before is dropped. */
export function useCategoryModel(model: CategoryModel | null): void {
  if (model === promoted) return
  promoted = model
  classifiers = null
}

type Understand = (text: string, hints: Hints) => Understanding

let classifiers: Understand | null = null
/** All classifiers together, on Boston's catalogue and places. Loads the models at the first call, once per process. */
export function understandBoston(): Understand {
  classifiers ??= loadClassifiers()
  return classifiers
}

/** Two thousand ways to ask take a tenth of a second to index, and many a process never hears a question. */
function atFirstQuestion(make: () => ReturnType<typeof answerFinder>): ReturnType<typeof answerFinder> {
  let made: ReturnType<typeof answerFinder> | null = null
  return (text, hints) => {
    made ??= make()
    return made(text, hints)
  }
}

function loadClassifiers(): Understand {
  const gazetteer = bostonGazetteer()
  return understand({
    language: languageClassifier(),
    safety: safetyClassifier(),
    intent: intentClassifier(),
    category: withPrior(categoryClassifier(promoted ?? loadCategoryModel()), prior),
    answer: atFirstQuestion(() => answerFinder(answers, unanswered, places)),
    findPlaces: placesFinder(gazetteer),
    toldTogether,
  })
}

let complete: ReturnType<typeof completer> | null = null
/** How many endings of an unfinished name are looked up. */
const endings = 6

/** Places by what an agent types, finished or not; best first, each once. */
export function bostonPlaces(typed: string): readonly PlaceSuggestion[] {
  complete ??= completer(bostonData())
  const find = placesFinder(bostonGazetteer())
  const found = [typed, ...complete(typed, endings)].flatMap((text) => find(text, { expecting: 'location' }))
  const all = found.flatMap(({ value, confidence, alternatives }) => [
    ...(value === null ? [] : [{ place: value, confidence }]),
    ...alternatives.map((a) => ({ place: a.value, confidence: a.confidence })),
  ])
  const seen = new Set<string>()
  const once = all.filter(({ place }) => {
    const label = `${place.address} ${place.neighborhood}`
    if (seen.has(label)) return false
    seen.add(label)
    return true
  })
  // What begins as it was typed comes before what only sounds like it.
  const begun = typed.trim().toLowerCase()
  const asTyped = ({ place }: PlaceSuggestion): boolean => place.address.toLowerCase().startsWith(begun)
  return [...once.filter(asTyped), ...once.filter((one) => !asTyped(one))]
}

/** What is at a point; null outside the city. */
export const bostonPlaceAt = (lat: number, lon: number): Place | null =>
  reverseGeocoder(bostonGazetteer())({ lat, lon })
