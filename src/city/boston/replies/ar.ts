import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/**
 * First strong isolate and its end (U+2068, U+2069). Without them "45 Elm St" and "617-635-4500" are shown with their
 * parts swapped, and the full stop of an English note jumps to its front (Unicode Bidirectional Algorithm, 6.3). Two
 * characters each time: Arabic is never GSM-7, so they cost no more than that.
 */
const isolate = (text: string): string => `\u2068${text}\u2069`
const phoneNumber = isolate(contacts.hotlineFromAnywhere)

/**
 * Arabic (Modern Standard), with the plural of courtesy: it is the same for women and men. Written right to left; names
 * and numbers stay left to right.
 */
export const ar: Phrases = {
  wordsBy: { by: 'machine' },
  between: ' ',
  stop: '.',
  isolate,

  emergency: 'إذا كان أي شخص في خطر، اتصلوا بالرقم 911 الآن. لا يستطيع 311 إرسال مساعدة طارئة.',
  crisis:
    'لستم وحدكم. اتصلوا بالرقم 988 أو أرسلوا إليه رسالة الآن: مجانًا، ليلًا ونهارًا. إذا كان أي شخص في خطر الآن، اتصلوا بالرقم 911.',

  report: 'بلاغكم',
  at: (what, where) => `${what}، ${isolate(where)}`,
  number: (reference) => `رقمكم: ${isolate(reference)}.`,
  numbers: (reference, caseNumber) => `رقمكم: ${isolate(reference)} (رقم المدينة: ${isolate(caseNumber)}).`,
  target: (by, span) => (span === null ? `الهدف: قبل نهاية ${by}.` : `الهدف: ${span} (قبل نهاية ${by}).`),
  spans: {
    hours: { one: 'ساعة واحدة', two: 'ساعتان', few: '# ساعات', other: '# ساعة' },
    days: { one: 'يوم واحد', two: 'يومان', few: '# أيام', other: '# يومًا' },
    businessDays: { one: 'يوم عمل واحد', two: 'يوما عمل', few: '# أيام عمل', other: '# يوم عمل' },
  },

  thanks: 'شكرًا.',
  filed: (what) => `سجّلنا: ${what}.`,
  filedMany: 'سجّلنا:',
  ifWrong: ['هل هناك خطأ؟ أرسلوا العنوان الصحيح أو لا.', 'هل هناك خطأ؟ أرسلوا لا.'],
  askCorrection: [
    'ما الخطأ؟ أرسلوا العنوان الصحيح أو اكتبوا ما المشكلة. كلمة CANCEL تسحب البلاغ. وسينظر فيه موظف من 311 أيضًا.',
    'ما الخطأ؟ أرسلوا العنوان الصحيح أو اكتبوا ما المشكلة. وسينظر فيه موظف من 311 أيضًا.',
    'ما الخطأ؟ أرسلوا العنوان الصحيح.',
  ],
  handledBy: (owner, phone) =>
    phone === null
      ? `الجهة المسؤولة: ${isolate(owner)}.`
      : `الجهة المسؤولة: ${isolate(owner)} (${isolate(phone)}).`,

  confirm: (what) => `هل هو هذا: ${what}؟`,
  confirmPlace: (where) => `هل هو هنا: ${isolate(where)}؟`,
  confirmAny: 'هل فهمنا بشكل صحيح؟',
  yesOrNo: ['أجيبوا بنعم أو لا.', 'نعم أم لا؟'],

  gotPhoto: 'شكرًا على الصورة.',
  got: (what) => `فهمنا: ${what}.`,
  askWhat: ['ما المشكلة؟ تكفي بضع كلمات.', 'ما المشكلة؟'],
  askWhere: ['أين هي؟ أرسلوا العنوان أو أقرب تقاطع أو اسم المكان.', 'أين هي؟'],
  askBoth: ['ما المشكلة وأين؟ أرسلوا بضع كلمات والعنوان أو أقرب تقاطع.', 'ما المشكلة وأين؟'],
  chooseWhat: ['أي منها؟', 'أي؟'],
  otherWords: 'أجيبوا بالرقم أو بكلمات أخرى.',
  whichStreet: (street) => `أي ${isolate(street)}؟`,
  whichOne: 'أين؟',
  replyNumber: 'أجيبوا بالرقم أو باسم الحي.',
  askNumber: (street) => `أين في ${isolate(street)}؟ أرسلوا رقم المبنى أو أقرب شارع متقاطع.`,
  askNumberShort: 'ما رقم المبنى أو أقرب شارع متقاطع؟',
  oneMore: (what) => `سؤال آخر عن هذا: ${what}.`,
  inEnglish: 'بالإنجليزية:',
  tellMore: ['من فضلكم أخبرونا بالمزيد.'],

  personLooks: 'سينظر موظف من 311 في الأمر.',
  reasons: {
    emergency: 'هل هناك خطر؟ اتصلوا بالرقم 911.',
    crisis: 'هل هناك خطر؟ اتصلوا بالرقم 911، أو اتصلوا بالرقم 988 أو راسلوه.',
    'agent-wanted': 'طلبتم التحدث مع موظف.',
    'not-fixed': 'نأسف لأن المشكلة لم تُحل.',
    'service-unclear': 'لم نعرف الخدمة المطلوبة.',
    'place-unclear': 'لم نجد المكان.',
    'service-needs-person': 'ينظر موظف في هذا النوع من الطلبات أولًا.',
    'outside-city': 'قد يكون المكان خارج بوسطن.',
    question: 'لا نستطيع الإجابة عن هذا آليًا.',
    'change-after-filing': 'البلاغ مسجّل، ويجب أن يغيّره موظف.',
    abandoned: 'كنتم تخبروننا عن هذا، وقد نقلنا ما أرسلتموه.',
    unreadable: 'لم نستطع قراءة رسالتكم.',
    'not-filed': 'لم نستطع تسجيله بأنفسنا.',
  },
  corrected: (what) => `تم التغيير. الآن: ${what}.`,
  added: 'أضفنا ذلك إلى بلاغكم.',
  sendPhoto: ['ردّوا بصورة لإضافتها.'],
  photoLink: 'أضيفوا صورة هنا:',
  cancelled: (what) => `تم الإلغاء: ${what}.`,
  dropped: 'حسنًا، تم الإلغاء. لم نسجّل شيئًا.',
  nothingToCancel: ['لا يوجد ما يمكن إلغاؤه. لإيقاف الرسائل أرسلوا STOP.', 'لا يوجد ما يمكن إلغاؤه.'],

  state: {
    review: 'بانتظار موظف من 311',
    filing: 'قيد التسجيل',
    filed: 'مسجّل',
    closed: 'مغلق',
    cancelled: 'ملغى',
    refused: 'لم يُسجّل',
  },
  sentTo: (department) => `أُرسل إلى ${isolate(department)}`,
  andMore: (count) => `وعدد آخر: ${count}.`,
  statusUnknown: (reference) => `لم نجد ${isolate(reference)}.`,
  statusUnknownHint: 'من فضلكم تحققوا من الرقم.',
  statusNone: [
    'لا يوجد لدينا بلاغ منكم هنا. أخبرونا ما المشكلة وأين، أو أرسلوا رقمًا مثل BOS-1234-5678.',
    'لا يوجد لدينا بلاغ منكم هنا.',
  ],

  agentCalled: ['نقلنا هذا إلى موظف من 311.'],
  notFixed: ['نأسف لأن المشكلة لم تُحل. سينظر موظف من 311 فيها مرة أخرى.', 'سينظر موظف من 311 فيها مرة أخرى.'],
  questionKept: ['سيقرأ موظف من 311 سؤالكم.'],
  commentKept: ['شكرًا. سيقرأ موظف من 311 ملاحظتكم.', 'سيقرؤها موظف من 311.'],
  orCall: `أو اتصلوا بالرقم 311 (${phoneNumber}).`,

  outside: (town) => `يبدو أن المكان في ${isolate(town)}، خارج بوسطن.`,
  direct: 'يمكنكم أيضًا إرسال المكان في رسالة خاصة.',
  notHere: {
    direct: 'حفاظًا على خصوصيتكم، أرسلوا إلينا رسالة خاصة حول هذا.',
    call: `حفاظًا على خصوصيتكم، اتصلوا برقم 311 حول هذا (${phoneNumber}).`,
  },

  onlyBoston: 'نسجّل طلبات بوسطن فقط.',
  outsideCall: (phone) =>
    phone === null ? 'من فضلكم تواصلوا معهم.' : `من فضلكم اتصلوا بهم: ${isolate(phone)}.`,

  welcome: [
    'مرحبًا، هذا المساعد الآلي لخدمة 311 في بوسطن. ما المشكلة وأين؟ الصورة تساعد. في الطوارئ اتصلوا بالرقم 911.',
    'خدمة 311 في بوسطن (رد آلي). ما المشكلة وأين؟ في الطوارئ اتصلوا بالرقم 911.',
  ],
  help: [
    `تستقبل خدمة 311 في بوسطن الطلبات غير الطارئة: الحفر والقمامة والأضواء والضوضاء وغيرها. أخبرونا ما هي وأين؛ الصورة تساعد. كلمة STATUS للأخبار، وAGENT لموظف، وSTOP لإيقاف الرسائل. أو اتصلوا بالرقم 311 (${phoneNumber}). الطوارئ: 911.`,
    `خدمة 311 في بوسطن: أخبرونا ما المشكلة وأين. STOP لإيقاف الرسائل. اتصلوا بالرقم 311 أو ${phoneNumber}. الطوارئ: 911.`,
  ],
  welcomeBack: [
    'ستصلكم رسائل 311 في بوسطن من جديد. أخبرونا ما المشكلة وأين. STOP لإيقافها.',
    'ستصلكم رسائل 311 في بوسطن من جديد. STOP لإيقافها.',
  ],
  optedOut: [
    `لن تصلكم رسائل أخرى من 311 في بوسطن. أرسلوا START للعودة. يمكنكم دائمًا الاتصال بالرقم 311 (${phoneNumber}).`,
    'لن تصلكم رسائل أخرى من 311 في بوسطن. أرسلوا START للعودة.',
  ],
  thankedBack: 'على الرحب والسعة.',
  notUnderstood: [
    'عذرًا، لم نفهم. أخبرونا ما المشكلة وأين ببضع كلمات. HELP للمساعدة.',
    'عذرًا، لم نفهم. ما المشكلة وأين؟',
  ],

  linkOther: 'هل أبلغتم بطريقة أخرى؟ أرسلوا LINK مع ذلك الرقم أو البريد.',
  codeSent: (half) =>
    `إذا سبق أن راسلنا ذلك العنوان فقد أرسلنا إليه 4 أرقام. أرسلوها هنا خلال 10 دقائق وقبلها ${isolate(half)}.`,
  code: (half) =>
    `خدمة 311 في بوسطن: أرقامكم الأربعة هي ${isolate(half)}. أرسلوها فقط من حيث طلبتموها. إن لم تطلبوها فلا تفعلوا شيئًا.`,
  linked: 'تم. العنوانان مرتبطان الآن: STATUS تعرض بلاغات كليهما. UNLINK تلغي الربط.',
  codeWrong: 'الأرقام غير مطابقة أو انتهت مدتها. أرسلوا LINK مع العنوان للحصول على أرقام جديدة.',
  unlinked: 'تم. لم يعودا مرتبطين.',

  newsAsked: {
    sms: (code) =>
      `لتصلكم الأخبار برسالة نصية، أجيبوا على رسالتنا بهذا الرمز: ${isolate(code)}. تصل بين الساعة 8 صباحًا و9 مساءً.`,
    email: (code) => `لتصلكم الأخبار بالبريد الإلكتروني، أجيبوا على رسالتنا بهذا الرمز: ${isolate(code)}.`,
  },
  newsKnown: 'نرسل الأخبار إلى الهاتف أو البريد نفسه كما من قبل.',
  newsOffered:
    'خدمة 311 في بوسطن: أعطانا أحدهم هذا العنوان. أهذا أنتم؟ أجيبوا بالرمز الذي رأيتموه. وإلا فلا تفعلوا شيئًا. STOP توقف الرسائل.',
  newsHere: ['تم. ستصلكم أخبار بلاغكم هنا. STOP توقفها.', 'تم. ستصلكم الأخبار هنا. STOP توقفها.', 'تم.'],
  newsCodeWrong: 'هذا الرمز غير صحيح أو انتهت مدته.',

  decided: (what) => `نظر موظف من 311 في بلاغكم وسجّل: ${what}.`,
  refused: (what) => `نظر موظف من 311 في الأمر ولم يسجّله: ${what}.`,

  closed: (what) => `أغلقت المدينة هذا البلاغ: ${what}.`,
  news: (what) => `خبر من المدينة: ${what}.`,
  updates: 'خبر من المدينة:',
  theirNote: (note) => `ملاحظة المدينة: "${isolate(note)}"`,
  answers: 'يجيب موظف من 311:',
  wordsNotFixed: 'لم يتم الإصلاح',
  ifNotFixed: 'لم تُحل المشكلة؟ أرسلوا: لم يتم الإصلاح',

  notices: {
    'photo-kept': 'حفظنا صورتكم، لكن لا نستطيع فتحها آليًا.',
    'video-kept': 'حفظنا الفيديو، لكن لا نستطيع مشاهدته آليًا.',
    'audio-kept': 'حفظنا التسجيل، لكن لا نستطيع سماعه آليًا.',
    'contact-kept': 'حفظنا جهة الاتصال التي أرسلتموها.',
    'file-kept': 'حفظنا ملفكم، لكن لا نستطيع قراءته آليًا.',
    'file-broken': 'لم يُفتح أحد الملفات. من فضلكم أرسلوه مرة أخرى.',
    'file-late': 'لم يصلنا أحد الملفات بعد.',
  },
}
