/**
 * Calls for help, in English.
 * @module
 */

export const calls = [
  '(?:call|need|send|dial|get|want|someone call|calling|phone) (?:the )?(?:911|9 1 1|9-1-1)(?! (?:and|but|they|already|said|told|so|or 311|yesterday|last|who|operator))',
  '(?:this is|its|it.s|it is|have|having|is|real|true|life threatening|medical|police|an|big|huge|serious) (?:an |a )?(?:\\w+ )?emergency',
  '^[^a-z]*emergency',
  'emergency[^a-z]*$',
  'emergency (?:at|please|help|need|now|here|we|my|i|situation|on|in|call|someone|there)',
  'send (?:the )?(?:police|cops?|officers?|fire (?:department|dept|truck)|help)(?: (?:now|right|quick|fast|asap|immediately|hurry|please))',
  '(?:need|call|get) (?:the )?(?:police|cops|fire (?:department|dept)|firemen|firefighters) (?:now|right now|right away|asap|immediately|quick|quickly|hurry|fast|here now|urgently)',
  '(?:police|cops|firefighters|help) (?:now|right now|immediately|hurry)',
  '(?:someone|somebody|people|person|man|woman|he|she|they|im|i.m|i am|baby|child|kid|dad|mom|mother|father|friend)(?:.s|s|.re| is| are)? (?:\\w+ )?(?:dying|about to die|going to die|gonna die)',
  'life (?:or|and) death',
  'mayday',
  '(?:please|pls|plz|somebody|someone|anyone|omg|oh my god) (?:\\w+ )?(?:help (?:him|her|them|me now|us now|quick|fast|hurry)|hurry(?! up)|send help (?:now|fast|quick|hurry|immediately))|help help|sos(?= |[.,!]|$)|we need help (?:now|fast|asap|here now)|help now|send help (?:now|fast|quick\\w*|right away|immediately|asap|hurry)',
]
