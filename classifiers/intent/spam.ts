/**
 * Unwanted advertising, prizes and phishing, by counting what such texts have in common.
 * @module
 */
import { pattern } from '../language/pattern.ts'

const signs: readonly { readonly weight: number; readonly wanted: ReturnType<typeof pattern> }[] = [
  // One free evening is no offer; beside a number to text it is.
  { weight: 1.4, wanted: pattern(['free']) },
  {
    weight: 3,
    wanted: pattern([
      '(?:you.?ve|you have|u have|you|u|ur number|your number|your mobile|mobile number|youve) (?:\\w+ )?(?:\\w+ )?(?:won|been selected|been chosen|win|are a winner|been awarded|been picked|has been selected|are selected)',
      'claim (?:your|ur|the|now|it|code|a)',
      '(?:free|cash|lucky|weekly|guaranteed|exclusive|amazon|walmart|bonus|instant) ?(?:prize|gift ?cards?|entry|iphone|ipad|vacation|cruise|ringtones?|winner|draw|tones?|money|cash|spins?|trial|membership|crypto|bitcoin)',
      'prize|jackpot|lottery|congratulations? (?:you|u|winner)',
      '(?:earn|make|win|get) (?:up to )?(?:[$£€] ?\\d+|\\d+ ?(?:usd|dollars|pounds|k)|money|cash|big money|extra income)(?: (?:a|per|every|from|working|online|daily))?',
      '(?:your|ur) (?:parcel|package|shipment|order|delivery|mail) (?:\\w+ )?(?:is|was|has been) (?:\\w+ )?(?:held|hold|delayed|waiting|undeliverable|stuck|pending|returned)|pay (?:the |a |your )?(?:\\w+ )?(?:fee|toll|balance|invoice) (?:here|at|now|online|to avoid|via)',
      '(?:tolls?|invoice|balance|account|subscription) (?:\\w+ )?(?:\\w+ )?(?:is )?(?:overdue|unpaid|past due|outstanding|on hold|suspended|will be (?:closed|suspended|charged))|final (?:notice|warning|reminder)(?= |[:!.])',
      '(?:make|earn) (?:easy |fast |quick |extra |real )?(?:money|cash|income) (?:from|fast|online|today|now|working)|(?:text|message|contact|add|dm) me on (?:whats ?app|telegram|signal|wechat)',
      'bad credit|credit (?:repair|score boost)|(?:cheap|fast|easy|quick|instant|guaranteed|low rate) (?:loans?|cash|credit|approval|financing)|loans? (?:available|approved|up to)|refinance|debt (?:relief|consolidation)',
      '(?:grow|boost|get|buy|gain|increase) (?:your |more |real |up )*(?:\\w+ )?(?:followers|likes|subscribers|views|reviews|traffic|sales|ranking)',
      '(?:meet|chat with|date|find) (?:\\w+ )?(?:singles|women|girls|ladies|men)|singles (?:near|in|around)|winner!|(?:^|[.!] ?)winner',
      'work from home|we buy (?:houses?|homes?|cars?|junk|gold)|any condition|reply for (?:an? )?(?:offer|quote|price|details)|(?:page (?:1|one)|first page|top) of google|saw your (?:website|site|business|listing)',
      '(?:pre-?approved|instant|payday|low interest|personal|business|quick) (?:loan|loans|credit|cash advance)',
      '(?:your|ur) (?:account|card|package|parcel|bank|payment|paypal|apple id|netflix|amazon|delivery|ezpass|e-?zpass|toll|social security|ssn|subscription|shipment)(?: \\w+){0,5} (?:suspended|locked|blocked|limited|hold|verify|expired|confirm|failed|unpaid|pending|overdue|on hold|restricted|compromised|could not be delivered|due)',
      '(?:unpaid|outstanding|overdue) toll',
      'verify (?:your|ur) (?:account|identity|information|card|details)',
      '(?:forex|crypto|bitcoin|btc|nft|trading|investment|investing|binance|usdt|ethereum)',
      '(?:viagra|cialis|casino|betting|escorts?|hot (?:singles|girls|babes)|adult (?:content|chat|dating)|horny|porn|onlyfans|nudes?)',
      '(?:seo|backlinks?|web ?site (?:design|traffic|ranking)|rank (?:#?1|first|on google)|google ranking|digital marketing|lead generation|social media followers|instagram followers|guest post)',
      '(?:weight loss|lose weight|diet pills|keto|cbd gummies|miracle cure)',
      '(?:nigerian prince|inheritance|beneficiary|next of kin|million (?:dollars|usd|pounds)|wire transfer)',
      '(?:ganaste|has ganado|felicidades ganaste|premio|loteria|prestamos? rapid\\w+|gane dinero)',
      '(?:voce ganhou|ganhou um premio|emprestimo rapido|ganhe dinheiro)',
      '(?:vous avez gagne|gagnez de l.argent|pret rapide)',
      '(?:ou genyen yon pri|genyen lajan)',
      '(?:ban da trung|trung thuong|vay tien|kiem tien)',
      '(?:вы выиграли|выигрыш|заработ[а-я]+ (?:денег|онлайн)|кредит онлайн)',
      '(?:لقد ربحت|فزت|جائزه|اربح المال)',
      '(?:恭喜(?:您|你)?(?:中奖|中獎|获得|獲得)|中奖|中獎|贷款|貸款|赚钱|賺錢|兼职|兼職|博彩|赌场|賭場|代开发票|發票|加微信|加V)',
    ]),
  },
  {
    weight: 1.5,
    wanted: pattern([
      'txt',
      'ringtones?|polyphonic|nokia|camcorder|mobile content|wap',
      'urgent!?',
      '(?:secret admirer|dating|chat (?:now|line)|dream partner|horoscope|horo)',
      '(?:bonus|reward) points',
      '(?:wkly|weekly) (?:comp|quiz|draw)',
      '(?:vouchers?|complimentary|unredeemed|freephone|freemsg)',
      'reply (?:yes|no|stop|with)',
      'award(?:ed)?',
      'p ?o ?box|box ?\\d{2,}|land ?line|await(?:s|ing)? (?:collection|claim|delivery)|cust(?:omer)? (?:care|services?)|account statement|identifier code|valid ?(?:\\d+ ?)?(?:hrs?|hours)|national rate|per min(?:ute)?|price per|cost \\d+p|\\d+p|logos?|poly(?:phonic)? tones?|mobile (?:number|customer|upd8)|as a valued|final attempt|last chance|draw shows|to claim|2 claim|c\\.?s|no strings',
      '(?:call|text|txt|send|reply)(?: \\w+){0,3} (?:now|to|on|from)? ?(?:0\\d{6,}|\\d{5})|(?:sms|mms|video ?phone|camera ?phone|handset)',
      'xxx+|sexy',
    ]),
  },
  {
    weight: 1.5,
    wanted: pattern([
      'click (?:here|the link|this|below|on|now)',
      '(?:limited time|act now|hurry|expires? (?:today|soon|in)|offer (?:ends|expires|valid)|last chance|dont miss|don.t miss|special offer|best (?:price|deal)|discount|\\d+% off|buy (?:now|one)|order now|shop now|sale ends|promo code|coupon)',
      '(?:txt|text|reply|send|call) (?:\\w+ )?(?:to|now) ?\\d{4,6}',
      'call (?:now|free|us (?:now|today))',
      '(?:t&c|t.?s ?& ?c.?s|tnc|std|18\\+|150p|per (?:msg|wk|week)|[£€]\\d+)',
      '(?:risk free|no obligation|100% free|satisfaction guaranteed|money back|no credit check|unsubscribe (?:here|link|at))',
      '(?:dear (?:customer|sir/madam|user|winner|friend|valued|account holder)|valued customer)',
      '(?:whatsapp|telegram|wechat|kik|snapchat) (?:me|us|at|number|group|\\+?\\d+)',
      'subscribe to (?:my|our) (?:channel|page)|follow (?:me|us) (?:on|at)|check out (?:my|our|this)',
      '(?:roofing|solar|insurance|plumbing|moving|painting|cleaning|cable|internet) (?:services?|quotes?|deals?|company) ?(?:available|near you|at low|free|call)?',
    ]),
  },
]
const link =
  /(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com|net|org|info|biz|xyz|top|club|online|site|shop|ru|cn|ly|co|me|io|link|click|win|vip|live)(?:\/\S*)?(?![\w@])/i
const cityLink =
  /boston\.gov|boston311|bos311|google\.\w+\/maps|goo\.gl\/maps|maps\.app|seeclickfix|mbta\.com|mass\.gov|\b(?:icloud|apple)\.com|drive\.google|photos\.|youtu|imgur|twitter|x\.com|\bt\.co/i
/** Names under endings that no resident's link has and throw-away sites mostly do. */
const throwaway =
  /\b[\w-]+\.(?:xyz|top|club|win|vip|icu|buzz|click|loan|bid|cyou|sbs|rest|monster|quest|date|stream|gdn|shop|online|site|live|work|cfd)(?:\/\S*)?(?![\w@])/i
/** Premium-rate numbers, short codes and prices per message, as such texts carry them. */
const premium =
  /\b0[89]\d{8,9}\b|\b(?:txt|text|send|reply|call)\b.{0,25}\b[68]\d{4}\b|\d+\s?p(?:pm)?\s?(?:per|\/)\s?(?:msg|min|txt|week|wk)|\b1?50p\b|t&c|\b1[68]\+|[£å]\s?£?\d/i
const money = /[$£€]\s?\d{2,}|\d{2,}\s?(?:usd|dollars|pounds)/i

/** How much a folded text looks like spam; 2.8 and more is spam, unless it names a problem. */
export function spamScore(folded: string): number {
  let score = 0
  for (const { weight, wanted } of signs) {
    const side = wanted.latin?.test(folded) || wanted.other?.test(folded)
    if (side) score += weight
  }
  if (link.test(folded) && !cityLink.test(folded)) score += 1.6
  if (throwaway.test(folded) && !cityLink.test(folded)) score += 1.6
  if (premium.test(folded)) score += 1.6
  if (money.test(folded)) score += 0.8
  return score
}
