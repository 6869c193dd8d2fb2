/**
 * Gas, carbon monoxide, spills and missing children, in English: danger although it began yesterday.
 * @module
 */
import { near } from '../../language/pattern.ts'
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
  ...near(
    'gas|propane|methane',
    'smell\\w*|smelt|odou?rs?|reek\\w*|stink\\w*|stench|whiffs?|fumes|leak\\w*|hiss\\w*|vent(?:ing|s)|escap\\w+|seep\\w*|rotten egg|coming (?:out|up|from|through)|pouring|full of|fill(?:ed|ing|s)|overwhelming|ruptur\\w+|gassy|nauseous|line (?:hit|cut|broke\\w*|struck)|pipe (?:broke\\w*|burst|cut|hit|cracked)',
  ),
  ...near(
    '(?:furnace|boiler|generator|heater|car|engine|chimney) (?:fumes|exhaust)|carbon monoxide|monoxide|co ?2? (?:alarm|detector|sensor|monitor|meter)|(?:alarm|detector|monitor) (?:says|reads|shows|for) co',
    'alarms?|beep\\w*|going off|went off|sound\\w*|blar\\w*|scream\\w*|headaches?|dizzy|sick|sleepy|nause\\w*|throwing up|vomit\\w*|faint\\w*|filling|in (?:the|my|our) (?:house|apartment|basement|home|building)|going crazy|leaking|levels?|high',
  ),
  'smells? (?:really )?gassy',
  ...near(
    '(?:my|our|her|his) (?:\\w+ )?(?:\\w+ )?(?:child|children|kids?|boy|girl|baby|toddler|son|daughter|grandson|granddaughter|nephew|niece|brother|sister|grandmother|grandma|grandfather|grandpa|mother|mom|father|dad|husband|wife)|(?:little|small|young) (?:boy|girl|kid|child)|(?:\\w+|\\d+) ?(?:year|yr|month)s?[ -]?olds?|toddler|infant',
    'missing|gone missing|disappear\\w*|vanish\\w*|wander(?:ed|ing)|never (?:got (?:off|home|to|back)|came (?:home|back)|arrived|showed up)|didn.?t (?:come home|get off|show up|make it home)|hasn.?t (?:come home|come back|been seen|returned)|no one has seen|nobody has seen|can.?t be found|is lost|got lost|snatched|(?:took|taken|grabbed) (?:from|by a (?:man|stranger|woman))|ran away|unaccounted|no (?:parents?|adults?) (?:around|in sight|near\\w*|with)|all alone|by (?:him|her)self (?:on|in|at|near|crying|walking)|crying by (?:him|her)self',
    30,
  ),
  '(?:someone|somebody|a (?:man|woman|stranger|guy)|they|he|she|my ex) (?:just )?(?:took|grabbed|snatched|kidnapped|stole|has taken) (?:my|our|a|her|his) (?:child|kids?|son|daughter|baby|boy|girl|toddler|niece|nephew|grandson|granddaughter)',
  ...near(
    'baby|infant|toddler|child|kids?|(?:\\w+|\\d+) ?(?:year|month)s?[ -]?old',
    '(?:locked|left|alone|stuck|trapped|sitting|asleep) (?:alone )?(?:in|inside) (?:a|the|this|that|my|somebody.?s|someone.?s) (?:hot |parked |locked )*(?:car|van|suv|truck|vehicle)|windows? (?:are )?(?:up|closed|rolled up)',
  ),
  ...near(
    '(?:year|yr)s? ?-?olds?|toddler|(?:my|our) (?:\\w+ )?(?:son|daughter|kid|child|boy|girl|baby|nephew|niece|grandson|granddaughter)|little (?:boy|girl)',
    '(?:can.?t|cannot|couldn.?t|unable to) (?:find|locate|see) (?:him|her|them)|last seen|lost sight of|never made it|not (?:in|at) (?:school|his|her|the)|got separated|separated from|slipped (?:out|away)|gone from|escaped|walked out|is gone|was taken',
    60,
  ),
  '(?:found|have|see|saw|there.?s|theres|seeing) (?:an? |this )?(?:\\w+ )?(?:lost|little|small|young|tiny) (?:\\w+ )?(?:girl|boy|kid|child|toddler)(?: \\w+)? (?:alone|by (?:him|her)self|crying|wandering|walking|lost|with no|without)|(?:girl|boy|child|kid|toddler) (?:\\w+ )?(?:doesn.?t|does not|can.?t) (?:know|tell|say) (?:his|her|where|me)',
  '(?:left|abandoned|dumped|found) (?:an? |their |her |this )?(?:newborn|infant|baby|toddler)(?= (?:at|in|on|by|outside|behind|here|alone|next))',
  ...near('gas', 'headaches?|dizzy|nauseous|sick|faint\\w*|all morning|all night|everywhere in|pilot', 60),
  ...near(
    'fumes|stove|furnace|boiler|carbon|generator|co (?:alarm|detector)s?|carbon alarm',
    'light ?-?headed|nauseous|nausea|dizzy|woozy|faint\\w*|passing out|throwing up|vomiting|can.?t (?:shut|turn) (?:it|the \\w+) off|going nuts|headaches?',
    60,
  ),
  ...near(
    '(?:she|he)(?:.?s| is) (?:only )?(?:\\d|1[0-5]|\\w+ years old)|little (?:boy|girl)|(?:my|our) (?:son|daughter|kid|child|niece|nephew|grandson|granddaughter|little \\w+)',
    'isn.?t answering|not answering|wrong (?:stop|bus|train)|never (?:arrived|showed|came)|can.?t reach|lost (?:on|at|in)|got (?:lost|off)|no idea where|hasn.?t (?:shown|arrived|called|come)',
    60,
  ),
  ...near(
    'baby|stroller|infant|toddler|(?:small|young|little) (?:child|kid|boy|girl)',
    'no (?:adults?|parents?|mom|mother|one|grown ?-?ups?) (?:in sight|around|with|nearby|near)|unattended|all alone|abandoned',
    45,
  ),
]
