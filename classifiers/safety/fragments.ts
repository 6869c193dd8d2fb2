/**
 * What is left of a sentence when a caller stops, a recogniser gives up or somebody presses send too early: who and
 * where, and nothing that happened. A person is no danger yet.
 * @module
 */
import type { Language } from '../../src/core/understanding.ts'
import { asKeyword } from '../intent/keywords.ts'
import { fold } from '../language/fold.ts'

const lines: Readonly<Record<Language, string>> = {
  en: `he|she|they|it|we|I|you|him|her|them|my|his|a|an|the|and|but|so|um|uh|well|okay so|there|here|this|that|there is|there's|there are|there was|it is|it's|it was|he is|she is|he's|she's|they are|they're|I am|I'm|we are|I have|I see|I saw|we have|we saw|somebody|someone|somebody is|someone is|a man|the man|a woman|the woman|a guy|this guy|some guy|a lady|the lady|a girl|a boy|a kid|the kid|kids|a child|the child|child|my child|my son|my daughter|my kid|a baby|the baby|my mother|my father|my husband|my wife|my neighbor|my neighbors|the neighbor|my friend|my roommate|people|a person|the person|some people|an old man|an old lady|an older woman|a teenager|teenagers|a driver|the driver|a worker|the workers|the people|man|woman|guy|lady|a dog|the dog|a car|the car|my car|a house|the house|the building|my building|the street|the corner|on the corner|on the street|in the street|in the|on the|at the|by the|near the|next to the|in front of|in front of the|behind the|across from the|across the street|down the street|outside|inside|outside my house|in my building|by the school|near the school|near the store|near the bank|near the pharmacy|next to the gas station|by the church|at the park|in the park|by the bus stop|at the station|the man at|the lady at|the guy on the corner|a man in the street|a man by the store|the kid next door|there is a man|there is a woman|there's a guy|there is somebody|there's a kid|he is on the corner|she is outside|uh the thing|the thing is|you know the|what do you call it|I am calling about|I'm calling because|I want to report|I need to report|I need to report a|I would like to report a|can you send|what is it|and then|and the|and he|and she|or the|it was a|that was the|last night|this morning|right now|just now|today|yesterday|again|still|not yet|maybe|I think|I don't know|hello there is|hi there is|hello I see|hello he|on the second floor|second floor|on the left|the red one|the white car|a white van|the blue house`,
  es: `él|ella|ellos|yo|nosotros|un|una|el|la|y|pero|este|hay|hay un|hay una|es|está|estoy|están|tengo|veo|vi|alguien|un hombre|el hombre|una mujer|la mujer|un señor|una señora|un niño|una niña|el niño|mi hijo|mi hija|mi mamá|mi papá|mi esposo|mi vecino|la vecina|gente|una persona|la persona|un muchacho|un carro|mi carro|la casa|el edificio|la calle|en la calle|en la esquina|en el parque|cerca de la escuela|al lado de la tienda|afuera|adentro|hay un hombre|hay una señora|quiero reportar|necesito reportar|llamo porque|por favor|ahora mismo|anoche|y luego|no sé|creo que|el segundo piso`,
  ht: `li|mwen|nou|yo|ou|yon|a|la|gen|gen yon|genyen|se|li nan|mwen wè|mwen gen|yon moun|moun nan|moun|yon nonm|nonm nan|yon fanm|fanm nan|yon mesye|yon dam|yon timoun|timoun nan|ti gason|ti fi|pitit mwen|manman mwen|papa mwen|mari m|vwazen mwen|yon machin|machin mwen|kay la|bilding nan|lari a|nan lari a|nan kwen an|nan pak la|bò lekòl la|devan kay la|deyò|anndan|gen yon moun|gen yon nonm|mwen vle rapòte|m ap rele pou|tanpri|kounye a|yè swa|epi|mwen pa konnen|mwen kwè`,
  'zh-Hant': `他|她|我|我們|他們|有|有一個|這裡|那裡|這個|那個|一個人|有人|男人|女人|一個男人|一個女人|老人|小孩|孩子|我的孩子|我兒子|我女兒|我媽媽|我爸爸|我先生|鄰居|我的鄰居|車|我的車|房子|大樓|街上|在街上|在路口|在公園|學校旁邊|店門口|外面|裡面|有個男人|我想報告|我要報告|請|現在|昨晚|然後|我不知道|二樓`,
  'zh-Hans': `他|她|我|我们|他们|有|有一个|这里|那里|这个|那个|一个人|有人|男人|女人|一个男人|一个女人|老人|小孩|孩子|我的孩子|我儿子|我女儿|我妈妈|我爸爸|我先生|邻居|我的邻居|车|我的车|房子|大楼|街上|在街上|在路口|在公园|学校旁边|店门口|外面|里面|有个男人|我想报告|我要报告|请|现在|昨晚|然后|我不知道|二楼`,
  vi: `anh ấy|cô ấy|tôi|chúng tôi|họ|có|có một|đây|đó|một người|người ta|ai đó|có người|một người đàn ông|một người phụ nữ|ông|bà|một đứa trẻ|đứa bé|con tôi|con trai tôi|con gái tôi|mẹ tôi|chồng tôi|hàng xóm|hàng xóm của tôi|một chiếc xe|xe của tôi|ngôi nhà|tòa nhà|ngoài đường|trên đường|ở góc đường|trong công viên|gần trường học|trước cửa hàng|bên ngoài|bên trong|tôi muốn báo|tôi gọi vì|làm ơn|bây giờ|tối qua|rồi|tôi không biết|tầng hai`,
  kea: `el|mi|nos|es|bo|un|un algen|ten|ten un|la|li|kel|un ómi|ómi|omi|kel ómi|un mudjer|mudjer|un mininu|mininu|nha fidju|nha mai|nha pai|nha maridu|nha vizinhu|pesoa|un pesoa|algen|un karu|nha karu|kaza|prédiu|na rua|na kantu|na parki|pértu di skóla|dianti di kaza|fora|dentu|ten un ómi|ten algen|N kre raporta|N sta txoma|pur favor|gosi|onti a noti|dipos|N ka sabe|N ta atxa`,
  ru: `он|она|они|я|мы|у нас|там|тут|здесь|это|есть|какой-то|кто-то|человек|мужчина|женщина|какой-то мужчина|парень|девушка|ребёнок|дети|мой ребёнок|мой сын|моя дочь|моя мама|мой муж|сосед|мой сосед|соседка|люди|пожилой мужчина|старик|бабушка|машина|моя машина|дом|наш дом|улица|на улице|на углу|в парке|возле школы|у магазина|снаружи|внутри|там мужчина|тут человек|хочу сообщить|я звоню потому что|пожалуйста|сейчас|вчера ночью|и потом|не знаю|кажется|второй этаж`,
  ar: `هو|هي|هم|أنا|نحن|هناك|هنا|هذا|هذه|يوجد|في|رجل|الرجل|امرأة|شخص|شخص ما|أحدهم|ناس|طفل|الطفل|ولد|بنت|ابني|ابنتي|أمي|أبي|زوجي|جاري|الجيران|رجل عجوز|سيارة|سيارتي|البيت|المبنى|الشارع|في الشارع|عند الزاوية|في الحديقة|قرب المدرسة|أمام المحل|في الخارج|في الداخل|هناك رجل|هناك شخص|أريد الإبلاغ|أتصل بخصوص|من فضلك|الآن|الليلة الماضية|ثم|لا أعرف|أظن|الطابق الثاني`,
  pt: `ele|ela|eles|eu|nós|um|uma|o|a|e|mas|tem|tem um|tem uma|é|está|estou|estão|vi|vejo|alguém|um homem|o homem|uma mulher|a mulher|um senhor|uma senhora|um menino|uma menina|a criança|meu filho|minha filha|minha mãe|meu pai|meu marido|meu vizinho|a vizinha|gente|uma pessoa|a pessoa|um rapaz|um carro|meu carro|a casa|o prédio|a rua|na rua|na esquina|no parque|perto da escola|ao lado da loja|lá fora|lá dentro|tem um homem|tem alguém|quero reportar|estou ligando porque|por favor|agora|ontem à noite|e depois|não sei|acho que|segundo andar`,
  fr: `il|elle|ils|je|nous|un|une|le|la|et|mais|il y a|il y a un|il y a une|c'est|est|je vois|j'ai|quelqu'un|un homme|l'homme|une femme|la femme|un monsieur|une dame|un enfant|l'enfant|mon fils|ma fille|ma mère|mon père|mon mari|mon voisin|la voisine|des gens|une personne|la personne|un jeune|une voiture|ma voiture|la maison|l'immeuble|la rue|dans la rue|au coin|dans le parc|près de l'école|à côté du magasin|dehors|dedans|il y a un homme|il y a quelqu'un|je veux signaler|j'appelle parce que|s'il vous plaît|maintenant|hier soir|et puis|je ne sais pas|je crois|deuxième étage`,
  so: `isaga|iyada|iyaga|aniga|annaga|waa|waxaa|waxaa jira|halkan|halkaas|nin|ninka|ninkii|naag|naagta|haweeney|qof|qofka|dad|dadka|ilmo|ilmaha|cunug|wiil|gabar|wiilkayga|gabadhayda|hooyaday|aabahay|ninkayga|deriska|deriskayga|oday|gaari|gaarigayga|guriga|dhismaha|wadada|waddada|geeska|beerta|dugsiga agtiisa|dukaanka hortiisa|dibadda|gudaha|waxaa jira nin|waxaan rabaa inaan sheego|waxaan soo wacay|fadlan|hadda|xalay|kadib|ma garanayo|waxaan u malaynayaa|dabaqa labaad`,
}

/** Each with its language. */
export const fragments: readonly { readonly language: Language; readonly text: string }[] = Object.entries(
  lines,
).flatMap(([language, list]) =>
  list.split('|').map((text) => ({ language: language as Language, text: text.trim() })),
)

/** Who, and the word after which a speaker stops: where nothing has happened yet, by language. */
const stopped: readonly (readonly [Language, string, string])[] = [
  [
    'en',
    'he|she|they|I|someone|somebody|a man|the man|an elderly man|a woman|the woman|that woman|a guy|this guy|an old lady|a boy|a girl|a kid|the kids|a teenager|my son|my daughter|her son|my brother|my sister|my mother|my father|my uncle|my grandmother|my wife|my husband|my neighbor|our neighbor|the landlord|the super|a worker|the driver|some people|these people|a dog',
    '|is|was|has|had|just|with|who|on|at|in|and|said|went',
  ],
  // Nor does this say what.
  [
    'en',
    "it|its|it's|it is|this|this is|it keeps|this keeps|still|same thing",
    'happening|happening again|happening again and again|again|again and again',
  ],
  [
    'es',
    'él|ella|un hombre|una mujer|un niño|unos niños|mi abuela|mi hermano|la vecina|alguien',
    '|está|estaba|que|con|en|y',
  ],
  ['ht', 'li|yon moun|yon nonm|yon granmoun|yon timoun|frè m|vwazen an', '|te|ki|ak|nan|epi'],
  ['pt', 'ele|ela|um homem|uma moça|uns meninos|minha avó|meu irmão|alguém', '|está|estava|que|com|na|e'],
  [
    'fr',
    'il|elle|un homme|deux hommes|une femme|les enfants|ma grand-mère|mon frère|quelqu’un',
    '|est|était|qui|avec|dans|et',
  ],
  ['kea', 'el|un ómi|un mudjer|uns mininu|nha irmon|algen', '|sta|staba|ki|ku|na'],
  ['so', 'isaga|nin|laba nin|naag|carruur|walaalkay|qof', '|oo|ayaa|waa|iyo|ku'],
  ['vi', 'anh ấy|cô ấy|một ông|hai người|mấy đứa trẻ|anh tôi|bà tôi', '|đang|đã|ở|với|và'],
  ['ru', 'он|она|мужчина|две женщины|дети|мой брат|бабушка|кто-то', '|был|который|с|на|и'],
  ['ar', 'هو|هي|رجل|امرأة عجوز|الأطفال|أخي|جدتي|شخص', '|كان|الذي|مع|في|و'],
  ['zh-Hant', '他|她|兩個人|一個老人|小朋友|我哥哥|我奶奶|有人', '|在|正在|和|跟'],
  ['zh-Hans', '他|她|两个人|一个老人|小朋友|我哥哥|我奶奶|有人', '|在|正在|和|跟'],
]

const stops: readonly string[] = stopped.flatMap(([language, who, after]) =>
  who
    .split('|')
    .flatMap((one) =>
      after.split('|').map((word) => (language.startsWith('zh') ? one + word : `${one} ${word}`)),
    ),
)

const keyOf = (text: string): string => asKeyword(fold(text).text)
const keys: ReadonlySet<string> = new Set([...fragments.map(({ text }) => text), ...stops].map(keyOf))
/** What people say while they think. */
const thinking = /^(?:(?:uh|um|er|well|so|and|like|eh|este|bon|ben|euh|enfin|ну|э|اه|那個|那个) )+/u

/** Whether nothing but such a fragment is left. */
export const isFragment = (text: string): boolean => {
  const key = keyOf(text)
  return keys.has(key) || keys.has(key.replace(thinking, ''))
}
