/**
 * Things that several words say together and that n-grams miss ("7 of the lights on our block"). Each is one
 * more feature for the model to weigh, never a rule that overrides it.
 * @module
 */

/** `name` becomes the feature; `pattern` is matched over the lower-cased text. */
export interface Phrase {
  readonly name: string
  readonly pattern: RegExp
}

const light = `(?:street ?|lamp ?)?(?:lights?|lamps?|streetlights?|lampposts?)`
const out = `(?:out|off|dark|dead|not working|aren'?t working|not on|down)`
const park = `(?:park|playground|common|garden|ball ?field|greenway)`
const near = String.raw`[^.!?\n]{0,60}`
const can = `(?:cans?|barrels?|bins?|baskets?|receptacles?)`
const thing = `(?:cones?|barrels?|chairs?|buckets?|crates?|trash cans?|ironing boards?|milk crates?|tables?|bins?)`

export const phrases: readonly Phrase[] = [
  {
    name: 'many-lights',
    pattern: new RegExp(
      String.raw`\b(?:[5-9]|[1-9]\d|five|six|seven|eight|nine|ten|dozen|several|multiple|all|every|row of|string of|whole (?:street|block))\b${near}\b${light}\b|\b${light}\b${near}\b(?:whole|entire) (?:street|block|neighborhood|square)\b|\b(?:whole|entire) (?:street|block|neighborhood) (?:is )?(?:dark|pitch black)`,
      'u',
    ),
  },
  { name: 'light-out', pattern: new RegExp(String.raw`\b${light}\b${near}\b${out}\b`, 'u') },
  {
    name: 'light-in-park',
    pattern: new RegExp(String.raw`\b${light}\b${near}\b${park}\b|\b${park}\b${near}\b${light}\b`, 'u'),
  },
  {
    name: 'tree-in-park',
    pattern: new RegExp(
      String.raw`\b(?:trees?|branch(?:es)?|limbs?)\b${near}\b${park}\b|\b${park}\b${near}\b(?:trees?|branch(?:es)?|limbs?)\b`,
      'u',
    ),
  },
  {
    name: 'dead-tree',
    pattern:
      /\b(?:dead|dying|rotten|rotting|diseased) (?:\w+ )?trees?\b|\btrees? (?:is|are|looks?|appears?) (?:\w+ )?(?:dead|dying|rotten)\b|\bstumps?\b/u,
  },
  {
    name: 'fallen-tree',
    pattern:
      /\b(?:trees?|branch(?:es)?|limbs?)\b[^.!?\n]{0,30}\b(?:fell|fallen|down|came down|blocking|on (?:a|my|the) (?:car|house|wire|road|street))\b|\b(?:downed|fallen|uprooted) (?:\w+ )?(?:trees?|branch(?:es)?|limbs?)\b/u,
  },
  {
    name: 'prune',
    pattern:
      /\b(?:trim|prun|overhang|low branch|cut back|low.?hanging|block\w* (?:the )?(?:sign|light|view))/u,
  },
  {
    name: 'dead-animal',
    pattern:
      /\b(?:dead|roadkill|carcass|decomposing) (?:\w+ )?(?:animal|cat|dog|bird|rat|raccoon|racoon|squirrel|skunk|possum|opossum|rabbit|deer|goose|geese|seagull|gull|pigeon|coyote)s?\b|\broadkill\b|\bcarcass/u,
  },
  {
    name: 'pest-inside',
    pattern:
      /\b(?:mice|mouse|rats?|roach(?:es)?|cockroach(?:es)?)\b[^.!?\n]{0,50}\b(?:my|our|the) (?:apartment|apt|unit|kitchen|house|home|bedroom|walls?)\b/u,
  },
  {
    name: 'after-hours',
    pattern:
      /\b(?:before|after|past|until|at|since|as early as|starts?|starting) \d{1,2}(?::\d\d)? ?(?:a\.?m|p\.?m)\b/u,
  },
  {
    name: 'wants-new',
    pattern:
      /\b(?:needs? (?:a|an|to have|more)|please (?:install|add|put|plant)|requesting (?:a|an|new)|should (?:be|have) (?:a|an)|can we (?:get|have)|install(?:ed|ation)?|we need (?:a|an))\b/u,
  },
  { name: 'plate', pattern: /\b(?:lic(?:ense|ence)?|plate|reg(?:istration)?)\b/u },
  {
    name: 'parked-long',
    pattern:
      /\b(?:hasn'?t|has not|not|never) (?:been )?moved\b|\b(?:for|over|past|last) (?:\w+ ){0,3}(?:weeks?|months?|years?|days)\b/u,
  },
  {
    name: 'not-collected',
    pattern:
      /\b(?:didn'?t|did not|never|wasn'?t|was not|weren'?t|hasn'?t|not been|not|skipped|missed)\b[^.!?\n]{0,25}\b(?:pick(?:ed)?[ -]?up|picked|collected|emptied|taken|come|came|pickup|collection)\b/u,
  },
  {
    name: 'out-early',
    pattern:
      /\b(?:not|isn'?t|wasn'?t|until|before) (?:\w+ ){0,2}(?:trash|garbage|pick ?up|collection) day\b|\b(?:too|days?|hours?) early\b|\bout early\b|\bwrong day\b|\bput (?:\w+ ){0,3}out (?:on|since|days|a day|the wrong)\b/u,
  },
  {
    name: 'corner-can',
    pattern: new RegExp(
      String.raw`\b(?:public|city|street|corner|litter|sidewalk) (?:trash |garbage |litter |waste )?${can}\b|\b${can}\b${near}\b(?:on|at) the corner\b|\bbig ?bell(?:y|ies)\b`,
      'u',
    ),
  },
  {
    name: 'saved-space',
    pattern: new RegExp(
      String.raw`\b(?:sav(?:e|es|ing|ed)|hold(?:s|ing)?|reserv(?:e|es|ing|ed)|claim(?:s|ing|ed)?|keep(?:s|ing)?)\b${near}\b(?:spots?|spaces?|parking)\b|\b${thing}\b${near}\b(?:in|on) (?:a|the|my|our|their|his|her|this|public) (?:\w+ )?(?:parking|spots?|spaces?)\b`,
      'u',
    ),
  },
  {
    name: 'state-owned',
    pattern:
      /\b(?:state|mass ?dot|dcr|mbta)(?:'s)?[ -](?:owned?|land|property|road|highway|park|parkway|beach|pool|rink|path|police)\b|\b(?:belongs to|owned by|run by) the (?:state|mbta|t)\b|\b(?:on|off)[ -]?ramps?\b/u,
  },
  {
    name: 'utility-box',
    pattern:
      /\b(?:electric(?:al)?|utility|cable|phone|telephone|signal|control|verizon|comcast|eversource|national grid) (?:\w+ )?(?:box(?:es)?|cabinets?|poles?)\b/u,
  },
]
