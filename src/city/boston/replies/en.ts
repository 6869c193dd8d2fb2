import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

const at: Phrases['at'] = (what, where, kind) => {
  if (kind === 'neighborhood') return `${what} in ${where}`
  return kind === 'street' ? `${what} on ${where}` : `${what} at ${where}`
}

/** English (United States). The text that the other languages follow. */
export const en: Phrases = {
  wordsBy: { by: 'machine' },
  between: ' ',
  stop: '.',
  isolate: (text) => text,

  emergency: "If anyone is in danger, call 911 now. 311 can't send emergency help.",
  crisis:
    'You are not alone. Call or text 988 now: free, day and night. If someone is in danger right now, call 911.',

  report: 'your report',
  at,
  number: (reference) => `Your number: ${reference}.`,
  numbers: (reference, caseNumber) => `Your number: ${reference} (city case ${caseNumber}).`,
  target: (by, span) => (span === null ? `Target: by ${by}.` : `Target: ${span} (by ${by}).`),
  spans: {
    hours: { one: '# hour', other: '# hours' },
    days: { one: '# day', other: '# days' },
    businessDays: { one: '# business day', other: '# business days' },
  },

  thanks: 'Thanks.',
  filed: (what) => `We filed: ${what}.`,
  filedMany: 'We filed:',
  ifWrong: ['Wrong? Send the right address or NO.', 'Wrong? Send NO.'],
  askCorrection: [
    'What is wrong? Send the right address, or what the problem is. CANCEL withdraws it. A person at 311 looks at it too.',
    'What is wrong? Send the right address or the problem.',
  ],
  handledBy: (owner, phone) =>
    phone === null ? `${owner} handles this.` : `${owner} (${phone}) handles this.`,

  confirm: (what) => `Is this right: ${what}?`,
  confirmPlace: (where) => `Is it here: ${where}?`,
  confirmAny: 'Did we get that right?',
  yesOrNo: ['Reply YES or NO.', 'YES or NO?'],

  gotPhoto: 'Thanks for the photo.',
  got: (what) => `Got it: ${what}.`,
  askWhat: ['What is the problem? A few words are enough.', 'What is the problem?'],
  askWhere: ['Where is it? Send the address, the nearest corner or the name of the place.', 'Where is it?'],
  askBoth: [
    'What is the problem, and where? Send a few words and the address or nearest corner.',
    'What is the problem, and where?',
  ],
  chooseWhat: ['Which one is it?', 'Which?'],
  otherWords: 'Reply with the number, or tell us in other words.',
  whichStreet: (street) => `Which ${street}?`,
  whichOne: 'Where?',
  replyNumber: 'Reply with the number or the neighborhood.',
  askNumber: (street) => `Where on ${street}? Send a house number or the nearest cross street.`,
  askNumberShort: 'What house number, or nearest cross street?',
  oneMore: (what) => `One more question about this: ${what}.`,
  inEnglish: 'In English:',
  tellMore: ['Please tell us a little more about it.'],

  personLooks: 'A person at 311 will look at it.',
  reasons: {
    emergency: 'In danger? Call 911.',
    crisis: 'In danger? Call 911, or call or text 988.',
    'agent-wanted': 'You asked for a person.',
    'not-fixed': 'Sorry that it is not fixed.',
    'service-unclear': "We couldn't tell which service this needs.",
    'place-unclear': "We couldn't find the place.",
    'service-needs-person': 'A person checks this kind of request first.',
    'outside-city': 'It may be outside Boston.',
    question: "We can't answer this by ourselves.",
    'change-after-filing': 'It is already filed, so a person has to make the change.',
    abandoned: 'You were telling us about this, and we passed on what you sent.',
    unreadable: "We couldn't read your message.",
    'not-filed': "We couldn't file it by ourselves.",
  },
  corrected: (what) => `Changed. It now says: ${what}.`,
  added: 'We added this to your report.',
  sendPhoto: ['Answer this text with a photo to add it.'],
  photoLink: 'Add a photo here:',
  cancelled: (what) => `Cancelled: ${what}.`,
  dropped: 'OK, we dropped it. Nothing was filed.',
  nothingToCancel: [
    'There is nothing to cancel. To stop messages from us, reply STOP.',
    'There is nothing to cancel.',
  ],

  state: {
    review: 'waiting for a person at 311',
    filing: 'being filed',
    filed: 'filed',
    closed: 'closed',
    cancelled: 'cancelled',
    refused: 'not filed',
  },
  sentTo: (department) => `sent to ${department}`,
  andMore: (count) => `And ${count} more.`,
  statusUnknown: (reference) => `We can't find ${reference}.`,
  statusUnknownHint: 'Please check the number.',
  statusNone: [
    'We have no report from you here. Tell us what is wrong and where, or send a number like BOS-1234-5678.',
    'We have no report from you here.',
  ],

  agentCalled: ['We passed this on to a person at 311.'],
  notFixed: [
    'Sorry that it is not fixed. A person at 311 will look at it again.',
    'A person at 311 will look at it again.',
  ],
  questionKept: ['A person at 311 will read your question.'],
  commentKept: ['Thank you. A person at 311 will read your comment.', 'A person at 311 will read it.'],
  orCall: `Or call 311 (${contacts.hotlineFromAnywhere}).`,

  direct: 'You can send the place in a direct message too.',
  notHere: {
    direct: 'Please send us a direct message about this, to keep it private.',
    call: `For your privacy, please call 311 about this (${contacts.hotlineFromAnywhere}).`,
  },

  outside: (town) => `This looks like ${town}, outside Boston.`,
  onlyBoston: 'We can only file requests for Boston.',
  outsideCall: (phone) => (phone === null ? 'Please contact them.' : `Please call them: ${phone}.`),

  welcome: [
    'Hi, this is the automated assistant of Boston 311. What is the problem, and where? A photo helps. In an emergency call 911.',
    'Boston 311, automated. What is the problem, and where? In an emergency call 911.',
  ],
  help: [
    `Boston 311 takes requests that are not emergencies: potholes, trash, lights, noise and more. Tell us what and where; a photo helps. STATUS: news. AGENT: a person. STOP: no more messages. Or call 311 (${contacts.hotlineFromAnywhere}). Emergency: 911.`,
    `Boston 311: tell us what is wrong and where. STOP ends messages. Call 311 or ${contacts.hotlineFromAnywhere}. Emergency: 911.`,
  ],
  welcomeBack: [
    'You will get messages from Boston 311 again. Tell us what is wrong and where. STOP ends it.',
    'You will get messages from Boston 311 again. STOP ends it.',
  ],
  optedOut: [
    `You won't get any more messages from Boston 311. Reply START to come back. You can always call 311 (${contacts.hotlineFromAnywhere}).`,
    "You won't get any more messages from Boston 311. START brings them back.",
  ],
  thankedBack: "You're welcome.",
  notUnderstood: [
    "Sorry, we didn't understand. Tell us what is wrong and where, in a few words. HELP shows more.",
    "Sorry, we didn't understand. What is wrong, and where?",
  ],

  linkOther: 'Did you report in another way? Send LINK and that number or e-mail.',
  codeSent: (half) =>
    `We sent 4 digits to that address, if it has written to us before. Send them here within 10 minutes, with ${half} in front.`,
  code: (half) =>
    `Boston 311: your 4 digits are ${half}. Send them only from where you asked for them. If it was not you, do nothing.`,
  linked: 'Done. Both are now linked: STATUS lists the reports of both. UNLINK ends it.',
  codeWrong: 'Those digits do not fit, or they are too old. Send LINK and the address for new ones.',
  unlinked: 'Done. They are no longer linked.',

  newsAsked: {
    sms: (code) =>
      `To get news by text, answer our text message with this code: ${code}. It comes between 8 a.m. and 9 p.m.`,
    email: (code) => `To get news by e-mail, answer our e-mail with this code: ${code}.`,
  },
  newsKnown: 'We send the news to the same phone or e-mail as before.',
  newsOffered:
    'Boston 311: someone gave us this contact for news. Was it you? Answer with the code you were shown. If not, do nothing. STOP ends our messages.',
  newsHere: [
    'Done. You will get the news on your report here. STOP ends it.',
    'Done. You will get the news here. STOP ends it.',
    'Done.',
  ],
  newsCodeWrong: 'That code is not right, or it is too old.',

  decided: (what) => `A person at 311 looked at your report and filed: ${what}.`,
  refused: (what) => `A person at 311 looked at ${what} and did not file it.`,

  closed: (what) => `The City closed this: ${what}.`,
  news: (what) => `News from the City: ${what}.`,
  updates: 'News from the City:',
  theirNote: (note) => `Their note: "${note}"`,
  answers: 'A person at 311 answers:',
  wordsNotFixed: 'NOT FIXED',
  ifNotFixed: 'Not fixed? Reply NOT FIXED.',

  notices: {
    'photo-kept': "We kept your photo, but can't open it by ourselves.",
    'video-kept': "We kept your video, but can't watch it by ourselves.",
    'audio-kept': "We kept your recording, but can't listen to it by ourselves.",
    'contact-kept': 'We kept the contact you sent.',
    'file-kept': "We kept your file, but can't read it by ourselves.",
    'file-broken': "One file didn't open. Please send it again.",
    'file-late': 'One file has not reached us yet.',
  },
}
