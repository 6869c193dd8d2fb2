import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/** Spanish, with "usted". Short forms keep to words without á, í, ó, ú where there is one: those letters halve a text's room. */
export const es: Phrases = {
  wordsBy: { by: 'machine' },
  between: ' ',
  stop: '.',
  isolate: (text) => text,

  emergency: 'Si alguien corre peligro, llame al 911 ahora. El 311 no puede enviar ayuda de emergencia.',
  crisis:
    'No tiene que pasar por esto sin ayuda. Llame o escriba al 988 ahora: es gratis, a toda hora. Si alguien corre peligro en este momento, llame al 911.',

  report: 'su reporte',
  at: (what, where) => `${what} en ${where}`,
  number: (reference) => `Su referencia: ${reference}.`,
  numbers: (reference, caseNumber) => `Su referencia: ${reference} (caso de la Ciudad: ${caseNumber}).`,
  target: (by, span) => (span === null ? `Meta: para el ${by}.` : `Meta: ${span} (para el ${by}).`),
  spans: {
    hours: { one: '# hora', other: '# horas' },
    days: { one: '# día', other: '# días' },
    businessDays: { one: '# día hábil', other: '# días hábiles' },
  },

  thanks: 'Gracias.',
  filed: (what) => `Solicitud registrada: ${what}.`,
  filedMany: 'Solicitudes registradas:',
  ifWrong: ['¿Hay un error? Envíe la dirección correcta o NO.', 'Si no es correcto, escriba NO.'],
  askCorrection: [
    '¿Qué está mal? Envíe la dirección correcta o diga cuál es el problema. CANCEL lo retira. También lo verá una persona del 311.',
    '¿Qué está mal? Envíe la dirección correcta o diga cuál es el problema. También lo verá una persona del 311.',
    '¿Qué está mal? Envíe la dirección correcta o el problema.',
  ],
  handledBy: (owner, phone) =>
    phone === null ? `${owner} se encarga de esto.` : `${owner} (${phone}) se encarga de esto.`,

  confirm: (what) => `¿Es esto: ${what}?`,
  confirmPlace: (where) => `¿Es en ${where}?`,
  confirmAny: '¿Es correcto?',
  yesOrNo: ['Responda SÍ o NO.', 'Responda OK o NO.'],

  gotPhoto: 'Gracias por la foto.',
  got: (what) => `Entendido: ${what}.`,
  askWhat: ['¿Cuál es el problema? Basta con pocas palabras.', '¿Qué problema hay?'],
  askWhere: [
    '¿Dónde es? Envíe la dirección, la esquina más cercana o el nombre del lugar.',
    '¿En qué lugar? Escriba calle y esquina.',
  ],
  askBoth: [
    '¿Cuál es el problema y dónde está? Envíe pocas palabras y la dirección o la esquina más cercana.',
    '¿Qué problema hay, y en qué lugar?',
  ],
  chooseWhat: ['¿Cuál de estos es?', '¿Qué es?'],
  otherWords: 'Responda con el número o con otras palabras.',
  whichStreet: (street) => `¿En qué barrio: ${street}?`,
  whichOne: '¿En qué barrio?',
  replyNumber: 'Responda con el número o el barrio.',
  askNumber: (street) => `¿En qué parte de ${street}? Envíe el número de la casa o la calle que la cruza.`,
  askNumberShort: '¿Qué número de casa o qué esquina?',
  oneMore: (what) => `Una pregunta más sobre esto: ${what}.`,
  inEnglish: 'En inglés:',
  tellMore: ['Por favor, díganos un poco más.'],

  personLooks: 'Una persona del 311 lo va a revisar.',
  reasons: {
    emergency: '¿Hay peligro? Llame al 911.',
    crisis: '¿Hay peligro? Llame al 911, o llame o escriba al 988.',
    'agent-wanted': 'Usted pidió hablar con una persona.',
    'not-fixed': 'Lamentamos que no esté arreglado.',
    'service-unclear': 'No pudimos saber qué servicio hace falta.',
    'place-unclear': 'No encontramos el lugar.',
    'service-needs-person': 'Una persona revisa primero este tipo de solicitud.',
    'outside-city': 'Puede que esté fuera de Boston.',
    question: 'No podemos responder a esto por nuestra cuenta.',
    'change-after-filing': 'Ya está registrado; una persona tiene que hacer el cambio.',
    abandoned: 'Nos estaba contando esto y pasamos lo que usted envió.',
    unreadable: 'No pudimos leer su mensaje.',
    'not-filed': 'No pudimos registrarlo por nuestra cuenta.',
  },
  corrected: (what) => `Cambiado. Ahora dice: ${what}.`,
  added: 'Lo agregamos a su reporte.',
  sendPhoto: ['Responda con una foto para agregarla.'],
  photoLink: 'Agregue una foto en:',
  cancelled: (what) => `Cancelado: ${what}.`,
  dropped: 'De acuerdo. No registramos nada.',
  nothingToCancel: [
    'No hay nada que cancelar. Para no recibir más mensajes, responda STOP.',
    'No hay nada que cancelar.',
  ],

  state: {
    review: 'en espera de una persona del 311',
    filing: 'en proceso de registro',
    filed: 'registrado',
    closed: 'cerrado',
    cancelled: 'cancelado',
    refused: 'no registrado',
  },
  sentTo: (department) => `enviado a ${department}`,
  andMore: (count) => `Otros reportes: ${count}.`,
  statusUnknown: (reference) => `No encontramos ${reference}.`,
  statusUnknownHint: 'Por favor, revise el número.',
  statusNone: [
    'No tenemos ningún reporte suyo aquí. Díganos qué pasa y dónde, o envíe un número como BOS-1234-5678.',
    'No tenemos reportes de usted en este lugar.',
  ],

  agentCalled: ['Lo pasamos a una persona del 311.'],
  notFixed: [
    'Lamentamos que no esté arreglado. Una persona del 311 lo va a revisar otra vez.',
    'Una persona del 311 lo va a revisar otra vez.',
  ],
  questionKept: ['Una persona del 311 va a leer su pregunta.'],
  commentKept: ['Gracias. Una persona del 311 va a leer su comentario.', 'Una persona del 311 lo va a leer.'],
  orCall: `O llame al 311 (${contacts.hotlineFromAnywhere}).`,

  direct: 'También puede enviar el lugar por mensaje directo.',
  notHere: {
    direct: 'Por su privacidad, escríbanos sobre esto por mensaje directo.',
    call: `Por su privacidad, llame al 311 sobre esto (${contacts.hotlineFromAnywhere}).`,
  },

  outside: (town) => `Esto parece estar en ${town}, fuera de Boston.`,
  onlyBoston: 'Solo registramos solicitudes de Boston.',
  outsideCall: (phone) => (phone === null ? 'Por favor, consulte con esa ciudad.' : `Llame al ${phone}.`),

  welcome: [
    'Hola, soy el asistente automático del 311 de Boston. ¿Cuál es el problema y dónde está? Una foto ayuda. En una emergencia, llame al 911.',
    '311 de Boston (respuesta no humana). ¿Qué problema hay, y en qué lugar? Si es una emergencia, llame al 911.',
  ],
  help: [
    `El 311 de Boston recibe solicitudes que no son emergencias: baches, basura, luces, ruido, etc. Escriba el problema y el lugar; una foto ayuda. STATUS: noticias. AGENT: una persona. STOP: fin de los mensajes. O llame al 311 (${contacts.hotlineFromAnywhere}). Emergencia: 911.`,
    `311 de Boston: escriba el problema y el lugar. STOP termina los mensajes. Llame al 311 o ${contacts.hotlineFromAnywhere}. Emergencia: 911.`,
  ],
  welcomeBack: [
    'Volverá a recibir mensajes del 311 de Boston. Díganos qué pasa y dónde. STOP los termina.',
    'Usted recibe de nuevo mensajes del 311 de Boston. STOP los termina.',
  ],
  optedOut: [
    `No recibirá más mensajes del 311 de Boston. Responda START para volver. Siempre puede llamar al 311 (${contacts.hotlineFromAnywhere}).`,
    'Ya no le enviaremos mensajes del 311 de Boston. Escriba START para volver.',
  ],
  thankedBack: 'De nada.',
  notUnderstood: [
    'Perdón, no entendimos. Díganos qué pasa y dónde, en pocas palabras. HELP explica más.',
    'No entendimos. ¿Qué problema hay, y en qué lugar?',
  ],

  linkOther: 'Si tiene reportes por otro medio, mande LINK y ese correo o celular.',
  codeSent: (half) =>
    `Si esa dirección ya nos escribió, le enviamos 4 cifras. Envíelas aquí en 10 minutos, con ${half} delante.`,
  code: (half) =>
    `311 de Boston: sus 4 cifras son ${half}. Envíelas solo desde donde las pidió. Si no las pidió, no haga nada.`,
  linked: 'Listo. Ya están unidas: STATUS muestra los reportes de las dos. UNLINK las separa.',
  codeWrong: 'Esas cifras no coinciden o ya vencieron. Envíe LINK y la dirección para recibir otras.',
  unlinked: 'Listo. Ya no están unidas.',

  newsAsked: {
    sms: (code) =>
      `Para recibir noticias por mensaje de texto, responda al nuestro con este código: ${code}. Llega entre las 8 y las 21 horas.`,
    email: (code) => `Para recibir noticias por correo, responda a nuestro correo con este código: ${code}.`,
  },
  newsKnown: 'Enviamos las noticias al mismo teléfono o correo que antes.',
  newsOffered:
    '311 de Boston: alguien nos dio este contacto. ¿Fue usted? Responda con el código que vio. Si no, no haga nada. STOP: no más mensajes.',
  newsHere: [
    'Listo. Aquí recibirá las noticias de su reporte. STOP las termina.',
    'Listo. Aquí recibirá las noticias. STOP las termina.',
    'Listo.',
  ],
  newsCodeWrong: 'Ese código no es correcto o ya venció.',

  decided: (what) => `Una persona del 311 vio su reporte y lo registró: ${what}.`,
  refused: (what) => `Una persona del 311 vio esto y no lo registró: ${what}.`,

  closed: (what) => `La Ciudad cerró este caso: ${what}.`,
  news: (what) => `Novedades de la Ciudad: ${what}.`,
  updates: 'Novedades de la Ciudad:',
  theirNote: (note) => `Nota de la Ciudad: "${note}"`,
  answers: 'Una persona del 311 responde:',
  wordsNotFixed: 'NO ESTÁ ARREGLADO',
  ifNotFixed: '¿Sigue el problema? Responda NO ESTÁ ARREGLADO.',

  notices: {
    'photo-kept': 'Guardamos su foto, pero no la podemos abrir por nuestra cuenta.',
    'video-kept': 'Guardamos su video, pero no lo podemos ver por nuestra cuenta.',
    'audio-kept': 'Guardamos su audio, pero no lo podemos escuchar por nuestra cuenta.',
    'contact-kept': 'Guardamos el contacto que nos mandó.',
    'file-kept': 'Guardamos su archivo, pero no lo podemos leer por nuestra cuenta.',
    'file-broken': 'Un archivo no se pudo abrir. Por favor, mándelo otra vez.',
    'file-late': 'Un archivo no nos ha llegado.',
  },
}
