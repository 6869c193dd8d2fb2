/**
 * What a question wants to know of its subject, where that decides whether a standing answer fits: a price, how
 * things are today, why, the resident's own case. "How do I pay a ticket" has an answer; "how much is a ticket" and
 * "why did I get a ticket" do not, though they share every word that matters.
 * @module
 */
const patterns: Readonly<Record<string, RegExp>> = {
  price:
    /\b(?:how much|cost|costs|price|amount|balance|owe|fees?|fines?)\b|cu[aá]nto (?:cuesta|vale|es)|quanto custa|konbyen|多少钱|多少錢|сколько стоит|combien (?:coûte|coute)|bao nhiêu tiền|bao nhieu tien/iu,
  now: /\b(?:today|tonight|right now|now|tomorrow|yesterday|currently|lifted|running late|this (?:week|year))\b|\b(?:hoy|mañana|demen|hoje|amanhã|demain)\b|今天|明天|завтра|сегодня/iu,
  why: /\b(?:why|how come|how is it (?:legal|possible))\b|por ?qu[eé] |pourquoi|почему|为什么|為什麼|tại sao|poukisa/iu,
  who: /^\W{0,5}(?:so |hey |hi )?(?:who (?:owns|put|is my|won|plowed|bought|do i sue)|should i vote|whose|qui[eé]n es (?:el|la))/iu,
  when: /\b(?:when (?:will|is|are|does|do you|did|was)|how long until)\b|cu[aá]ndo (?:van|va|vienen)|quando v[aã]o|kil[eè] (?:y ap|yo pral)|什么时候处理|什麼時候處理|khi nào sửa|когда починят|quand allez|goorma ayaa .{0,30}doonaa|kantu ki nhos/iu,
  mine: /\bmy (?:case|report|request|complaint|pothole|tree|street|ticket|tickets|bill)\b|mi caso|我的报修|我的報修/iu,
  do: /^\W{0,5}(?:hi |hello |hey )?(?:please )?(?:can|could|would|will|when are) (?:you|u|someone|somebody|anyone|the city)\b|\b(?:is|are) (?:any|some)(?:one|body) (?:going|coming)\b|\b(?:when is|is) (?:someone|anyone)\b|do you know there|pueden (?:venir|arreglar|quitar|recoger)/iu,
}

/** Names of what is wanted; empty where the question simply asks how, where or what. */
export const aimsOf = (text: string): ReadonlySet<string> => {
  const head = text.slice(0, 600)
  return new Set(
    Object.entries(patterns)
      .filter(([, pattern]) => pattern.test(head))
      .map(([aim]) => aim),
  )
}
