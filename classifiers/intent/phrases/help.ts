/**
 * Does not know what to do here. Syntax: language/pattern.ts.
 * @module
 */
import { pattern } from '../../language/pattern.ts'

/** Asks for help with us, not with a problem in the city. */
export const help = pattern([
  'help me (?:out|please|with this|understand)|^(?:please |can you |can u |could you )?help(?: me)?(?: please| pls)?$|i need (?:some )?help(?! with (?:a|my|the))',
  'how (?:does|do|to) (?:i )?(?:use )?(?:this|it|the bot|that|this thing|this service|this number)(?: thing)? ?(?:works?|use)?(?= |[?.!]|$)|how (?:does|do) (?:this|it|these)(?: \\w+)? work',
  '(?:dont|don.t|do not) (?:know|understand|get) (?:how|what) (?:this|it|to (?:use|do|say|type)|you|i)(?: \\w+)?',
  'what (?:can|does|do) (?:you|this|this number|the bot|this thing|u)(?: \\w+)? (?:do|help with|offer)|what do i (?:do|say|type|text)(?: \\w+)?|instructions|how to use (?:this|it)|im (?:so )?confused',
  'no (?:entiendo|se|comprendo) (?:como|que) (?:funciona|usar|se usa|hacer)(?: esto)?|(?:me )?(?:pueden|puede|podrian|podria|puedes) ayudar(?:me)?(?: por favor)?$|como funciona(?: esto)?|que (?:puede|pueden|puedes) hacer',
  'nao (?:sei|entendo|entendi) (?:como|o que) (?:isso |isto )?(?:funciona|usar|fazer)|(?:pode|podem|poderia) me ajudar|me ajudem?(?: por favor)?$|como (?:isso |isto )?funciona',
  'ne (?:comprends|sais) pas (?:comment|quoi)|comment (?:ca|cela) (?:marche|fonctionne)|(?:pouvez-vous|peux-tu|pourriez-vous|pouvez vous) m.aider(?: s.il vous plait)?$|aidez-moi',
  'pa (?:konprann|konnen) (?:kijan|ki jan|kisa)|kijan (?:sa|li) (?:mache|fonksyone)|(?:tanpri )?ede m(?: tanpri| souple)?$|eske (?:nou|ou) ka ede m$',
  'khong (?:hieu|biet) (?:cach|lam sao|dung|gi)|(?:xin )?giup (?:toi|em|minh|dum)(?: (?:voi|a|voi a))?$|cach (?:dung|su dung)',
  'ma (?:fahmin|garanayo|aqaan) (?:sida|sidee|waxa)|(?:ma )?i caawin(?: ?kart\\w*)?$|fadlan i caaw\\w*',
  'ka (?:sabe|ta sabe|ta ntende) (?:modi|mo|kuze)|djuda-?m(?: pur favor)?$|(?:bu|nhos) (?:pode|podi) djuda-?m',
  'не (?:понимаю|знаю),? (?:как|что) (?:это|пользоваться|тут|делать)|как это работает|помогите(?: (?:разобраться|мне|пожалуйста))?$',
  '(?:لا|ما|مش|مو) (?:افهم|اعرف|فاهم|عارف) (?:كيف|ازاي|شلون|شو)|(?:ممكن|هل يمكن(?:كم)?) (?:تساعدوني|تساعدني|مساعدتي)$|كيف (?:يعمل|استخدم)',
  '(?:不|唔)(?:知道|知|識|识|会|會|懂)(?:得)?(?:点|點|怎么|怎麼|怎样|怎樣)?(?:样|樣)?(?:用|操作)|(?:能|可以|可唔可以|请|請)(?:不能)?(?:帮|幫)(?:我|下我|忙|帮我|幫我)(?:吗|嗎|一下|下)?$|(?:怎么|怎麼|点|點)用',
])

/** Says that we reached someone else, or was reached by mistake. */
export const wrongNumber = pattern([
  '(?:you (?:have|got|ve got|ve|reached)|u (?:have|got)|its|it.s|this is|thats|sorry|oops|omg)? ?(?:the |a )?wrong (?:number|person|guy|phone)(?: (?:sorry|pal|buddy|dude))?',
  'numero equivocado|(?:se )?equivoc\\w+ de numero|numero errado|(?:mauvais|faux) numero|(?:move|mal) nimewo|(?:lambar|nambar)\\w* (?:waa )?khalad|numeru eradu|(?:nham|sai) so(?: roi| dien thoai)?',
  'ошиблись номером|не тот номер|ошибся номером',
  '(?:الرقم|رقم) (?:غلط|خطا|خاطئ)',
  '(?:打|发|發)(?:错|錯)(?:了|人|号码|號碼)|(?:号码|號碼)(?:错|錯)|(?:搞|认|認)(?:错|錯)人',
])
