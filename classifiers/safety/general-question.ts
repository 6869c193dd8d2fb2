/**
 * Questions about danger in general, whom to call for a fire and where to get a kit, in which nobody says that there
 * is any: "is a gas smell 911 or 311", but not "is the gas smell in my hallway 911 or 311".
 * @module
 */
import type { Safety } from '../../src/core/understanding.ts'
import { fold } from '../language/fold.ts'

/** How a question opens, in each language; folded letters. */
const opens: readonly RegExp[] = [
  /^(?:hi|hello|hey|ok|so|um|quick question|question|just wondering)?[\s,.:!-]{0,4}(?:where|how|who|whom|what|when|which|is an?|are|does|do i|do we|do you|can i|can we|should i|should we)\b/,
  /^[¿\s]{0,3}(?:hola|oi|ola|bonjour|bonjou)?[\s,.:!¿-]{0,4}(?:donde|como|cuando|quien|a quien|que numero|a que|para un|por un|en caso|onde|quem|pra quem|para quem|quando|qual|ou est|ou puis|comment|qui|quel|quand|ki moun|ki kote|kijan|kile|ki nimewo|kiles|undi|modi|kenha|xagee|sidee|yaa|goorma|halkee|lam sao|o dau|goi ai|ai)(?=[\s,?])/,
  /^[¿\s]{0,3}(?:el|la|un|una|o|a|um|uma|le|les)\s[^.!?]{1,40}(?:311|911)[^.!?]{0,30}\?/,
  /^(?:где|куда|как|кто|кому|когда|какой)(?=[\s,?])/,
  /^(?:اين|وين|كيف|بمن|لمن|متي|متى|من)(?=[\s,؟])/,
  /^(?:在?哪|谁|誰|怎么|怎麼|如何|打给谁|打給誰|什么时候|什麼時候)/,
]

/** Someone, here, now: whoever asks with these may stand in it. */
const present = new RegExp(
  [
    '\\b(?:my|our|me|us|we|he|she|him|her|his|they|them|someone|somebody|here|now|still|just|help|hurry|i smell|i see|i hear|i think|i have|i feel|i took|im|i.m|theres|there is|there.s|hallway|basement|kitchen|apartment|building|house|stove|outside)\\b',
    '(?:^|[\\s,])(?:mi|mis|nuestr[oa]|aqui|ahora|ahorita|alguien|hay|huelo|siento|veo|esta|estoy|meu|minha|nosso|nossa|agora|alguem|tem|sinto|estou|mon|ma|mes|ici|maintenant|il y a|je sens|quelqu.un|(?:kay|lakay|pitit|manman|papa) mwen|isit|kounye a|gen yon|gen moun|nha|nhas|li|gosi|algen|ten|toi|nha toi|o day|bay gio|dang|co nguoi|hadda|halkan|qof|gurigayga)(?=$|[\\s,.?!])',
    '(?:^|\\s)(?:у меня|у нас|мой|моя|здесь|сейчас|тут|кто-то|пахнет)(?=$|[\\s,.?!])',
    'عندي|هنا|الان|بيتي|احد|في حد',
    '我|这里|這裡|现在|現在|有人|他|她',
  ].join('|'),
)

/** A model as doubtful as this does not stand in the way; of a crisis it must see nothing at all. */
const doubts: Readonly<Record<Safety, number>> = { none: 0.45, emergency: 0.5, crisis: 0.05 }
/** Longer texts (UTF-16 units) tell something besides asking. */
const longest = 120

/** Whether `text` only asks about danger; `danger` gives the model's probability that it tells of one, 0…1. */
export function asksInGeneral(text: string, danger: () => number, rules: Safety): boolean {
  if (text.length > longest) return false
  const plain = fold(text).text.trim()
  return opens.some((one) => one.test(plain)) && !present.test(plain) && danger() < doubts[rules]
}
