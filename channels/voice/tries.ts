/**
 * How often a caller is asked the same: twice more, then the menu where the question is what is wrong, then a person.
 * @module
 */
import type { Call } from './call.ts'

const askedAgain = 2

/** This one in vain, counted, is one too many to ask again in words. */
export const isMenuTime = ({ at, tries }: Call): boolean => at === 'open' && tries >= askedAgain

/** Nothing more to try: a person, or a recorded message. */
export const isTooOften = ({ at, tries }: Call): boolean =>
  at === 'menu' || at === 'languages' ? tries >= 1 : at !== 'open' && at !== 'after' && tries >= askedAgain
