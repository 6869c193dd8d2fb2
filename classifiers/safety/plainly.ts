/**
 * The plainest words of danger, said here and now by whoever is in it: where the rules raise an alarm on a text with
 * these, no model may take it back.
 * @module
 */
import { fold } from '../language/fold.ts'
import { has, pattern } from '../language/pattern.ts'
import { headAndTail } from './rules.ts'

const plainly = pattern([
  'i (?:want|wanna|am going|m going|need) (?:to )?(?:kill|hurt) myself',
  'i (?:want|wanna) (?:to )?die',
  '(?:going to|gonna) kill myself',
  '(?:i am|i.m|im|i feel|feeling|he is|he.s|she is|she.s) suicidal',
  '(?:i|we) (?:can )?smell gas',
  'gas (?:smell|odor|leak) (?:in|inside|outside|near|by) (?:my|our)',
  '(?:smell of gas|smells like gas) (?:in|inside|outside|near|by) (?:my|our)',
  '(?:there is|there.s|theres) (?:a |an )?gas (?:leak|smell)',
  '(?:is|are|isn.t|isnt|not|stopped) (?:not )?breathing',
  'my (?:house|apartment|building|kitchen) is on fire',
  '^[^a-z]*fire \\d{1,5}[a-z]? [a-z0-9]{1,30}',
  '(?:has|have|with) a (?:gun|knife)',
  'he.s (?:hitting|beating|choking) me',
  '(?:me quiero|quiero) (?:morir|matar)(?:me)?',
  '(?:huele|hay olor) a gas',
  'no (?:puede |puedo )?respira(?:r)?',
  '(?:eu )?quero (?:morrer|me matar)',
  'cheiro (?:forte )?de gás',
  'não (?:está |consegue |consigo )?respira(?:ndo|r)?',
  'je veux (?:mourir|me tuer)',
  '(?:ca|ça) sent le gaz',
  'ne respire (?:plus|pas)',
  'mwen vle (?:mouri|touye tèt mwen)',
  'mwen pran sant gaz',
  'tôi muốn (?:chết|tự tử)',
  'N kre (?:more|mata nha kabesa)',
  'waxaan rabaa inaan (?:dhinto|is dilo)',
  'хочу умереть|покончить с собой|пахнет газом|не дышит',
  'اريد ان اموت|اريد الموت|رائحة غاز|لا يتنفس',
  '我想死|我不想活|想自杀|想自殺|煤气味|煤氣味|没有呼吸|沒有呼吸',
])

/** Whether `text` says it in so many words. */
export const isPlainly = (text: string): boolean => has(plainly, fold(headAndTail(text)).text)
