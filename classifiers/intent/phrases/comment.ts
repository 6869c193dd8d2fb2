/**
 * Praise or blame of a program, a service or a person who works for the city. Syntax: language/pattern.ts.
 * @module
 */
import { pattern } from '../../language/pattern.ts'

/** Praise or blame of a program, a service or a person who works for the city. */
export const comment = pattern([
  '(?:great|good|excellent|amazing|awesome|nice|fantastic|terrific|wonderful|outstanding|fabulous|super|bad|terrible|horrible|awful|poor|lousy|incredible) (?:job|work|service|program|app|idea|team|crew|people|staff|customer service|response|experience|employees?|workers?)',
  '(?:love|loving|like|enjoy|hate|appreciate|loved) (?:the|your|this|that|what|how|our) (?:new |city.?s? |311 |recent )?(?:park|bike|app|program|service|mural|library|playground|design|idea|changes?|work|you|decorations|flowers|tree|staff|job|bus|team|city|plan|event|festival|pool|initiative|bikes|lanes?|protected|free|mayor)',
  '(?:shout ?out|kudos|props|bravo|congrat\\w*|hats off|well done|two thumbs|thumbs up|keep up the)',
  '(?:you guys|you|they|crew|staff|worker|workers|driver|employee|inspector|operator|agent|officer|team|city|lady|man|guy) (?:was|were|are|is|did|do|did an?|always|all) (?:so |very |really |extremely |super |the |a |an |incredibly |just )*(?:rude|helpful|kind|nice|polite|professional|great|amazing|awesome|best|useless|terrible|awful|disrespectful|unprofessional|lazy|friendly|fast|incompetent|joke|worst|wonderful|excellent|fantastic|courteous|good job|great job|dismissive|condescending|patient)',
  '(?:driver|drivers|worker|workers|employee|employees|operator|inspector|officer|clerk|agent|crew|staff|person|lady|guy) ~ (?:rude|yelled|yelling|swore|swearing|cursed|hung up|disrespectful|unprofessional|attitude|helpful|polite|kind)',
  '(?:was|were|is|are|been) (?:so|very|really|extremely|super) (?:kind|helpful|nice|polite|professional|friendly|patient|courteous|understanding|rude)',
  '(?:ashamed|shame on)',
  'rude|disrespectful|unprofessional',
  '(?:waste of|wasting) (?:\\w+ )?(?:\\w+ )?(?:money|time|tax\\w*|resources|funds)',
  '(?:tax dollars|taxpayer|taxpayers|city council|mayor|this administration|city hall) (?:\\w+ )?(?:\\w+ )?(?:should|is|are|needs|needs to|does|doesn.?t|must|can.?t|wasted|at work|deserves?|has)',
  '(?:this|the|your) (?:app|service|system|bot|program|website|site|city|new design|311) (?:is|sucks|stinks|works|rocks|needs|has been|was) ?(?:so |very |really |a |the |an )*(?:great|terrible|awful|useless|joke|amazing|awesome|bad|good|horrible|best|worst|helpful|easy|confusing|broken system|slow|well|wonderful|fantastic|garbage app|pathetic)?',
  '(?:i|we) (?:really |just )?(?:support|oppose|disagree|agree with|recommend|vote)',
  '^(?:i|we) (?:really |just )?(?:think|believe|feel|suggest)',
  '(?:happy|pleased|impressed|satisfied|disappointed|frustrated|grateful|thankful|unhappy|fed up) (?:with|by|about|for|to see|at|that)',
  '(?:made|make|makes) my (?:day|week)',
  '(?:compliment|commend|complain about|complaint about|complaint against|praise|feedback|suggestion)(?: \\w+)? ?(?:an? |the |your )?(?:employee|driver|worker|staff|program|officer|inspector|service)?',
  'you (?:guys )?rock',
  '(?:excelente|buen|gran|mal|pesimo) (?:trabajo|servicio|programa)|felicit\\w+|me (?:encanta|gusta) (?:el|la|su|este)|(?:empleado|chofer|trabajador) (?:fue|era|muy) (?:\\w+ )?(?:grosero|amable|rudo)',
  '(?:otimo|excelente|bom|pessimo) (?:trabalho|servico)|parabens|adorei|(?:funcionario|motorista) (?:foi|muito) (?:\\w+ )?(?:rude|grosso|gentil|educado)',
  '(?:excellent|bon|beau|mauvais) (?:travail|service)|bravo|felicitations|j.adore (?:le|la|votre)|(?:employe|chauffeur) (?:etait|a ete|tres) (?:\\w+ )?(?:impoli|gentil)',
  '(?:bon|bel|move) (?:travay|sevis)|felisitasyon|nou fe bon travay',
  '(?:bon|gandi) trabadju|parabens',
  '(?:lam )?(?:tot lam|gioi qua|tuyet voi)|dich vu (?:tot|te|tuyet)',
  'shaqo (?:fiican|wanaagsan)',
  '(?:отличная|хорошая|прекрасная|плохая|ужасная) (?:работа|служба)|молодцы|отлично сработали|грубил[а-я]*|хамил[а-я]*',
  '(?:عمل|خدمه) (?:رائع|رائعه|ممتاز|ممتازه|سيئ|سيئه|جيد|جيده)|احسنتم|شغل ممتاز',
  '(?:做得|干得|幹得)(?:很|非常|真)?(?:好|棒)|(?:服务|服務)(?:很|非常|太|真)?(?:好|差|棒)|态度(?:很|太)?(?:差|好)|態度(?:很|太)?(?:差|好)|点赞|點讚',
  '(?:love|loving|hate|hating) (?:it|this)(?= |[.,!]|$)(?! (?:if|when|to))|so (?:easy|convenient|simple)(?: to use)?|out of touch|whoever (?:decided|designed|thought|timed|planned|came up)|(?:thanks|thank you|kudos) to (?:whoever|the crew|everyone|the guys)',
])
