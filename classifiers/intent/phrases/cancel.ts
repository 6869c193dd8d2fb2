/**
 * Takes a request back. Syntax: language/pattern.ts.
 * @module
 */
import { pattern } from '../../language/pattern.ts'

/** Takes a request back. */
export const cancel = pattern([
  '(?:cancel|withdraw|undo|retract|void) (?:\\w+ )?(?:my|the|this|that|our|it|request|report|case|last|previous|that last) ?(?:last |previous |service )?(?:request|report|case|ticket|complaint|one|submission|issue|message)?(?: please| pls| now)?',
  '(?:delete|close|drop|remove) (?:my|the|this|that|our) (?:last |previous |service )?(?:request|report|case|ticket|complaint|submission)',
  'never ?mind',
  'nvm',
  '(?:please )?(?:disregard|ignore) (?:my|the|this|that|it|last|previous|all)',
  'forget (?:it|about it|that|i said|my)',
  '(?:dont|don.t|no longer|do not) need (?:it|this|you|that|help|anything)? ?(?:anymore|any more|any longer)',
  'no need (?:anymore|to come|now|any more|for it)',
  '(?:its|it.s|it is|it was|someone|already|it got|they|problem|issue|it has been|its been|someone already|light is|it) (?:\\w+ )?(?:already )?(?:got |been |was |is )?(?:fixed|gone|resolved|picked up|taken care of|working|back on|moved|cleaned up) (?:now|already|itself)',
  '(?:my mistake|false alarm|my bad|by mistake|by accident|changed my mind)',
  '(?:cancel\\w+|anul\\w+|retir\\w+|borr\\w+|elimin\\w+) (?:mi|el|la|esta|este|lo|eso) ?(?:caso|reporte|solicitud|pedido|queja|ultimo)?',
  'olvid(?:elo|alo|a eso|en eso)|no import[ae]|ya no (?:lo |la )?(?:necesito|hace falta)|ya (?:lo |la )?(?:arreglaron|repararon|esta arreglad[oa])',
  '(?:cancel\\w+|anul\\w+) (?:o |a |meu |minha |esse |este |isso)?(?:meu |minha )?(?:caso|pedido|solicitacao|chamado|relato)?',
  'esquec[ae]m?|deixa (?:pra la|para la)|nao (?:preciso|precisa) mais|ja (?:consertaram|foi consertad[oa]|arrumaram)',
  '(?:annul\\w+|retir\\w+) (?:ma|mon|la|le|cette|ce) (?:demande|dossier|signalement|requete)',
  '(?:laiss(?:e|ez) tomber|oubli(?:e|ez) (?:ca|cela|ma demande)|plus besoin)',
  '(?:anile|retire|efase) (?:demann|dosye|rapo|sa|li|rapo m|demann mwen)',
  'bliye (?:sa|li)|kite sa|(?:mwen |m )?pa bezwen (?:li |l |sa )?anko',
  'kansela (?:nha |es |kel )?(?:pididu|kazu|kexa)?|diskise|ka (?:meste|presiza) mas',
  '(?:huy|bo|rut) (?:yeu cau|bao cao|ho so|don|viec)(?: (?:cua toi|nay|do))?',
  '(?:thoi )?bo qua|khong can nua|thoi khong can',
  '(?:jooji|kansal\\w*|tirtir) (?:codsi\\w*|cabasho\\w*|kiis\\w*)|iska (?:dhaaf|daa)|uma baahni (?:mar dambe|hadda)',
  '(?:отмени[а-я]*|отменить|снимите|удалите|аннулир[а-я]+) (?:мою |мой |мое |эту |этот |пожалуйста )*(?:заявк[а-я]+|запрос[а-я]*|обращени[а-я]+|жалоб[а-я]+)',
  'забудьте|не надо больше|больше не (?:надо|нужно)|уже (?:исправили|починили|не нужно)',
  '(?:الغاء|الغوا|الغ|الغي|احذف) (?:\\S+ )?(?:الطلب|طلبي|البلاغ|بلاغي|شكواي)',
  'انس(?:ى|وا)? الامر|لم اعد بحاجه|لم اعد احتاج',
  '(?:取消|撤销|撤銷|撤回|删除|刪除)(?:.{0,4})(?:申请|申請|请求|請求|报告|報告|案件|投诉|投訴|要求)',
  '算了|不用了|不需要了|唔使|当我没说|當我沒說',
  '(?:pls|plz|please) (?:cancel|ignore|disregard|forget)(?= |[.!]|$)|forget about (?:my|the|it|that)|(?:dont|don.t) worry about it',
  'annulez?(?: (?:s.il vous plait|svp|tout|ca|merci))|laissez,? c.est (?:bon|regle)',
  'thoi khoi|khoi (?:can|den)|khong can nua',
  'не надо,? (?:уже|спасибо)|уже не (?:надо|нужно)|уже забрали',
  'خلاص|لا داعي|ما في داعي|مش لازم',
  'way (?:qaadeen|hagaajiyeen)|uma baahni',
  'dexa(?:,)? dja|dja (?:ka|es panha)',
  '(?:算数|算數)(?:啦|喇)?|(?:唔使|不用)(?:嚟|来|來|了|喇)',
])
