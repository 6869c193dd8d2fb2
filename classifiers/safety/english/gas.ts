/**
 * Gas, carbon monoxide, spills and missing children, in English: danger although it began yesterday.
 * @module
 */
import { child } from './people.ts'

export const gasAndMissing = [
  'gas (?:is |was |has been )?(?:leaks?|leaking|leakage|leaked|smells?|odou?rs?|fumes?|explosion|main (?:break|broke|broken|hit|leak|rupture[d]?|struck|burst)|line (?:break|broke|broken|hit|leak|rupture[d]?|struck|cut))',
  '(?:smell|smells|smelled|smelling|smelt|odou?r|reek|reeks|stink|stinks|whiff|scent|sniff|smelly) ~ (?:natural )?gas',
  '(?:leak|leaking|leaks|escaping|hissing) (?:natural )?gas',
  '(?:natural|strong|propane) gas',
  'propane (?:leak|smell|odor|tank leak\\w*)',
  '(?:hit|broke|struck|ruptured|cut|damaged|broken|ruptured) (?:a |the )?gas (?:line|main|pipe)',
  'gas (?:coming (?:from|out|up)|in (?:the|my) (?:house|basement|apartment|building|hallway|kitchen|air|home))',
  'gas is (?:on|escaping|hissing)',
  '(?:smell|smells|smelled|smelling|odou?r|stinks)(?: \\w+){0,3} (?:like|of) rotten eggs?',
  'rotten eggs? (?:smell|odou?r)',
  '(?:carbon monoxide|co) (?:alarm|detector|sensor|monitor|leak|poisoning|levels?|reading)s?',
  'carbon monoxide',
  'carbon monoxside',
  'carbon monixide',
  'chemical (?:spill|leak)',
  'hazmat',
  '(?:ammonia|chlorine) (?:leak|spill|gas)',
  'toxic fumes',
  `missing ~ ${child}`,
  `${child} (?:is |has been |has gone |went |goes |are |gone )?(?:missing|disappeared|vanished|abducted|kidnapped)`,
  `lost (?:my|a|our|her|his|their) ~ ${child}`,
  `(?:lost|missing) ${child}`,
  `(?:cant|can't|cannot|can not|could not|couldnt|couldn't|unable to) (?:find|locate) (?:my|our|her|his|a|the|their) ~ ${child}`,
  `${child} (?:is |got |just )?lost`,
  'amber alert',
  'missing persons?',
  `(?:my|our|an?) ~ (?:mother|mom|father|dad|grandmother|grandma|grandfather|grandpa|husband|wife|parent|uncle|aunt|brother|sister) ~ (?:is missing|went missing|has gone missing|wandered off|wandered away|got lost|is lost)`,
  `${child} ~ (?:locked|left|alone|trapped|stuck) (?:in|inside) (?:a|the|my|this|hot|parked)? ?(?:hot |parked )?(?:car|vehicle|van|truck|suv)`,
  'kidnap\\w*',
  'abduct\\w*',
  `${child} (?:wandered|ran) (?:off|away)`,
  'taken my (?:child|son|daughter|baby)',
  'lost child',
]
