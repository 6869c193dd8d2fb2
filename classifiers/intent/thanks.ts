/**
 * Thanks and nothing else.
 * @module
 */
import { fold } from '../language/fold.ts'
import { has, pattern } from '../language/pattern.ts'

const word =
  '(?:thanks?|thank (?:you|u|ya)|thank youu+|thankyou|thanku|thx+|thnx|thanx|tnx|tysm|ty|tyvm|cheers|much appreciated|(?:i |we |really |greatly )*appreciate (?:it|you|this|that|your help|the help)|appreciated|bless you|god bless(?: you)?|many thanks|(?:muchas |mil |muchisimas )?gracias|se lo agradezco|se agradece|dios (?:lo|la|los|te|le) bendiga|(?:muito )?obrigad[oa]s?|valeu|agradecid[oa]|brigad[oa]|merci(?: beaucoup| bien| infiniment)?|mesi(?: anpil)?|obrigad[oau](?: txeu| tcheu)?|brigadu|(?:xin )?ca?[mḿ] on(?: (?:ban|anh|chi|nhieu|rat nhieu|quy vi|em|ong|ba|a))*|cam on|(?:aad (?:baad )?u )?mahadsan(?: ?tahay| tihiin)|mahadsanid?|mahad(?:sanid|santahay| sanid| celin)?|waad mahadsan ?(?:tahay|tihiin)?|спасибо(?: большое| огромное| вам| вам большое)?|большое спасибо|огромное спасибо|благодарю(?: вас)?|спс)'
const filler =
  "(?:so much|very much|a lot|a bunch|alot|again|all|everyone|everybody|guys|you guys|folks|311|boston|city of boston|boston 311|bos 311|sir|maam|ma'am|friend|man|team|dear|in advance|for (?:your|the|all your|all the) (?:help|service|quick response|response|time|assistance|work|hard work|reply|info|information|update|fast response|prompt response|quick service|support|great work|great service|attention|concern|good work|quick reply|effort|efforts)|for (?:helping|everything|letting me know|fixing (?:it|this|that)|the heads up|getting back(?: to me)?|being (?:so )?(?:quick|fast|helpful)|all you do|responding(?: so (?:fast|quickly))?|taking care of (?:it|this|that)|coming(?: out)?(?: so (?:fast|quickly))?|that|this|it)|that was (?:fast|quick)|(?:great|good|nice|awesome|amazing) (?:job|work)|you(?: guys)?(?: are| re|.re)? (?:the )?(?:best|awesome|great|amazing)|have a (?:good|great|nice|wonderful) (?:day|one|night|weekend|evening)|ok(?:ay)?|k|great|perfect|awesome|cool|nice|good|wonderful|excellent|wow|yay|hi|hello|por todo|por su ayuda|por la ayuda|por tu ayuda|por ayudar(?:me)?|igualmente|pela ajuda|por tudo|pela atencao|pour (?:votre|ton) aide|pour tout|pou ed (?:ou|la|nou)?|pou tout bagay|pa tudu|pa djuda|nhieu|rat nhieu|za помощь|за помощь|за все|за быстрый ответ|hola|ok gracias|bueno|perfecto|muy amable|excelente|bye|goodbye|bonjou|bonne journee|bon journee|bon jounen|tenha um bom dia|buen dia|que tenga buen dia)"
const only = new RegExp(
  `^[^\\p{L}]*(?:${filler}[^\\p{L}]{1,8}){0,8}${word}(?:[^\\p{L}]{1,8}(?:${word}|${filler})){0,8}[^\\p{L}]*$`,
  'u',
)
const joined =
  /^[\s\p{P}]*(?:好的?|ok|太好了|非常|太|真的?)?[，,\s]*(?:谢谢|謝謝|多谢|多謝|感谢|感謝|唔該|唔该|谢了|謝了)(?:你|您|你们|您們|你們|大家|晒|您的帮助|你的帮助|你的幫助|您的幫助|帮忙|啦|了|啊|哦)*[\s\p{P}]*(?:谢谢|謝謝|多谢|多謝)?[\s\p{P}]*$/u
const arabic =
  /^[\s\p{P}]*(?:شكرا|شكراً|مشكور|مشكوره|مشكورين|اشكركم|اشكرك|تسلم|يعطيك العافيه|جزاك الله خيرا|الف شكر)(?:\s+(?:لك|لكم|جزيلا|كثيرا|على المساعده|على مساعدتكم|على كل شيء|جدا))*[\s\p{P}]*$/u
const hands = /^(?:\s|🙏|❤|\ufe0f|💕|😊|🙂|👏|🏻|🏼|🏽|🏾|🏿)*$/u
const thankfulHands = /🙏|❤|💕|👏/u
const forThing = pattern([
  '(?:thanks|thank you|thx|ty)(?: so much| very much| a lot| guys| everyone| 311| boston)? for (?:fixing|cleaning|repairing|removing|picking|filling|taking|getting|replacing|plowing|clearing|trimming|painting|sending|the quick|the fast|a job) [^.?!]{0,70}',
])
const goesOn =
  /\b(?:but|however|still|can you|could you|please|also|now|though|another|when|why|nothing)\b|\?/

/** Whether a text thanks and does nothing else: `thanks so much!`, `Mèsi anpil`, `谢谢`, `thank you for fixing the light`. */
export function isThanks(text: string): boolean {
  if (text.length > 160) return false
  const folded = fold(text).text.trim()
  if (folded === '') return false
  if (
    only.test(folded) ||
    joined.test(folded) ||
    arabic.test(folded) ||
    (hands.test(text) && thankfulHands.test(text))
  )
    return true
  return (
    folded.length < 110 &&
    !goesOn.test(folded) &&
    /^\W*(?:thank|thx|ty\b)/.test(folded) &&
    has(forThing, folded)
  )
}
