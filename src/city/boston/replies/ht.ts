import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/** Haitian Creole. Its letters è, ò, à fit GSM-7 in lower case; no sentence starts with È. */
export const ht: Phrases = {
  wordsBy: { by: 'machine' },
  between: ' ',
  stop: '.',
  isolate: (text) => text,

  emergency: 'Si yon moun an danje, rele 911 kounye a. 311 pa ka voye sekou ijans.',
  crisis:
    'Ou pa poukont ou. Rele oswa tekste 988 kounye a: li gratis, lajounen kou lannwit. Si yon moun an danje kounye a menm, rele 911.',

  report: 'rapò ou a',
  at: (what, where) => `${what} nan ${where}`,
  number: (reference) => `Nimewo ou: ${reference}.`,
  numbers: (reference, caseNumber) => `Nimewo ou: ${reference} (dosye Vil la: ${caseNumber}).`,
  target: (by, span) =>
    span === null ? `Objektif: pa pita pase ${by}.` : `Objektif: ${span} (pa pita pase ${by}).`,
  spans: { hours: { other: '# èdtan' }, days: { other: '# jou' }, businessDays: { other: '# jou travay' } },

  thanks: 'Mèsi.',
  filed: (what) => `Nou anrejistre: ${what}.`,
  filedMany: 'Nou anrejistre:',
  ifWrong: ['Si sa pa bon, voye bon adrès la oswa NON.', 'Si sa pa bon, voye NON.'],
  askCorrection: [
    'Ki sa ki pa bon? Voye bon adrès la oswa di ki pwoblèm nan. CANCEL anile l. Yon moun nan 311 ap gade l tou.',
    'Ki sa ki pa bon? Voye bon adrès la oswa di ki pwoblèm nan. Yon moun nan 311 ap gade l tou.',
    'Ki sa ki pa bon? Voye bon adrès la oswa pwoblèm nan.',
  ],
  handledBy: (owner, phone) => (phone === null ? `${owner} okipe sa.` : `${owner} (${phone}) okipe sa.`),

  confirm: (what) => `Se sa: ${what}?`,
  confirmPlace: (where) => `Se la: ${where}?`,
  confirmAny: 'Nou konprann byen?',
  yesOrNo: ['Reponn WI oswa NON.', 'WI oswa NON?'],

  gotPhoto: 'Mèsi pou foto a.',
  got: (what) => `Nou konprann: ${what}.`,
  askWhat: ['Ki pwoblèm nan? Kèk mo sifi.', 'Ki pwoblèm nan?'],
  askWhere: ['Ki kote sa ye? Voye adrès la, kafou ki pi pre a oswa non kote a.', 'Ki kote sa ye?'],
  askBoth: [
    'Ki pwoblèm nan, epi ki kote li ye? Voye kèk mo ak adrès la oswa kafou ki pi pre a.',
    'Ki pwoblèm nan, epi ki kote li ye?',
  ],
  chooseWhat: ['Kilès ladan yo?', 'Kilès?'],
  otherWords: 'Reponn ak nimewo a, oswa di nou li yon lòt jan.',
  whichStreet: (street) => `Ki ${street}?`,
  whichOne: 'Ki kote?',
  replyNumber: 'Reponn ak nimewo a oswa non katye a.',
  askNumber: (street) => `Ki kote sou ${street}? Voye nimewo kay la oswa lari ki kwaze ki pi pre a.`,
  askNumberShort: 'Ki nimewo kay, oswa ki lari ki kwaze?',
  oneMore: (what) => `Yon lòt kesyon sou sa: ${what}.`,
  inEnglish: 'An angle:',
  tellMore: ['Tanpri di nou yon ti kras plis sou sa.'],

  personLooks: 'Yon moun nan 311 pral gade sa.',
  reasons: {
    emergency: 'Gen danje? Rele 911.',
    crisis: 'Gen danje? Rele 911, oswa rele oswa tekste 988.',
    'agent-wanted': 'Ou mande pale ak yon moun.',
    'not-fixed': 'Nou regrèt sa poko ranje.',
    'service-unclear': 'Nou pa rive konnen ki sèvis sa mande.',
    'place-unclear': 'Nou pa jwenn kote a.',
    'service-needs-person': 'Yon moun gade kalite demann sa a anvan.',
    'outside-city': 'Li ka andeyò Boston.',
    question: 'Nou pa ka reponn sa poukont nou.',
    'change-after-filing': 'Li deja anrejistre, kidonk se yon moun ki dwe fè chanjman an.',
    abandoned: 'Ou t ap pale nou de sa, epi nou pase sa ou te voye a.',
    unreadable: 'Nou pa rive li mesaj ou a.',
    'not-filed': 'Nou pa t kapab anrejistre li poukont nou.',
  },
  corrected: (what) => `Nou chanje li. Kounye a se: ${what}.`,
  added: 'Nou ajoute sa nan rapò ou a.',
  sendPhoto: ['Reponn ak yon foto pou ajoute l.'],
  photoLink: 'Ajoute yon foto isit la:',
  cancelled: (what) => `Nou anile: ${what}.`,
  dropped: 'Dakò, nou kite sa. Nou pa anrejistre anyen.',
  nothingToCancel: [
    'Pa gen anyen pou anile. Pou ou pa resevwa mesaj ankò, reponn STOP.',
    'Pa gen anyen pou anile.',
  ],

  state: {
    review: 'ap tann yon moun nan 311',
    filing: 'ap anrejistre',
    filed: 'anrejistre',
    closed: 'fèmen',
    cancelled: 'anile',
    refused: 'pa anrejistre',
  },
  sentTo: (department) => `voye bay ${department}`,
  andMore: (count) => `Ak ${count} lòt.`,
  statusUnknown: (reference) => `Nou pa jwenn ${reference}.`,
  statusUnknownHint: 'Tanpri verifye nimewo a.',
  statusNone: [
    'Nou pa gen okenn rapò ou isit la. Di nou ki pwoblèm ki genyen ak ki kote, oswa voye yon nimewo tankou BOS-1234-5678.',
    'Nou pa gen okenn rapò ou isit la.',
  ],

  agentCalled: ['Nou pase sa bay yon moun nan 311.'],
  notFixed: [
    'Nou regrèt sa poko ranje. Yon moun nan 311 pral gade sa ankò.',
    'Yon moun nan 311 pral gade sa ankò.',
  ],
  questionKept: ['Yon moun nan 311 pral li kesyon ou a.'],
  commentKept: ['Mèsi. Yon moun nan 311 pral li kòmantè ou a.', 'Yon moun nan 311 pral li sa.'],
  orCall: `Oswa rele 311 (${contacts.hotlineFromAnywhere}).`,

  direct: 'Ou ka voye kote a nan yon mesaj prive tou.',
  notHere: {
    direct: 'Pou pwoteje vi prive ou, tanpri voye yon mesaj prive ban nou sou sa.',
    call: `Pou pwoteje vi prive ou, tanpri rele 311 sou sa (${contacts.hotlineFromAnywhere}).`,
  },

  outside: (town) => `Sa sanble nan ${town}, andeyò Boston.`,
  onlyBoston: 'Nou ka anrejistre demann pou Boston sèlman.',
  outsideCall: (phone) => (phone === null ? 'Tanpri kontakte yo.' : `Tanpri rele yo: ${phone}.`),

  welcome: [
    'Bonjou, se asistan otomatik 311 Boston. Ki pwoblèm nan, epi ki kote li ye? Yon foto ka ede. Si se ijans, rele 911.',
    '311 Boston, otomatik. Ki pwoblèm nan, epi ki kote? Si se ijans, rele 911.',
  ],
  help: [
    `311 Boston pran demann ki pa ijans: twou nan lari, fatra, limyè, bri ak lòt ankò. Di nou ki sa ak ki kote; yon foto ka ede. STATUS: nouvèl. AGENT: yon moun. STOP: pa gen mesaj ankò. Oswa rele 311 (${contacts.hotlineFromAnywhere}). Ijans: 911.`,
    `311 Boston: di nou pwoblèm nan ak ki kote. STOP fini mesaj yo. Rele 311 oswa ${contacts.hotlineFromAnywhere}. Ijans: 911.`,
  ],
  welcomeBack: [
    'W ap resevwa mesaj 311 Boston ankò. Di nou ki pwoblèm ki genyen ak ki kote. STOP fini yo.',
    'W ap resevwa mesaj 311 Boston ankò. STOP fini yo.',
  ],
  optedOut: [
    `Ou p ap resevwa mesaj 311 Boston ankò. Reponn START pou tounen. Ou ka toujou rele 311 (${contacts.hotlineFromAnywhere}).`,
    'Ou p ap resevwa mesaj 311 Boston ankò. Reponn START pou tounen.',
  ],
  thankedBack: 'Pa gen pwoblèm.',
  notUnderstood: [
    'Padon, nou pa konprann. Di nou ki pwoblèm ki genyen ak ki kote, an kèk mo. HELP esplike plis.',
    'Padon, nou pa konprann. Ki pwoblèm nan, epi ki kote?',
  ],

  linkOther: 'Si ou te rapòte yon lòt jan, voye LINK ak nimewo oswa imèl sa a.',
  codeSent: (half) =>
    `Si adrès sa a te deja ekri nou, nou voye 4 chif ba li. Voye yo isit la anvan 10 minit pase, ak ${half} devan yo.`,
  code: (half) =>
    `311 Boston: 4 chif ou yo se ${half}. Voye yo sèlman kote ou te mande yo a. Si ou pa t mande, pa fè anyen.`,
  linked: 'Fini. Tou de konekte: STATUS montre rapò tou de. UNLINK separe yo.',
  codeWrong: 'Chif sa yo pa bon, oswa yo twò ansyen. Voye LINK ak adrès la pou jwenn lòt.',
  unlinked: 'Fini. Yo pa konekte ankò.',

  newsAsked: {
    sms: (code) =>
      `Pou resevwa nouvèl pa tèks, reponn mesaj tèks nou an ak kòd sa a: ${code}. L ap rive ant 8è maten ak 9è diswa.`,
    email: (code) => `Pou resevwa nouvèl pa imèl, reponn imèl nou an ak kòd sa a: ${code}.`,
  },
  newsKnown: 'Nou voye nouvèl yo nan menm telefòn oswa imèl ak anvan an.',
  newsOffered:
    '311 Boston: yon moun ban nou kontak sa a. Se ou menm? Reponn ak kòd ou te wè a. Si se pa ou, pa fè anyen. STOP: pa gen mesaj ankò.',
  newsHere: [
    'Fini. W ap resevwa nouvèl sou rapò w la isit la. STOP fini sa.',
    'Fini. W ap resevwa nouvèl yo isit la. STOP fini sa.',
    'Fini.',
  ],
  newsCodeWrong: 'Kòd sa a pa bon, oswa li twò ansyen.',

  decided: (what) => `Yon moun nan 311 gade rapò ou a epi li anrejistre: ${what}.`,
  refused: (what) => `Yon moun nan 311 gade sa epi li pa anrejistre li: ${what}.`,

  closed: (what) => `Vil la fèmen dosye sa a: ${what}.`,
  news: (what) => `Nouvèl nan men Vil la: ${what}.`,
  updates: 'Nouvèl nan men Vil la:',
  theirNote: (note) => `Nòt Vil la: "${note}"`,
  answers: 'Yon moun nan 311 reponn:',
  wordsNotFixed: 'LI POKO RANJE',
  ifNotFixed: 'Sa poko ranje? Reponn LI POKO RANJE.',

  notices: {
    'photo-kept': 'Nou kenbe foto ou a, men nou pa ka louvri li poukont nou.',
    'video-kept': 'Nou kenbe videyo ou a, men nou pa ka gade li poukont nou.',
    'audio-kept': 'Nou kenbe anrejistreman ou a, men nou pa ka koute li poukont nou.',
    'contact-kept': 'Nou kenbe kontak ou voye a.',
    'file-kept': 'Nou kenbe fichye ou a, men nou pa ka li li poukont nou.',
    'file-broken': 'Yon fichye pa louvri. Tanpri voye li ankò.',
    'file-late': 'Yon fichye poko rive jwenn nou.',
  },
}
