/**
 * Asks about the city, not for something to be done. Syntax: language/pattern.ts.
 * @module
 */
import { pattern } from '../../language/pattern.ts'

/** Asks about the city. */
export const question = pattern([
  '(?:how|where|what|when|who|which|whom)(?:.s|s|.re|.d)? (?:do|does|can|could|should|would|is|are|the|to|did|was|were|will|time|times|day|days|kind|kinds|size|number|phone|department|much|many|long|often|late|early|if|i|we|u|you|my|your|street|streets|side|date|dates|items?|happens?|hours?|about|other|else|type|types|office|person|website|form|documents?|neighborhoods?|has|have|a|or|going|gonna|they)',
  'do (?:i|we|you|they|u) (?:have|need|pick|take|offer|accept|know|get|guys|still|collect|want|require|provide|do|also)',
  '(?:is|are) (?:there|it|city hall|the (?:library|libraries|office|offices|city|pool|park|dump|center|town|trash|recycling|parking|ban|street|meters?|beach|hall)|libraries|meters|trash|you|city|parking|schools|pools|recycling|today|tomorrow|we|i) (?:a |an |any |still |open|closed|going|legal|illegal|allowed|free|delayed|running|required|able|on|in|collected|picked|suspended|cancelled|canceled|responsible|supposed|enforced|ok|okay|possible|delayed|you|someone)',
  '(?:can|could|may|should|must|am) (?:i|we|residents|people|a resident|anyone|someone|u tell|you tell|you explain|you please tell|you let me know|you give me|you send me)',
  '(?:does|did|will|would) (?:the city|boston|311|bps|my|the|a|anyone|it|this|that|trash|recycling|they|there|street|my street|parking)',
  'how (?:do|can|would|to|does|much|many|long|often|late|early|come)',
  'information (?:on|about|for|regarding)',
  'i (?:have|had|got) a question',
  'question (?:about|on|for|regarding)',
  '(?:wondering|want to know|like to know|need to know|curious|trying to find out|looking for info\\w*|would like info\\w*)',
  '(?:phone|contact) (?:number|info) (?:for|of|to)',
  '(?:hours|schedule|deadline|cost|fee|price|address|location) (?:of|for|on|to)',
  'tell me (?:about|how|when|where|what|who|if)',
  '(?:why) (?:do|does|is|are|did|was|were|cant|can.t|isnt|isn.t|am|would|should|arent|not|has|have)',
  'any (?:idea|info\\w*|chance (?:you know|to know))',
  '(?:cuando|donde|como|que|cual|cuales|cuanto|cuantos|quien|a que|por que|hasta cuando) (?:es|esta|son|se|puedo|debo|tengo|pasa|pasan|recogen|dia|dias|hora|horas|cuesta|hago|abren|cierran|consigo|obtengo|numero|pago|necesito|saco|hay|abre|cierra|llamo|paso|requisitos|documentos|solicito|toca|puede|tipo|van|va|vale|horario|barren|saca)',
  '(?:puedo|tengo que|hay que|se puede|hay algun|necesito un permiso|esta abiert[oa]|estan abiert[oa]s|es legal)',
  'quisiera saber|quiero saber|me gustaria saber|informacion (?:sobre|de|para)|una pregunta|tengo una pregunta',
  '(?:quando|onde|como|que|qual|quais|quanto|quem|por que|a que) (?:e|eh|esta|sao|posso|devo|tenho|passa|dia|dias|hora|horas|custa|faco|abre|fecha|consigo|pago|numero|tiro|preciso|recolhem|recolhe|funciona|fica|liga|ligo|solicito|tipo)',
  '(?:posso|tenho que|preciso de (?:uma )?(?:licenca|permissao)|e permitido|esta abert[oa])',
  'gostaria de saber|queria saber|quero saber|informac\\w+ (?:sobre|de|para)|uma pergunta|tenho uma pergunta',
  '(?:quand|ou|comment|quel|quelle|quels|quelles|combien|qui|pourquoi|a quelle) (?:est|est-ce|sont|puis|dois|peut|passe|jour|jours|heure|heures|coute|faire|obtenir|payer|fait|ouvre|ferme|dois-je|puis-je|numero|se|je|ramass\\w+|ramassez|appeler|documents|la|le|les|on)',
  '(?:puis-je|est-ce que je (?:peux|dois)|dois-je|a-t-on le droit|peut-on|je voudrais savoir|j.aimerais savoir|informations? sur|une question)',
  '(?:kile|ki le|ki jou|kote|ki kote|kijan|ki jan|konbyen|kiyes|poukisa|ki dokiman|ki nimewo|ki moun) (?:yo|mwen|m|pou|nou|li|se|ki|biwo|bibliyotek|fatra|ka|lari|mwen ka|ou|sa|an|jou|pran|rele|pase|lapolis|lopital|pak|lekol)',
  '(?:eske|èske) (?:mwen|m|nou|ou|gen|bibliyotek|yo|biwo|se|li)',
  'mwen ta renmen konnen|mwen vle konnen|m vle konnen|yon kesyon|enfomasyon sou',
  '(?:kuandu|kantu|undi|kal|modi|mo|kenha|pamodi|kuze) (?:ki|ta|es|nhos|e|dia|ora|bu|n|nu|sta|kel|di|un)',
  'N kre sabe|n kre sabi|un pergunta',
  '(?:khi nao|bao gio|o dau|lam sao|lam the nao|bao nhieu|may gio|ngay nao|ai|tai sao|nhu the nao|cach nao|thu may) (?:\\w+)?',
  '(?:toi muon (?:biet|hoi)|cho (?:toi )?hoi|co (?:can|phai|duoc) .{0,20}khong|toi co the)',
  '(?:lam sao|ngay nao|bao gio|o dau|khi nao|may gio|bao nhieu)(?: .{0,30})?',
  '(?:goorma|xaggee|halkee|sidee|imisa|maxaa|yaa|waa maxay|maalinta|maalintee|waa kee|meeqa) (?:\\w+)',
  'ma (?:u )?(?:baahanahay|awoodaa|karaa|furan)|su.aal|waxaan rabaa inaan ogaado',
  '(?:когда|где|как|какой|какая|какие|каков[а-я]*|сколько|куда|кто|почему|во сколько|нужно ли|можно ли|могу ли|есть ли|нужен ли|работает ли|открыт[а-я]* ли|в какой|кому) (?:\\S+)',
  'хочу узнать|хотел[а-я]* бы узнать|подскажите|вопрос (?:о|про|по)|у меня вопрос|скажите',
  '(?:متى|اين|أين|كيف|كم|ما هو|ما هي|ماهو|ماهي|هل|لماذا|من هو|اي يوم|ماذا|وين|شو) (?:\\S+)',
  'اريد ان اعرف|اود ان اعرف|لدي سؤال|عندي سؤال|معلومات (?:عن|حول)',
  '(?:什么时候|什麼時候|几时|幾時|何时|何時|哪里|哪裡|哪儿|边度|邊度|怎么|怎麼|怎样|怎樣|如何|多少|几点|幾點|点样|點樣|哪天|星期几|星期幾|为什么|為什麼|哪一天|是否|可不可以|能不能|可以.{0,12}(?:吗|嗎)|需要.{0,12}(?:吗|嗎)|有没有|有沒有|请问|請問|想问|想問|想知道|几号|幾號|什么|什麼)',
  '(?:多少|几多|幾多|几|幾)(?:钱|錢)|(?:边|邊)(?:日|度)',
  'ki (?:dia|ora)|kantu (?:ki )?(?:ta )?kusta',
])
