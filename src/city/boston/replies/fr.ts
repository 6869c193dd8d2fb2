import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/** French, with "vous". Short forms keep to words without ê, ç, ô where there is one; no sentence starts with À. */
export const fr: Phrases = {
  wordsBy: { by: 'machine' },
  between: ' ',
  stop: '.',
  isolate: (text) => text,

  emergency:
    "Si quelqu'un est en danger, appelez le 911 maintenant. Le 311 ne peut pas envoyer de secours d'urgence.",
  crisis:
    "Il y a de l'aide pour vous. Appelez le 988 ou envoyez-lui un message : gratuit, jour et nuit. Si quelqu'un est en danger maintenant, appelez le 911.",

  report: 'votre signalement',
  at: (what, where) => `${what}, ${where}`,
  number: (reference) => `Votre numéro : ${reference}.`,
  numbers: (reference, caseNumber) => `Votre numéro : ${reference} (dossier de la Ville : ${caseNumber}).`,
  target: (by, span) => (span === null ? `Objectif : d'ici ${by}.` : `Objectif : ${span} (d'ici ${by}).`),
  spans: {
    hours: { one: '# heure', other: '# heures' },
    days: { one: '# jour', other: '# jours' },
    businessDays: { one: '# jour ouvré', other: '# jours ouvrés' },
  },

  thanks: 'Merci.',
  filed: (what) => `Signalement enregistré : ${what}.`,
  filedMany: 'Signalements enregistrés :',
  ifWrong: ['Une erreur ? Envoyez la bonne adresse ou NON.', 'Une erreur ? Envoyez NON.'],
  askCorrection: [
    "Qu'est-ce qui ne va pas ? Envoyez la bonne adresse ou dites quel est le problème. CANCEL retire la demande. Une personne du 311 regarde aussi.",
    "Qu'est-ce qui ne va pas ? Envoyez la bonne adresse ou dites quel est le problème. Une personne du 311 regarde aussi.",
    "Qu'est-ce qui ne va pas ? Envoyez la bonne adresse.",
  ],
  handledBy: (owner, phone) =>
    phone === null ? `${owner} s'en occupe.` : `${owner} (${phone}) s'en occupe.`,

  confirm: (what) => `Est-ce bien : ${what} ?`,
  confirmPlace: (where) => `Est-ce bien ici : ${where} ?`,
  confirmAny: 'Avons-nous bien compris ?',
  yesOrNo: ['Répondez OUI ou NON.', 'OUI ou NON ?'],

  gotPhoto: 'Merci pour la photo.',
  got: (what) => `Bien noté : ${what}.`,
  askWhat: ['Quel est le problème ? Quelques mots suffisent.', 'Quel est le problème ?'],
  askWhere: [
    "Où est-ce ? Envoyez l'adresse, l'angle de rue le plus proche ou le nom du lieu.",
    'Où est-ce ?',
  ],
  askBoth: [
    "Quel est le problème, et où ? Envoyez quelques mots et l'adresse ou l'angle de rue le plus proche.",
    'Quel est le problème, et où ?',
  ],
  chooseWhat: ['Lequel est-ce ?', 'Lequel ?'],
  otherWords: 'Répondez par le numéro, ou dites-le autrement.',
  whichStreet: (street) => `${street} : dans quel quartier ?`,
  whichOne: 'Où ?',
  replyNumber: 'Répondez par le numéro ou le quartier.',
  askNumber: (street) =>
    `Où sur ${street} ? Envoyez un numéro de maison ou la rue transversale la plus proche.`,
  askNumberShort: 'Quel numéro de maison ou quelle rue transversale ?',
  oneMore: (what) => `Encore une question sur ceci : ${what}.`,
  inEnglish: 'En anglais :',
  tellMore: ['Merci de nous en dire un peu plus.'],

  personLooks: 'Une personne du 311 va regarder.',
  reasons: {
    emergency: 'Un danger ? Appelez le 911.',
    crisis: 'Un danger ? Appelez le 911, ou le 988 (appel ou message).',
    'agent-wanted': 'Vous avez demandé une personne.',
    'not-fixed': 'Désolés que ce ne soit pas réparé.',
    'service-unclear': "Nous n'avons pas su quel service il faut.",
    'place-unclear': "Nous n'avons pas trouvé le lieu.",
    'service-needs-person': "Une personne regarde d'abord ce type de demande.",
    'outside-city': 'Le lieu est peut-être hors de Boston.',
    question: 'Nous ne pouvons pas y répondre automatiquement.',
    'change-after-filing': "C'est déjà enregistré : une personne doit faire le changement.",
    abandoned: 'Vous nous en parliez ; nous avons transmis ce que vous avez envoyé.',
    unreadable: "Nous n'avons pas pu lire votre message.",
    'not-filed': "Nous n'avons pas pu l'enregistrer nous-mêmes.",
  },
  corrected: (what) => `Modifié. Maintenant : ${what}.`,
  added: 'Ajouté à votre signalement.',
  sendPhoto: ["Répondez avec une photo pour l'ajouter."],
  photoLink: 'Ajoutez une photo ici :',
  cancelled: (what) => `Annulé : ${what}.`,
  dropped: "D'accord. Rien n'a été enregistré.",
  nothingToCancel: [
    "Il n'y a rien à annuler. Pour ne plus recevoir de messages, répondez STOP.",
    "Il n'y a rien à annuler.",
  ],

  state: {
    review: 'attend une personne du 311',
    filing: "en cours d'enregistrement",
    filed: 'enregistré',
    closed: 'clos',
    cancelled: 'annulé',
    refused: 'non enregistré',
  },
  sentTo: (department) => `transmis à ${department}`,
  andMore: (count) => `Et ${count} de plus.`,
  statusUnknown: (reference) => `Nous ne trouvons pas ${reference}.`,
  statusUnknownHint: 'Vérifiez le numéro, svp.',
  statusNone: [
    "Nous n'avons pas de signalement de vous ici. Dites-nous le problème et le lieu, ou envoyez un numéro comme BOS-1234-5678.",
    "Nous n'avons pas de signalement de vous ici.",
  ],

  agentCalled: ['Nous avons transmis à une personne du 311.'],
  notFixed: [
    'Désolés que ce ne soit pas réparé. Une personne du 311 va regarder à nouveau.',
    'Une personne du 311 va regarder à nouveau.',
  ],
  questionKept: ['Une personne du 311 va lire votre question.'],
  commentKept: ['Merci. Une personne du 311 va lire votre commentaire.', 'Une personne du 311 va le lire.'],
  orCall: `Ou appelez le 311 (${contacts.hotlineFromAnywhere}).`,

  direct: 'Vous pouvez aussi envoyer le lieu par message privé.',
  notHere: {
    direct: 'Pour protéger votre vie privée, écrivez-nous par message privé à ce sujet.',
    call: `Pour protéger votre vie privée, appelez le 311 à ce sujet (${contacts.hotlineFromAnywhere}).`,
  },

  outside: (town) => `Cela semble se trouver à ${town}, hors de Boston.`,
  onlyBoston: 'Nous enregistrons seulement les demandes de Boston.',
  outsideCall: (phone) => (phone === null ? 'Contactez cette ville, svp.' : `Appelez le ${phone}.`),

  welcome: [
    "Bonjour, ici l'assistant automatique du 311 de Boston. Quel est le problème, et où ? Une photo aide. En cas d'urgence, appelez le 911.",
    "311 de Boston, automatique. Quel est le problème, et où ? En cas d'urgence, appelez le 911.",
  ],
  help: [
    `Le 311 de Boston prend les demandes non urgentes : nids-de-poule, ordures, lampadaires, bruit et plus. Dites quoi et où ; une photo aide. STATUS : des nouvelles. AGENT : une personne. STOP : plus de messages. Ou appelez le 311 (${contacts.hotlineFromAnywhere}). Urgence : 911.`,
    `311 de Boston : dites quoi et où. STOP : plus de messages. Appelez le 311 ou ${contacts.hotlineFromAnywhere}. Urgence : 911.`,
  ],
  welcomeBack: [
    'Vous recevez à nouveau les messages du 311 de Boston. Dites-nous le problème et le lieu. STOP y met fin.',
    'Vous recevez à nouveau les messages du 311 de Boston. STOP y met fin.',
  ],
  optedOut: [
    `Vous ne recevrez plus de messages du 311 de Boston. Répondez START pour revenir. Vous pouvez toujours appeler le 311 (${contacts.hotlineFromAnywhere}).`,
    'Vous ne recevrez plus de messages du 311 de Boston. Répondez START pour revenir.',
  ],
  thankedBack: 'Avec plaisir.',
  notUnderstood: [
    "Désolés, nous n'avons pas compris. Dites-nous le problème et le lieu en quelques mots. HELP explique plus.",
    "Désolés, nous n'avons pas compris. Quel est le problème, et où ?",
  ],

  linkOther: 'Si vous avez signalé par un autre moyen, envoyez LINK et ce numéro ou e-mail.',
  codeSent: (half) =>
    `Si cette adresse nous a déjà écrit, nous lui avons envoyé 4 chiffres. Envoyez-les ici sous 10 minutes, avec ${half} devant.`,
  code: (half) =>
    `311 Boston : vos 4 chiffres sont ${half}. Envoyez-les seulement de là où vous les avez demandés. Pas demandés ? Ne faites rien.`,
  linked: "C'est fait. Les deux sont liés : STATUS montre les signalements des deux. UNLINK les sépare.",
  codeWrong:
    "Ces chiffres ne vont pas, ou sont trop vieux. Envoyez LINK et l'adresse pour en avoir d'autres.",
  unlinked: "C'est fait. Ils ne sont plus liés.",

  newsAsked: {
    sms: (code) =>
      `Pour recevoir les nouvelles par SMS, répondez au nôtre avec ce code : ${code}. Il arrive entre 8 h et 21 h.`,
    email: (code) => `Pour recevoir les nouvelles par e-mail, répondez au nôtre avec ce code : ${code}.`,
  },
  newsKnown: "Nous envoyons les nouvelles au même téléphone ou e-mail qu'avant.",
  newsOffered:
    '311 Boston : ce contact nous a été donné. Par vous ? Répondez avec le code que vous avez vu. Sinon, ne faites rien. STOP : plus de messages.',
  newsHere: [
    "C'est fait. Vous recevrez ici les nouvelles de votre demande. STOP y met fin.",
    "C'est fait. Vous recevrez les nouvelles ici. STOP y met fin.",
    "C'est fait.",
  ],
  newsCodeWrong: "Ce code n'est pas bon, ou il est trop vieux.",

  decided: (what) => `Une personne du 311 a regardé votre signalement. Enregistré : ${what}.`,
  refused: (what) => `Une personne du 311 a regardé. Non enregistré : ${what}.`,

  closed: (what) => `La Ville a clos ce dossier : ${what}.`,
  news: (what) => `Des nouvelles de la Ville : ${what}.`,
  updates: 'Des nouvelles de la Ville :',
  theirNote: (note) => `Note de la Ville : "${note}"`,
  answers: 'Une personne du 311 répond :',
  wordsNotFixed: 'PAS RÉPARÉ',
  ifNotFixed: 'Pas réparé ? Répondez PAS RÉPARÉ.',

  notices: {
    'photo-kept': "Nous avons gardé votre photo, sans pouvoir l'ouvrir automatiquement.",
    'video-kept': 'Nous avons gardé votre vidéo, sans pouvoir la regarder automatiquement.',
    'audio-kept': "Nous avons gardé votre enregistrement, sans pouvoir l'écouter automatiquement.",
    'contact-kept': 'Nous avons gardé le contact envoyé.',
    'file-kept': 'Nous avons gardé votre fichier, sans pouvoir le lire automatiquement.',
    'file-broken': "Un fichier ne s'ouvre pas. Renvoyez-le, svp.",
    'file-late': "Un fichier n'est pas encore arrivé.",
  },
}
