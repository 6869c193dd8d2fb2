/**
 * Asks for something to be done, though it ends in a question mark. Syntax: language/pattern.ts.
 * @module
 */
import { pattern } from '../../language/pattern.ts'

/** Asks for something to be done, though it ends in a question mark. */
export const plea = pattern([
  '(?:can|could|will|would|won.t) (?:you|u|someone|somebody|some one|anyone|anybody|we|the city|city|they|it|this|that|boston|dpw|i get|yall|y.all|you guys|the) (?:\\w+ )?(?:\\w+ )?(?:\\w+ )?(?:\\w+ )?(?:fix\\w*|clean\\w*|remov\\w*|repair\\w*|replac\\w*|send|come|pick\\w*|get|check|look|tow\\w*|plow\\w*|salt\\w*|shovel\\w*|paint\\w*|re-?paint\\w*|fill\\w*|trim\\w*|prun\\w*|cut|empt\\w*|install\\w*|put|take|clear\\w*|sweep\\w*|ticket\\w*|do something|address\\w*|move\\w*|unclog\\w*|inspect\\w*|turn|patch\\w*|mow\\w*|enforce\\w*|stop|have|add|deliver|haul|investigate|deal|help with the)',
  '(?:why|when) (?:hasn.?t|hasnt|haven.?t|isn.?t|isnt|wasn.?t|wasnt|didn.?t|didnt|has|have|is|are|was|were|did) ~ (?:been |not )?(?:fixed|picked|collected|cleaned|removed|plowed|repaired|working|out|emptied|towed|filled|still|broken|missed|not)',
  '(?:when|why) (?:are|will|do|did|is|arent|dont|aren.t|don.t|hasnt) (?:you|u|they|the city|someone|anyone|we) ~ ?(?:plow|salt|clean|sweep|pick|empty|collect|tow|mow|do something|come)\\w*',
  '(?:please|pls|plz|kindly) (?:\\w+ )?(?:fix\\w*|clean\\w*|remov\\w*|repair\\w*|replac\\w*|send|come|pick|tow|plow|salt|paint|repaint|fill|trim|prune|cut|empty|install|take|clear|sweep|ticket|address|move|unclog|inspect|patch|mow|enforce|help with|do something|look|check)',
  '(?:i|we)(?: would|.d)? ?(?:want|need|like|wish|have|am trying|.m trying)? ?to (?:report|request|complain|file|submit|notify|make a (?:report|complaint)|schedule|place a)',
  'need(?:s|ed)? (?:to be |a |an |some |new |more )?(?:fix\\w*|clean\\w*|remov\\w*|repair\\w*|replac\\w*|pick\\w*|trim\\w*|empt\\w*|paint\\w*|tow\\w*|plow\\w*|salt\\w*|fill\\w*|recycling|trash|barrel|cart|bin|sign|speed|light|crosswalk|pickup)',
  'reporting (?:a|an|the|that)',
  '(?:i want|i need|requesting|request) (?:a |an |the )?(?:recycling|new|tree|speed|street|bulk|pickup|inspection|cart|bin|trash|pothole|light|sign|crosswalk)',
  '(?:pueden|podrian|puede|podria|por favor) (?:\\w+ )?(?:arregl\\w+|limpi\\w+|recog\\w+|quit\\w+|repar\\w+|mand\\w+|ven\\w+|envi\\w+|remov\\w+|revis\\w+|cort\\w+|pint\\w+)',
  '(?:quiero|necesito|quisiera|deseo) (?:reportar|denunciar|quejarme|pedir|solicitar|informar)',
  '(?:podem|poderiam|pode|poderia|por favor) (?:\\w+ )?(?:consert\\w+|arrum\\w+|limp\\w+|recolh\\w+|retir\\w+|remov\\w+|mand\\w+|envi\\w+|tap\\w+|troc\\w+)',
  '(?:quero|preciso|gostaria de) (?:reportar|denunciar|reclamar|pedir|solicitar|informar|relatar)',
  '(?:pouvez-vous|pourriez-vous|pouvez vous|pourriez vous|svp|merci de|veuillez) (?:\\w+ )?(?:reparer|nettoyer|ramasser|enlever|envoyer|venir|remplacer|deblayer|reparez|nettoyez|boucher)',
  '(?:veux|voudrais|aimerais) (?:signaler|reporter|me plaindre|demander)',
  '(?:eske|tanpri|nou ka|ou ka|souple) ~ ?(?:ranje|repare|netwaye|ranmase|retire|voye|vin)',
  '(?:vle|bezwen|renmen) (?:rapote|fe yon rapo|siyale|pote plent)',
  '(?:nhos|nho|bu) (?:ta )?(?:podi|pode) (?:konpo|ranja|limpa|panha|tra|manda)',
  'n (?:kre|meste) (?:denunsia|raporta|reporta)',
  '(?:xin|lam on|vui long|co the) (?:\\w+ )?(?:sua|don|lay|cu|den|thay|cat|xu ly)',
  '(?:toi )?(?:muon|can) (?:bao cao|bao|khieu nai|phan anh)',
  '(?:fadlan|ma) (?:\\w+ )?(?:hagaaji\\w*|nadiifi\\w*|qaad\\w*|soo dir\\w*)|waxaan rabaa inaan (?:soo sheego|wargeliyo|ka cawdo)',
  '(?:пожалуйста|можете|могли бы|прошу) (?:вы )?(?:почин[а-я]+|исправ[а-я]+|убер[а-я]+|убра[а-я]+|отремонтир[а-я]+|вывез[а-я]+|пришл[а-я]+|замен[а-я]+)',
  'хочу (?:сообщить|пожаловаться|подать)',
  '(?:ارجو|الرجاء|من فضلكم|ممكن|هل يمكن(?:كم)?) (?:\\S+ )?(?:اصلاح|تصليح|تنظيف|ازاله|ارسال|جمع|استبدال)',
  'اريد (?:الابلاغ|ان ابلغ|تقديم|الشكوى)',
  '(?:请|請|麻烦|麻煩|希望|可以|能否|能)(?:.{0,6})(?:修|清理|清扫|清掃|收走|派人|处理|處理|搬走|更换|更換|移走|拖走)',
  '(?:想|要|我要|我想)(?:举报|舉報|投诉|投訴|报告|報告|反映|申报|申報)',
  'is it possible (?:to (?:get|have)|for (?:someone|the city|you)) ~ (?:fix\\w*|repair\\w*|clean\\w*|remov\\w*|pick\\w*|replac\\w*|trim\\w*|paint\\w*|plow\\w*|tow\\w*|fill\\w*|empt\\w*|look)|what can be done about|(?:any chance|any way) (?:you|someone|the city|u) (?:can|could)',
])
