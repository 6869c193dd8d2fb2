/**
 * English words that say whether a danger is here now, over, or only feared.
 * @module
 */

/** Said of something that is over, expected, or only feared. */
export const over = [
  'no (?:injuries|displacements?|one (?:was |is )?(?:hurt|injured))',
  '(?:bfd|bfa|fire (?:dept|department)|boston fire|eversource|national grid|ngrid)(?: is| has| have| was| just)? (?:report\\w*|advis\\w*|respond\\w*|request\\w*|called|confirm\\w*|came|left|repair\\w*|fixed|says|said)',
  'recent (?:\\w+ )?(?:fire|crash|accident|collapse|shooting|stabbing)|repair(?:ing|ed|s)? (?:the |a |of )?(?:the )?gas (?:leak|main|line)',
  '(?:was|were|got|been|is|has been|have been|being|finally|already|now|after|they|had) (?:\\w+ )?(?:fixed|repaired|put out|extinguished|resolved|cleared|handled|taken care of|shut off|turned off|replaced)',
  'false alarm',
  '(?:after|from|since|due to|because of|during|left by|caused by) (?:the|a|an|that|last|our|recent|house|car|their|this) ~ (?:fires?|crash|accident|explosion|shooting|collision|stabbing|fight|collapse|riot|flames|repair|emergency|wreck|murder|robbery)',
  '(?:fire|crash|accident|explosion|collision|shooting|smoke) (?:debris|damaged?|scene|site|victims?|remains|memorial|report|investigation|reports|records?|prone|parts)',
  '(?:debris|glass|damage|damaged|remains|parts|memorial|flowers|pieces|trash|mess|oil|ashes|broken|knocked|leftover|left ?over|bumper) ~ (?:from|after|by|for|in) ~ (?:fires?|crash|accident|explosion|collision|shooting|fire ?works)',
  '(?:debris|glass|parts|damage|bumper|pieces|leftovers?|remains|mess) (?:from|of|after) (?:the|a|an|that|last) (?:\\w+ )?(?:fire|crash|accident|collision|wreck|explosion)',
  '(?:knocked|hit|damaged|bent|broken|taken|knock|destroyed|cracked|snapped) ~ (?:in|by|during|from) (?:a|an|the) (?:\\w+ )?(?:car |vehicle )?(?:accident|crash|collision|fire)',
  'burn(?:ed|t) (?:out|down|up|car|building|house|trash|lot|grass|wood|mattress|dumpster)',
  '(?:history|records?|statistics|number|report|reports|copy|video|footage) (?:of|on|for|about) ~ (?:fires?|crash(?:es)?|accidents?|shootings?|emergency|robbery)',
]
/** Past or recurring: over, unless the text also says that it goes on. */
export const past = [
  'recently|earlier (?:today|this)|overnight|the night before',
  '(?:in|back in|since|last) (?:january|february|march|april|june|july|august|september|october|november|december|the (?:spring|summer|fall|winter))',
  '(?:came|were here|been here|left) already|already (?:came|left|gone)|(?:fixed|repaired|cleaned up|put out) (?:but|already|in|last)',
  '(?:memorial|candles|victim|leftover|tape|soot|ashes|charred|burned out|boarded up|fire damaged)',
  'last (?:night|week|weekend|month|year|summer|winter|fall|spring|season|time|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|thanksgiving|christmas|halloween)',
  'yesterday',
  '(?:days?|weeks?|months?|years?|yrs?|mos?|wks?) (?:ago|earlier|back)',
  'the other (?:day|night|week)',
  'earlier this (?:week|month|year)',
  'a while (?:ago|back)',
  '(?:been|was|were|involved|may be|had been) in an? (?:\\w+ )?(?:\\w+ )?(?:accident|crash)',
  '(?:days?|weeks?|months?) (?:straight|now|in a row)',
  'over the (?:weekend|holidays?|summer|winter)',
  'in (?:19|20)[0-9][0-9]',
  'used to',
  'years? past',
  '(?:this|over the|that) past (?:week|weekend|month|year|summer|winter)',
  'back in',
  'long ago',
  '(?:on|since|this) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
  'previous(?:ly)?',
  'former(?:ly)?',
  'one time',
  'historically',
]
/** Feared, frequent or general: `someone is going to get hurt`, `accidents happen here a lot`. */
export const feared = [
  'unless|concerned (?:that )?(?:they|he|she|someone|it|this|for)|an? (?:\\w+ )?(?:accident|crash|fight|shooting|overdose) (?:a|every|per|each) (?:day|week|month|year)|afraid|scared|worr(?:y|ied)|only a matter of time|one day|some ?day|sooner or later|before (?:a|an|some|any)\\w*|accident waiting',
  '(?:every|each) (?:day|night|week|weekend|month|year|summer|winter|friday|saturday|sunday|fourth|july|morning|evening|time)|all (?:the time|summer|winter|year|season|night long)|constantly|always|daily|nightly|weekly|regularly|often|frequently|for (?:years|months|weeks)',
  '(?:someone|somebody|some ?one|kids?|child|children|person|people|anyone|anybody|pedestrians?|cyclists?|elderly) (?:\\w+ )?(?:\\w+ )?(?:gets?|getting|gey|got to get|be|from getting) (?:\\w+ )?(?:hurt|hit|killed|injured|struck|run over|electrocuted)',
  'from getting (?:hurt|hit|killed|injured)',
  '(?:gunna|gona|gonna) ~ (?:hurt|hit|killed|injured)',
  '(?:going to|gonna|will|could|would|might|may|can|about to get|bound to|likely to|before|until|so|want|dont want|wait(?:ing)? (?:for|to|till|until)|prevent|avoid|risk of|afraid|almost|nearly|close to being|close to|if|potential(?:ly)?|possible|possibly|cause|causing|causes|in case (?:of)?|threat of|hope|someone.?s gonna|chance of|danger of|near|worried|concern(?:ed)?|lead to|result in|fear|wondering|to be|should) ~ (?:hit|hurt|kill(?:ed)?|injur\\w+|accidents?|crash(?:es|ed)?|fires?|collisions?|run over|struck|electrocuted|shocked|die|dead|collaps\\w+|fall(?:ing)?|explo\\w+|rob\\w*|attacked|mugged|drown(?:ed)?|bl(?:ow|own) up|catch(?:es)? fire|emergenc\\w+|trapped|wires? down|down)',
  '(?:accidents?|crash(?:es)?|fires?|collisions?|fights?|shootings?|robber(?:y|ies)|stabbings?|muggings?|overdoses?|ods?) (?:\\w+ )?(?:happen(?:s|ing|ed)?|waiting|are (?:common|frequent)|all the time|every (?:day|week|month|year|night)|here (?:every|all|often|constantly|before)|prone)',
  'waiting to happen',
  '(?:many|several|multiple|numerous|so many|lots of|countless|frequent|constant|number of|daily|weekly|too many|few|couple(?: of)?|past|previous|prior|recurring|repeated|always|regular|\\d+|two|three|four|five) (?:\\w+ )?(?:accidents|crashes|fires|collisions|fights|shootings|robberies|stabbings|muggings|near misses|explosions|emergencies|burglaries|break-?ins|murders|injuries)',
]
/** It goes on: beats every sign of the past. */
export const now = [
  'right now',
  'now',
  'currently',
  'at this moment',
  'still (?:is |are )?(?:burning|on fire|smoking|smoldering|here|down|leaking|sparking|shooting|fighting|there|live|going|bleeding|lying|laying|smell\\w*|trapped|missing)',
  'just (?:happened|now|heard|saw|got|started|fell|crashed|collapsed|hit|broke|exploded)',
  'happening',
  'in progress',
  'hurry',
  'as we speak',
  'please send',
]

/** Beats even a feared one: the harm is there. */
export const certain = [
  'not breathing',
  'bleeding',
  'unconscious',
  'unresponsive',
  'just (?:happened|now|got|fell|crashed|collapsed|hit|exploded)',
  'right now',
  'as we speak',
  'send (?:an )?ambulance',
  'ambulance',
]

/** Asks what to do if, where to get, when the course is. */
export const asked = [
  '(?:id |safety |first aid )?kits? (?:for|to)|hotlines?|resources?|support groups?|volunteer\\w*|lifeguard (?:jobs?|hiring|certification)|fundraiser\\w*|donat\\w+|brochures?|flyers?',
  '(?:what|which|who|whom)[^.?!]{0,40} (?:if|in case|in the future)',
  '(?:what|who|where|how) (?:should|do|would|can|must|to) (?:i|we|you|one|people|residents)? ?(?:\\w+ )?(?:\\w+ )?(?:if|in case|when|about|get|find|apply|sign up|buy|volunteer|prepare)',
  '(?:in case (?:of|i|we|there)|what if|if (?:i|we|you|there|someone|anyone) (?:ever )?(?:\\w+ )?(?:smell|see|hear|is|was|were|had))',
  '(?:where|how|when) (?:is|are|was|does|do|did|can|could|should) ~ (?:class\\w*|training|course|workshop|program|van|walk|vigil|event|meeting|memorial)',
  '(?:class(?:es)?|trainings?|courses?|workshops?|drills?|lessons?|seminars?|exercises?|simulations?|rehears\\w+) (?:for|on|in|about|schedule|dates?|times?|signup|sign up|this|next|at)',
  '(?:training|class|course|lesson|drill|workshop|policy|statistics|stats|movie|film|book|song|novel|podcast|episode|video game|halloween|prop|costume)',
  '(?:free|new|replace\\w*|dead|low|change|spare) (?:\\w+ )?(?:batter(?:y|ies)|detectors?|alarms?)|(?:detectors?|alarms?) batter(?:y|ies)',
]

/** Seen again and again: a place with a problem, not a person in danger, unless it is the resident's own. */
export const recurring = [
  '(?:drug deals?|shootings?|stabbings?|fights?|break-?ins?|robberies|muggings) ~ (?:(?:every|each) (?:day|night|week|weekend|month|year|summer)|all the time)|(?:every|each) (?:day|night|week|weekend|month|year|summer|winter|friday|saturday|sunday|morning|evening|time)|all (?:the time|summer|winter|year|season)|constantly|always|daily|nightly|weekly|monthly|regularly|often|frequently|for (?:years|months|weeks)|(?:this|these) people|over the past (?:few|several|couple) \\w+|multiple (?:fights|overdoses|shootings)',
]
