import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/** Somali. */
export const so: Phrases = {
  wordsBy: { by: 'machine' },
  between: ' ',
  stop: '.',
  isolate: (text) => text,

  emergency: 'Haddii qof khatar ku jiro, hadda wac 911. 311 ma diri karto gargaar degdeg ah.',
  crisis:
    'Keligaa ma tihid. Hadda wac ama farriin u dir 988: waa bilaash, habeen iyo maalin. Haddii qof hadda khatar ku jiro, wac 911.',

  report: 'warbixintaada',
  at: (what, where) => `${what}, ${where}`,
  number: (reference) => `Lambarkaaga: ${reference}.`,
  numbers: (reference, caseNumber) => `Lambarkaaga: ${reference} (kiiska Magaalada: ${caseNumber}).`,
  target: (by, span) =>
    span === null ? `Bartilmaameed: ilaa ${by}.` : `Bartilmaameed: ${span} (ilaa ${by}).`,
  spans: {
    hours: { one: '# saac', other: '# saacadood' },
    days: { one: '# maalin', other: '# maalmood' },
    businessDays: { one: '# maalin shaqo', other: '# maalmood oo shaqo' },
  },

  thanks: 'Mahadsanid.',
  filed: (what) => `Waan diiwaangelinnay: ${what}.`,
  filedMany: 'Waan diiwaangelinnay:',
  ifWrong: ['Ma khalad baa? Soo dir cinwaanka saxda ah ama MAYA.', 'Ma khalad baa? Soo dir MAYA.'],
  askCorrection: [
    'Maxaa khaldan? Soo dir cinwaanka saxda ah ama sheeg dhibaatada. CANCEL way joojisaa. Qof ka tirsan 311 ayaa sidoo kale eegi doona.',
    'Maxaa khaldan? Soo dir cinwaanka saxda ah ama sheeg dhibaatada. Qof ka tirsan 311 ayaa sidoo kale eegi doona.',
    'Maxaa khaldan? Soo dir cinwaanka saxda ah.',
  ],
  handledBy: (owner, phone) =>
    phone === null ? `Waxaa ka mas'uul ah ${owner}.` : `Waxaa ka mas'uul ah ${owner} (${phone}).`,

  confirm: (what) => `Ma kan baa: ${what}?`,
  confirmPlace: (where) => `Ma halkan baa: ${where}?`,
  confirmAny: 'Si sax ah ma u fahannay?',
  yesOrNo: ['Ku jawaab HAA ama MAYA.', 'HAA mise MAYA?'],

  gotPhoto: 'Waad ku mahadsan tahay sawirka.',
  got: (what) => `Waan fahannay: ${what}.`,
  askWhat: ['Waa maxay dhibaatadu? Dhowr eray ayaa ku filan.', 'Waa maxay dhibaatadu?'],
  askWhere: ['Waa xaggee? Soo dir cinwaanka, isgoyska ugu dhow ama magaca goobta.', 'Waa xaggee?'],
  askBoth: [
    'Waa maxay dhibaatadu, waana xaggee? Soo dir dhowr eray iyo cinwaanka ama isgoyska ugu dhow.',
    'Waa maxay dhibaatadu, waana xaggee?',
  ],
  chooseWhat: ['Waa kee kuwan?', 'Waa kee?'],
  otherWords: 'Ku jawaab lambarka, ama si kale noogu sheeg.',
  whichStreet: (street) => `${street}: waa xaafaddee?`,
  whichOne: 'Waa xaggee?',
  replyNumber: 'Ku jawaab lambarka ama magaca xaafadda.',
  askNumber: (street) => `Xaggee ${street}? Soo dir lambarka guriga ama waddada ugu dhow ee ka gooysa.`,
  askNumberShort: 'Waa maxay lambarka guriga ama waddada ka gooysa?',
  oneMore: (what) => `Su'aal kale oo ku saabsan: ${what}.`,
  inEnglish: 'Af Ingiriisi:',
  tellMore: ['Fadlan wax yar oo dheeraad ah noo sheeg.'],

  personLooks: 'Qof ka tirsan 311 ayaa eegi doona.',
  reasons: {
    emergency: 'Khatar ma jirtaa? Wac 911.',
    crisis: 'Khatar ma jirtaa? Wac 911, ama wac ama farriin u dir 988.',
    'agent-wanted': 'Waxaad codsatay qof.',
    'not-fixed': 'Waan ka xunnahay in aan weli la hagaajin.',
    'service-unclear': 'Ma aannan garan adeegga loo baahan yahay.',
    'place-unclear': 'Ma aannan helin goobta.',
    'service-needs-person': 'Codsiga noocan ah marka hore qof ayaa eega.',
    'outside-city': 'Waxaa laga yaabaa inay ka baxsan tahay Boston.',
    question: "Su'aashan si toos ah ugama jawaabi karno.",
    'change-after-filing': 'Horey ayaa loo diiwaangeliyey; qof ayaa beddeli doona.',
    abandoned: 'Arrintan ayaad noo sheegaysay, waxaana gudbinnay wixii aad soo dirtay.',
    unreadable: 'Farriintaada ma aannan akhrin karin.',
    'not-filed': 'Si toos ah uma diiwaangelin karin.',
  },
  corrected: (what) => `Waa la beddelay. Hadda waa: ${what}.`,
  added: 'Waxaan ku darnay warbixintaada.',
  sendPhoto: ['Ku jawaab sawir si loogu daro.'],
  photoLink: 'Halkan ku dar sawir:',
  cancelled: (what) => `Waa la joojiyey: ${what}.`,
  dropped: 'Hagaag. Waxba ma diiwaangelin.',
  nothingToCancel: [
    'Ma jiro wax la joojiyo. Si aad farriimaha u joojiso, ku jawaab STOP.',
    'Ma jiro wax la joojiyo.',
  ],

  state: {
    review: 'waxay sugaysaa qof ka tirsan 311',
    filing: 'waa la diiwaangelinayaa',
    filed: 'waa la diiwaangeliyey',
    closed: 'waa la xiray',
    cancelled: 'waa la joojiyey',
    refused: 'lama diiwaangelin',
  },
  sentTo: (department) => `waxaa loo diray ${department}`,
  andMore: (count) => `Iyo ${count} kale.`,
  statusUnknown: (reference) => `Lama helin ${reference}.`,
  statusUnknownHint: 'Fadlan hubi lambarka.',
  statusNone: [
    'Halkan kuma hayno warbixin kaaga. Noo sheeg waxa dhacay iyo goobta, ama soo dir lambar sida BOS-1234-5678.',
    'Halkan kuma hayno warbixin kaaga.',
  ],

  agentCalled: ['Waxaan u gudbinnay qof ka tirsan 311.'],
  notFixed: [
    'Waan ka xunnahay in aan weli la hagaajin. Qof ka tirsan 311 ayaa mar kale eegi doona.',
    'Qof ka tirsan 311 ayaa mar kale eegi doona.',
  ],
  questionKept: ["Qof ka tirsan 311 ayaa akhrin doona su'aashaada."],
  commentKept: [
    'Mahadsanid. Qof ka tirsan 311 ayaa akhrin doona faalladaada.',
    'Qof ka tirsan 311 ayaa akhrin doona.',
  ],
  orCall: `Ama wac 311 (${contacts.hotlineFromAnywhere}).`,

  direct: 'Goobta waxaad sidoo kale noogu soo diri kartaa farriin gaar ah.',
  notHere: {
    direct: 'Si aad u ilaaliso arrimahaaga gaarka ah, farriin gaar ah noogu soo dir arrintan.',
    call: `Si aad u ilaaliso arrimahaaga gaarka ah, arrintan ka wac 311 (${contacts.hotlineFromAnywhere}).`,
  },

  outside: (town) => `Waxay u muuqataa ${town}, oo ka baxsan Boston.`,
  onlyBoston: 'Waxaan diiwaangelinnaa codsiyada Boston oo keliya.',
  outsideCall: (phone) => (phone === null ? 'Fadlan la xiriir magaaladaas.' : `Fadlan wac: ${phone}.`),

  welcome: [
    'Salaan, kani waa kaaliyaha otomaatigga ah ee 311 Boston. Waa maxay dhibaatadu, waana xaggee? Sawir ayaa caawinaya. Xaalad degdeg ah wac 911.',
    '311 Boston, otomaatig. Waa maxay dhibaatadu, waana xaggee? Xaalad degdeg ah: wac 911.',
  ],
  help: [
    `311 Boston waxay qaadataa codsiyada aan degdegga ahayn: godad, qashin, nalal, buuq iyo wax kale. Noo sheeg waxa iyo goobta; sawir ayaa caawinaya. STATUS: war. AGENT: qof. STOP: jooji farriimaha. Ama wac 311 (${contacts.hotlineFromAnywhere}). Degdeg: 911.`,
    `311 Boston: noo sheeg waxa iyo goobta. STOP: jooji farriimaha. Wac 311 ama ${contacts.hotlineFromAnywhere}. Degdeg: 911.`,
  ],
  welcomeBack: [
    'Mar kale ayaad heli doontaa farriimaha 311 Boston. Noo sheeg waxa dhacay iyo goobta. STOP wuu joojiyaa.',
    'Mar kale ayaad heli doontaa farriimaha 311 Boston. STOP wuu joojiyaa.',
  ],
  optedOut: [
    `Farriimo dambe kama heli doontid 311 Boston. Ku jawaab START si aad u soo noqoto. Mar walba waad wici kartaa 311 (${contacts.hotlineFromAnywhere}).`,
    'Farriimo dambe kama heli doontid 311 Boston. Ku jawaab START si aad u soo noqoto.',
  ],
  thankedBack: 'Adaa mudan.',
  notUnderstood: [
    'Waan ka xunnahay, ma fahmin. Dhowr eray noogu sheeg waxa dhacay iyo goobta. HELP: caawimaad.',
    'Waan ka xunnahay, ma fahmin. Waa maxay dhibaatadu, waana xaggee?',
  ],

  linkOther: 'Ma u soo sheegtay si kale? Soo dir LINK iyo lambarkaas ama iimaylka.',
  codeSent: (half) =>
    `Haddii cinwaankaas hore noogu soo qoray, waxaan u dirnay 4 lambar. Halkan ku soo dir 10 daqiiqo gudahood, adigoo ${half} ka hor marinaya.`,
  code: (half) =>
    `311 Boston: 4ta lambar waa ${half}. Ka soo dir oo keliya meeshii aad ka codsatay. Haddii aadan codsan, waxba ha samayn.`,
  linked:
    'Waa la dhammeeyay. Labaduba way isku xiran yihiin: STATUS waxay tusaysaa labada. UNLINK way kala saartaa.',
  codeWrong: 'Lambarradu ma saxna ama way dhaceen. Soo dir LINK iyo cinwaanka si aad kuwo cusub u hesho.',
  unlinked: 'Waa la dhammeeyay. Isku ma xirna mar dambe.',

  newsAsked: {
    sms: (code) =>
      `Si aad wararka ugu hesho fariin qoraal ah, kaga jawaab fariintayada lambarkan: ${code}. Waxay imanaysaa 8da subaxnimo ilaa 9ka habeennimo.`,
    email: (code) => `Si aad wararka ugu hesho email, kaga jawaab emailkayaga lambarkan: ${code}.`,
  },
  newsKnown: 'Wararka waxaan u dirnaa isla telefoonka ama emailkii hore.',
  newsOffered:
    '311 Boston: qof baa na siiyay xiriirkan. Ma adigaa? Ku jawaab lambarka laguu tusay. Haddii kale, waxba ha samayn. STOP: fariin dambe ma jirto.',
  newsHere: [
    'Waa la dhammeeyay. Wararka warbixintaada halkan ayaad ka heli doontaa. STOP way joojisaa.',
    'Waa la dhammeeyay. Wararka halkan ka hel. STOP way joojisaa.',
    'Waa yahay.',
  ],
  newsCodeWrong: 'Lambarkaasi sax ma aha ama wuu dhacay.',

  decided: (what) => `Qof ka tirsan 311 ayaa eegay warbixintaada oo diiwaangeliyey: ${what}.`,
  refused: (what) => `Qof ka tirsan 311 ayaa eegay, mana diiwaangelin: ${what}.`,

  closed: (what) => `Magaaladu waxay xirtay kiiskan: ${what}.`,
  news: (what) => `War ka yimid Magaalada: ${what}.`,
  updates: 'War ka yimid Magaalada:',
  theirNote: (note) => `Qoraalka Magaalada: "${note}"`,
  answers: 'Qof ka tirsan 311 ayaa ka jawaabay:',
  wordsNotFixed: 'WELI LAMA HAGAAJIN',
  ifNotFixed: 'Weli ma hagaagin? Ku jawaab WELI LAMA HAGAAJIN.',

  notices: {
    'photo-kept': 'Sawirkaaga waan kaydinnay, laakiin si toos ah uma furi karno.',
    'video-kept': 'Muuqaalkaaga waan kaydinnay, laakiin si toos ah uma daawan karno.',
    'audio-kept': 'Codkaaga waan kaydinnay, laakiin si toos ah uma dhegeysan karno.',
    'contact-kept': 'Waan kaydinnay xiriirka aad soo dirtay.',
    'file-kept': 'Faylkaaga waan kaydinnay, laakiin si toos ah uma akhrin karno.',
    'file-broken': 'Fayl ma furmin. Fadlan mar kale soo dir.',
    'file-late': 'Fayl weli nama soo gaarin.',
  },
}
