/**
 * Insults; alone they want nothing of us. Syntax: language/pattern.ts.
 * @module
 */
import { pattern } from '../../language/pattern.ts'

/** Insults; alone they want nothing of us. */
export const abuse = pattern([
  '(?:fuck|fck|fuk|screw) (?:you|u|off|this|the city|all|yall|y.all|311|boston|ur|your|the|em|them|it|that)(?: \\w+){0,3}',
  '(?:you|u|you.re|youre|ur|y.?all|yall|you guys|your|you people|you all|this bot|the city|this city|city|311|all of you|boston) (?:are |is |r |re )?(?:all |so |such |a |an |bunch of |fucking |total |just |really |the )*(?:suck\\w*|idiots?|morons?|useless|stupid|dumb\\w*|assholes?|bitch\\w*|scum|clowns?|trash people|pathetic|losers?|retard\\w*|incompetent|a joke|worthless|garbage people|piece of shit|pieces? of (?:crap|shit|garbage))',
  'go (?:to hell|fuck \\w+|kill yourself|die)',
  '(?:dumb|stupid|fucking|goddamn|useless) (?:ass |fucking )?(?:bot|robot|machine|system|idiots?|city|people|app|morons?|311|asshole)',
  'kiss my ass|eat shit|suck my \\w+|son of a bitch|piece of shit',
  '(?:hijo|hijos) de (?:puta|perra)|vete a la mierda|chinga tu madre|pendejos?|filho da puta|vai se foder|va te faire|connards?|nique ta|kaka|masisi|kolanget manman|dit me may|địt|пошел на|пошли на|идиоты|сука|حمار|اغبياء|傻逼|他妈的|去死|废物|白痴',
])
