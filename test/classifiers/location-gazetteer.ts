/** Boston's gazetteer, indexed once for all tests of places. @module */
import { createGazetteer } from '../../classifiers/location/index.ts'
import { bostonWords } from '../../src/city/boston/aliases.ts'
import { loadGazetteerData } from '../../src/city/boston/gazetteer/index.ts'

export const gazetteer = createGazetteer(loadGazetteerData(), bostonWords)
