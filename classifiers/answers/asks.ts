/**
 * Whether a text asks how things are done, rather than telling of a problem with the same words: "how do I get a
 * sticker" asks, "no sticker, parked here for a week" tells.
 * @module
 */

/** Words that open a question, by language; a question mark is not needed. */
const words = [
  'how|hows|where|wheres|when|whens|what|whats|wat|why|until when|am|is|are|do|does|did|can|could|may|might|should|must|shall|will|would|was|were|has|have|if i|if we',
  'c[oó]mo|d[oó]nde|cu[aá]ndo|cu[aá]l|cu[aá]les|cu[aá]nto|qu[eé]|qui[eé]n|a qu[eé]|en qu[eé]|puedo|podemos|hay|tengo que|necesito|quiero saber|me pueden',
  'kijan|koman|kote|ki|kil[eè]|kisa|konbyen|[eè]ske|m(?:wen)? bezwen',
  'como|onde|quando|qual|quais|que|quem|quanto|em que|a que|posso|preciso|tem|há|vocês',
  'comment|o[uù]|quand|quel|quelle|quels|combien|est-ce|faut-il|puis-je|parlez|je voudrais',
  'l[aà]m sao|khi n[aà]o|m[aá]y gi[oờ]|ng[aà]y n[aà]o|c[oó] (?:ai|ph[aả]i|đ[uư][oợ]c)|cho h[oỏ]i|t[oô]i c[aầ]n',
  'как|где|когда|какой|какая|какие|что|куда|кто|можно|по каким|в какой|мне нужен',
  'sideen|goorma|xaggee|maxaa|maxaan|ma|waa maxay|maalint(?:ee|a)|saacadaha',
  'modi|undi|kuze|ken|kal|kantu|ki ora|ki dia',
  'كيف|أين|متى|ماذا|ما|هل|من|في أي|أحتاج',
].join('|')
const opening = new RegExp(
  `(?:^|[.,;:!?¿¡。，？\\n]|\\b(?:and|so|but|hi|hello|hey|also|please|know|y|hola|e|et|epi|ak)) {0,3}(?:${words})(?![\\p{L}])`,
  'iu',
)
/** After a comma these tell more of something: "cars, which are always there". */
const atFirst = /(?:^|[.;:!?\n]) {0,3}(?:which|who|whos)(?![\p{L}])/iu
/** What asks wherever it stands: marks, and languages that put the word in the middle or last. */
const anywhere =
  /[?？؟]|吗|嗎|什么|什麼|怎么|怎麼|哪|多久|多少|[几幾](?:点|點|天|小时|小時)|星期[几幾]|(?:ở đâu|thế nào|khi nào|mấy giờ|thứ mấy|là gì|không) {0,2}$|(?:^|[^\p{L}])(?:how (?:do|can|to|would)|where (?:do|can|to)|(?:need|want) to (?:know|find out|apply|renew|pay|register|sign up)|looking for|i need (?:a|an|my)|need (?:a )?(?:copy|certified)|waa goorma|waa maxay)(?![\p{L}])/iu

/** 1: it asks. 0: it tells. Reads the first 600 characters. */
export const asks = (text: string): 0 | 1 => {
  const head = text.slice(0, 600).trim()
  return opening.test(head) || atFirst.test(head) || anywhere.test(head) ? 1 : 0
}
