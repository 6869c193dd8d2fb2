import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/** Cabo Verdean Creole (Santiago, ALUPEC spelling). */
export const kea: Phrases = {
  wordsBy: { by: 'machine' },
  between: ' ',
  stop: '.',
  isolate: (text) => text,

  emergency: 'Si algen sta na prigu, txoma 911 gosi. 311 ka pode manda ajuda di imerjénsia.',
  crisis:
    'Bu ka sta bo so. Txoma o manda mensajen pa 988 gosi: é di grasa, dia ku noti. Si algen sta na prigu gosi, txoma 911.',

  report: 'bu pididu',
  at: (what, where) => `${what} na ${where}`,
  number: (reference) => `Bu referénsia: ${reference}.`,
  numbers: (reference, caseNumber) => `Bu referénsia: ${reference} (kazu di Sidadi: ${caseNumber}).`,
  target: (by, span) => (span === null ? `Meta: ti ${by}.` : `Meta: ${span} (ti ${by}).`),
  spans: {
    hours: { other: '# ora' },
    days: { other: '# dia' },
    businessDays: { other: '# dia di trabadju' },
  },

  thanks: 'Obrigadu.',
  filed: (what) => `Nu rejista: ${what}.`,
  filedMany: 'Nu rejista:',
  ifWrong: ['Si sta eradu, manda nderesu sertu o NAU.', 'Si sta eradu, manda NAU.'],
  askCorrection: [
    'Kuzé ki sta eradu? Manda nderesu sertu o fla kal ki é prublema. CANCEL ta tra-l. Un algen di 311 tanbe ta odja.',
    'Kuzé ki sta eradu? Manda nderesu sertu o fla kal ki é prublema. Un algen di 311 tanbe ta odja.',
    'Kuzé ki sta eradu? Manda nderesu sertu.',
  ],
  handledBy: (owner, phone) =>
    phone === null ? `${owner} ta trata di kel-li.` : `${owner} (${phone}) ta trata di kel-li.`,

  confirm: (what) => `É kel-li: ${what}?`,
  confirmPlace: (where) => `É li: ${where}?`,
  confirmAny: 'Nu ntende dretu?',
  yesOrNo: ['Responde SIN o NAU.', 'SIN o NAU?'],

  gotPhoto: 'Obrigadu pa fotu.',
  got: (what) => `Nu ntende: ${what}.`,
  askWhat: ['Kal ki é prublema? Algun palavra ta txiga.', 'Kal ki é prublema?'],
  askWhere: ['Undi? Manda nderesu, skina mas pertu o nómi di lugar.', 'Undi?'],
  askBoth: [
    'Kal ki é prublema, y undi? Manda algun palavra ku nderesu o skina mas pertu.',
    'Kal ki é prublema, y undi?',
  ],
  chooseWhat: ['Kal di es?', 'Kal?'],
  otherWords: 'Responde ku númeru, o fla-nu ku otu palavra.',
  whichStreet: (street) => `Kal ${street}?`,
  whichOne: 'Undi?',
  replyNumber: 'Responde ku númeru o nómi di bairu.',
  askNumber: (street) => `Undi na ${street}? Manda númeru di kaza o rua mas pertu ki ta kruza.`,
  askNumberShort: 'Kal númeru di kaza, o kal rua ki ta kruza?',
  oneMore: (what) => `Más un pergunta sobri kel-li: ${what}.`,
  inEnglish: 'Na inglés:',
  tellMore: ['Pur favor, fla-nu un poku más.'],

  personLooks: 'Un algen di 311 ta odja-l.',
  reasons: {
    emergency: 'Ten prigu? Txoma 911.',
    crisis: 'Ten prigu? Txoma 911, o txoma o manda mensajen pa 988.',
    'agent-wanted': 'Bu pidi pa papia ku un algen.',
    'not-fixed': 'Diskulpa, inda ka konpodu.',
    'service-unclear': 'Nu ka sabe kal sirvisu ki mesti.',
    'place-unclear': 'Nu ka atxa lugar.',
    'service-needs-person': 'Un algen ta odja es tipu di pididu primeru.',
    'outside-city': 'Talvés é fóra di Boston.',
    question: 'Nu ka pode responde es pergunta nos so.',
    'change-after-filing': 'Dja sta rejistadu, un algen ten ki muda-l.',
    abandoned: 'Bu staba ta konta-nu kel-li, y nu pasa kel ki bu manda.',
    unreadable: 'Nu ka pode le bu mensajen.',
    'not-filed': 'Nu ka konsigi rejista-l pa nos kabesa.',
  },
  corrected: (what) => `Dja muda. Gosi é: ${what}.`,
  added: 'Nu djunta-l na bu pididu.',
  sendPhoto: ['Responde ku un fotu pa djunta-l.'],
  photoLink: 'Djunta un fotu li:',
  cancelled: (what) => `Dja kansela: ${what}.`,
  dropped: 'Sta dretu. Nu ka rejista nada.',
  nothingToCancel: [
    'Ka ten nada pa kansela. Pa ka risebe más mensajen, responde STOP.',
    'Ka ten nada pa kansela.',
  ],

  state: {
    review: 'ta spera un algen di 311',
    filing: 'ta rejistadu',
    filed: 'rejistadu',
    closed: 'fitxadu',
    cancelled: 'kanseladu',
    refused: 'ka rejistadu',
  },
  sentTo: (department) => `mandadu pa ${department}`,
  andMore: (count) => `Y más ${count}.`,
  statusUnknown: (reference) => `Nu ka atxa ${reference}.`,
  statusUnknownHint: 'Pur favor, odja númeru otu bes.',
  statusNone: [
    'Nu ka ten ninhun pididu di bo li. Fla-nu kal ki é prublema y undi, o manda un númeru sima BOS-1234-5678.',
    'Nu ka ten ninhun pididu di bo li.',
  ],

  agentCalled: ['Nu pasa-l pa un algen di 311.'],
  notFixed: [
    'Diskulpa, inda ka konpodu. Un algen di 311 ta odja-l otu bes.',
    'Un algen di 311 ta odja-l otu bes.',
  ],
  questionKept: ['Un algen di 311 ta le bu pergunta.'],
  commentKept: ['Obrigadu. Un algen di 311 ta le bu komentáriu.', 'Un algen di 311 ta le-l.'],
  orCall: `O txoma 311 (${contacts.hotlineFromAnywhere}).`,

  direct: 'Bu pode manda lugar pa mensajen privadu tanbe.',
  notHere: {
    direct: 'Pa bu privasidadi, manda-nu un mensajen privadu sobri es asuntu, pur favor.',
    call: `Pa bu privasidadi, txoma 311 sobri es asuntu, pur favor (${contacts.hotlineFromAnywhere}).`,
  },

  outside: (town) => `Kel-li ta parse ma é na ${town}, fóra di Boston.`,
  onlyBoston: 'Nu ta rejista so pididu di Boston.',
  outsideCall: (phone) => (phone === null ? 'Pur favor, kontata-s.' : `Pur favor, txoma: ${phone}.`),

  welcome: [
    'Oi, es é asistenti otomátiku di 311 Boston. Kal ki é prublema, y undi? Un fotu ta djuda. Na imerjénsia, txoma 911.',
    '311 Boston, otomátiku. Kal ki é prublema, y undi? Imerjénsia: txoma 911.',
  ],
  help: [
    `311 Boston ta risebe pididu ki ka é imerjénsia: buraku na strada, lixu, lus, baruliu y más. Fla-nu kuzé y undi; un fotu ta djuda. STATUS: nutísia. AGENT: un algen. STOP: ka manda más mensajen. O txoma 311 (${contacts.hotlineFromAnywhere}). Imerjénsia: 911.`,
    `311 Boston: fla-nu kuzé y undi. STOP: ka manda más mensajen. Txoma 311 o ${contacts.hotlineFromAnywhere}. Imerjénsia: 911.`,
  ],
  welcomeBack: [
    'Bu ta risebe mensajen di 311 Boston otu bes. Fla-nu kuzé y undi. STOP ta para-s.',
    'Bu ta risebe mensajen di 311 Boston otu bes. STOP ta para-s.',
  ],
  optedOut: [
    `Bu ka ta risebe más mensajen di 311 Boston. Responde START pa volta. Bu pode txoma 311 senpri (${contacts.hotlineFromAnywhere}).`,
    'Bu ka ta risebe más mensajen di 311 Boston. Responde START pa volta.',
  ],
  thankedBack: 'Di nada.',
  notUnderstood: [
    'Diskulpa, nu ka ntende. Fla-nu kuzé y undi, ku algun palavra. HELP ta splika más.',
    'Diskulpa, nu ka ntende. Kal ki é prublema, y undi?',
  ],

  linkOther: 'Si bu ten pididu di otu manera, manda LINK ku kel númeru o email.',
  codeSent: (half) =>
    `Si kel nderesu dja skrebe-nu, nu manda-l 4 númeru. Manda-s li na 10 minutu, ku ${half} na frenti.`,
  code: (half) =>
    `311 Boston: bu 4 númeru é ${half}. Manda-s so di undi ki bu pidi-s. Si bu ka pidi, ka fase nada.`,
  linked: 'Prontu. Tudu dos sta ligadu: STATUS ta mostra pididu di tudu dos. UNLINK ta dizliga-s.',
  codeWrong: 'Kes númeru ka sta sertu o dja pasa ténpu. Manda LINK ku nderesu pa otus.',
  unlinked: 'Prontu. Ka sta ligadu más.',

  newsAsked: {
    sms: (code) =>
      `Pa resebe nutisia pa mensaji, risponde nos mensaji ku es kódigu: ${code}. El ta txiga entri 8 ora di palmanhan y 9 ora di noti.`,
    email: (code) => `Pa resebe nutisia pa email, risponde nos email ku es kódigu: ${code}.`,
  },
  newsKnown: 'Nu ta manda nutisias pa mésmu telefoni o email di antis.',
  newsOffered:
    '311 Boston: algen da-nu es kontatu. Foi bo? Risponde ku kódigu ki bu odja. Si ka foi bo, ka fase nada. STOP: ka ten más mensaji.',
  newsHere: [
    'Prontu. Bu ta resebe li nutisias di bu pididu. STOP ta kaba ku el.',
    'Prontu. Bu ta resebe nutisias li. STOP ta kaba ku el.',
    'Prontu.',
  ],
  newsCodeWrong: 'Kel kódigu ka sta sertu o dja pasa ténpu.',

  decided: (what) => `Un algen di 311 odja bu pididu y rejista-l: ${what}.`,
  refused: (what) => `Un algen di 311 odja kel-li y ka rejista-l: ${what}.`,

  closed: (what) => `Sidadi fitxa es pididu: ${what}.`,
  news: (what) => `Nutísia di Sidadi: ${what}.`,
  updates: 'Nutísia di Sidadi:',
  theirNote: (note) => `Nota di Sidadi: "${note}"`,
  answers: 'Un algen di 311 ta responde:',
  wordsNotFixed: 'KA KONPODU',
  ifNotFixed: 'Inda ka sta konpodu? Responde KA KONPODU.',

  notices: {
    'photo-kept': 'Nu guarda bu fotu, mas nu ka pode abri-l nos so.',
    'video-kept': 'Nu guarda bu vídiu, mas nu ka pode odja-l nos so.',
    'audio-kept': 'Nu guarda bu gravason, mas nu ka pode obi-l nos so.',
    'contact-kept': 'Nu guarda kontatu ki bu manda.',
    'file-kept': 'Nu guarda bu fixeru, mas nu ka pode le-l nos so.',
    'file-broken': 'Un fixeru ka abri. Pur favor, manda-l otu bes.',
    'file-late': 'Un fixeru inda ka txiga.',
  },
}
