import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/**
 * First strong isolate and its end (U+2068, U+2069). Without them "45 Elm St" and "617-635-4500" are shown with their
 * parts swapped, and the full stop of an English note jumps to its front (Unicode Bidirectional Algorithm, 6.3). Two
 * characters each time: Arabic is never GSM-7, so they cost no more than that.
 */
const isolate = (text: string): string => `\u2068${text}\u2069`
const phoneNumber = isolate(contacts.hotlineFromAnywhere)

/** Arabic (Modern Standard), written right to left. Names and numbers stay left to right. */
export const ar: Phrases = {
  wordsBy: { by: 'machine' },
  between: ' ',
  stop: '.',
  isolate,

  emergency: 'إذا كان أي شخص في خطر، اتصل بالرقم 911 الآن. لا يستطيع 311 إرسال مساعدة طارئة.',
  crisis:
    'لست وحدك. اتصل بالرقم 988 أو أرسل إليه رسالة الآن: مجاناً، ليلاً ونهاراً. إذا كان أي شخص في خطر الآن، اتصل بالرقم 911.',

  report: 'بلاغك',
  at: (what, where) => `${what}، ${isolate(where)}`,
  number: (reference) => `رقمك: ${isolate(reference)}.`,
  numbers: (reference, caseNumber) => `رقمك: ${isolate(reference)} (رقم المدينة: ${isolate(caseNumber)}).`,
  target: (by, span) => (span === null ? `الهدف: قبل نهاية ${by}.` : `الهدف: ${span} (قبل نهاية ${by}).`),
  spans: {
    hours: { one: 'ساعة واحدة', two: 'ساعتان', few: '# ساعات', other: '# ساعة' },
    days: { one: 'يوم واحد', two: 'يومان', few: '# أيام', other: '# يوماً' },
    businessDays: { one: 'يوم عمل واحد', two: 'يوما عمل', few: '# أيام عمل', other: '# يوم عمل' },
  },

  thanks: 'شكراً.',
  filed: (what) => `سجّلنا: ${what}.`,
  filedMany: 'سجّلنا:',
  ifWrong: ['هل هناك خطأ؟ أرسل العنوان الصحيح أو لا.', 'هل هناك خطأ؟ أرسل لا.'],
  askCorrection: [
    'ما الخطأ؟ أرسل العنوان الصحيح أو اكتب ما المشكلة. وسينظر فيه موظف من 311 أيضاً.',
    'ما الخطأ؟ أرسل العنوان الصحيح.',
  ],
  handledBy: (owner, phone) =>
    phone === null
      ? `الجهة المسؤولة: ${isolate(owner)}.`
      : `الجهة المسؤولة: ${isolate(owner)} (${isolate(phone)}).`,

  confirm: (what) => `هل هو هذا: ${what}؟`,
  confirmPlace: (where) => `هل هو هنا: ${isolate(where)}؟`,
  confirmAny: 'هل فهمنا بشكل صحيح؟',
  yesOrNo: ['أجب بنعم أو لا.', 'نعم أم لا؟'],

  gotPhoto: 'شكراً على الصورة.',
  got: (what) => `فهمنا: ${what}.`,
  askWhat: ['ما المشكلة؟ تكفي بضع كلمات.', 'ما المشكلة؟'],
  askWhere: ['أين هي؟ أرسل العنوان أو أقرب تقاطع أو اسم المكان.', 'أين هي؟'],
  askBoth: ['ما المشكلة وأين؟ أرسل بضع كلمات والعنوان أو أقرب تقاطع.', 'ما المشكلة وأين؟'],
  chooseWhat: ['أي منها؟', 'أي؟'],
  otherWords: 'أجب بالرقم أو بكلمات أخرى.',
  whichStreet: (street) => `أي ${isolate(street)}؟`,
  whichOne: 'أين؟',
  replyNumber: 'أجب بالرقم أو باسم الحي.',
  askNumber: (street) => `أين في ${isolate(street)}؟ أرسل رقم المبنى أو أقرب شارع متقاطع.`,
  askNumberShort: 'ما رقم المبنى أو أقرب شارع متقاطع؟',
  oneMore: (what) => `سؤال آخر عن هذا: ${what}.`,
  inEnglish: 'بالإنجليزية:',
  tellMore: ['من فضلك أخبرنا بالمزيد.'],

  personLooks: 'سينظر موظف من 311 في الأمر.',
  reasons: {
    emergency: 'هل هناك خطر؟ اتصل بالرقم 911.',
    crisis: 'هل هناك خطر؟ اتصل بالرقم 911 أو بالرقم 988.',
    'agent-wanted': 'طلبت التحدث مع موظف.',
    'not-fixed': 'نأسف لأن المشكلة لم تُحل.',
    'service-unclear': 'لم نعرف الخدمة المطلوبة.',
    'place-unclear': 'لم نجد المكان.',
    'service-needs-person': 'ينظر موظف في هذا النوع من الطلبات أولاً.',
    'outside-city': 'قد يكون المكان خارج بوسطن.',
    question: 'لا نستطيع الإجابة عن هذا آلياً.',
    'change-after-filing': 'البلاغ مسجّل، ويجب أن يغيّره موظف.',
    abandoned: 'كنت تخبرنا عن هذا، وقد نقلنا ما أرسلته.',
    unreadable: 'لم نستطع قراءة رسالتك.',
    'not-filed': 'لم نستطع تسجيله بأنفسنا.',
  },
  corrected: (what) => `تم التغيير. الآن: ${what}.`,
  added: 'أضفنا ذلك إلى بلاغك.',
  sendPhoto: ['أجب بصورة لإضافتها.'],
  cancelled: (what) => `تم الإلغاء: ${what}.`,
  dropped: 'حسناً، تم الإلغاء. لم نسجّل شيئاً.',
  nothingToCancel: ['لا يوجد ما يمكن إلغاؤه. لإيقاف الرسائل أجب بكلمة STOP.', 'لا يوجد ما يمكن إلغاؤه.'],

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
  statusUnknownHint: 'من فضلك تحقق من الرقم.',
  statusNone: [
    'لا يوجد لدينا بلاغ منك هنا. أخبرنا ما المشكلة وأين، أو أرسل رقماً مثل BOS-1234-5678.',
    'لا يوجد لدينا بلاغ منك هنا.',
  ],

  agentCalled: ['نقلنا هذا إلى موظف من 311.'],
  notFixed: ['نأسف لأن المشكلة لم تُحل. سينظر موظف من 311 فيها مرة أخرى.', 'سينظر موظف من 311 فيها مرة أخرى.'],
  questionKept: ['سيقرأ موظف من 311 سؤالك.'],
  commentKept: ['شكراً. سيقرأ موظف من 311 ملاحظتك.', 'سيقرؤها موظف من 311.'],
  orCall: `أو اتصل بالرقم 311 (${phoneNumber}).`,

  outside: (town) => `يبدو أن المكان في ${isolate(town)}، خارج بوسطن.`,
  direct: 'يمكنك أيضا إرسال المكان في رسالة خاصة.',
  notHere: {
    direct: 'حفاظا على خصوصيتك، أرسل إلينا رسالة خاصة حول هذا.',
    call: `حفاظا على خصوصيتك، اتصل برقم 311 حول هذا (${phoneNumber}).`,
  },

  onlyBoston: 'نسجّل طلبات بوسطن فقط.',
  outsideCall: (phone) => (phone === null ? 'من فضلك تواصل معهم.' : `من فضلك اتصل بهم: ${isolate(phone)}.`),

  welcome: [
    'مرحباً، هذا المساعد الآلي لخدمة 311 في بوسطن. ما المشكلة وأين؟ الصورة تساعد. في الطوارئ اتصل بالرقم 911.',
    'خدمة 311 في بوسطن (رد آلي). ما المشكلة وأين؟ في الطوارئ اتصل بالرقم 911.',
  ],
  help: [
    `تستقبل خدمة 311 في بوسطن الطلبات غير الطارئة: الحفر والقمامة والأضواء والضوضاء وغيرها. أخبرنا ما هي وأين؛ الصورة تساعد. كلمة STATUS للأخبار، وAGENT لموظف، وSTOP لإيقاف الرسائل. أو اتصل بالرقم 311 (${phoneNumber}). الطوارئ: 911.`,
    `خدمة 311 في بوسطن: أخبرنا ما المشكلة وأين. STOP لإيقاف الرسائل. اتصل بالرقم 311 أو ${phoneNumber}. الطوارئ: 911.`,
  ],
  welcomeBack: [
    'ستصلك رسائل 311 في بوسطن من جديد. أخبرنا ما المشكلة وأين. STOP لإيقافها.',
    'ستصلك رسائل 311 في بوسطن من جديد. STOP لإيقافها.',
  ],
  optedOut: [
    `لن تصلك رسائل أخرى من 311 في بوسطن. أرسل START للعودة. يمكنك دائماً الاتصال بالرقم 311 (${phoneNumber}).`,
    'لن تصلك رسائل أخرى من 311 في بوسطن. أرسل START للعودة.',
  ],
  thankedBack: 'على الرحب والسعة.',
  notUnderstood: [
    'عذراً، لم نفهم. أخبرنا ما المشكلة وأين ببضع كلمات. HELP للمساعدة.',
    'عذراً، لم نفهم. ما المشكلة وأين؟',
  ],

  codeSent: (half) =>
    `إذا سبق أن راسلنا ذلك العنوان فقد أرسلنا إليه 4 أرقام. أرسلها هنا خلال 10 دقائق وقبلها ${isolate(half)}.`,
  code: (half) =>
    `خدمة 311 في بوسطن: أرقامك الأربعة هي ${isolate(half)}. أرسلها فقط من حيث طلبتها. إن لم تطلبها فلا تفعل شيئاً.`,
  linked: 'تم. العنوانان مرتبطان الآن: STATUS تعرض بلاغات كليهما. UNLINK تلغي الربط.',
  codeWrong: 'الأرقام غير مطابقة أو انتهت مدتها. أرسل LINK مع العنوان للحصول على أرقام جديدة.',
  unlinked: 'تم. لم يعودا مرتبطين.',

  newsAsked: {
    sms: (code) =>
      `لتصلك الأخبار برسالة نصية، أجب على رسالتنا بهذا الرمز: ${isolate(code)}. تصل بين الساعة 8 صباحاً و9 مساءً.`,
    email: (code) => `لتصلك الأخبار بالبريد الإلكتروني، أجب على رسالتنا بهذا الرمز: ${isolate(code)}.`,
  },
  newsKnown: 'نرسل الأخبار إلى الهاتف أو البريد نفسه كما من قبل.',
  newsOffered:
    'خدمة 311 في بوسطن: أعطانا شخص ما جهة الاتصال هذه. هل هو أنت؟ أجب بالرمز الذي ظهر لك. وإلا فلا تفعل شيئاً. STOP توقف الرسائل.',
  newsHere: ['تم. ستصلك أخبار بلاغك هنا. STOP توقفها.', 'تم. ستصلك الأخبار هنا. STOP توقفها.', 'تم.'],
  newsCodeWrong: 'هذا الرمز غير صحيح أو انتهت مدته.',

  decided: (what) => `نظر موظف من 311 في بلاغك وسجّل: ${what}.`,
  refused: (what) => `نظر موظف من 311 في الأمر ولم يسجّله: ${what}.`,

  closed: (what) => `أغلقت المدينة هذا البلاغ: ${what}.`,
  news: (what) => `خبر من المدينة: ${what}.`,
  updates: 'خبر من المدينة:',
  theirNote: (note) => `ملاحظتها: "${isolate(note)}"`,
  answers: 'يجيب موظف من 311:',
  wordsNotFixed: 'لم يتم الإصلاح',
  ifNotFixed: 'لم تُحل المشكلة؟ أرسل: لم يتم الإصلاح',

  notices: {
    'photo-kept': 'حفظنا صورتك، لكن لا نستطيع فتحها آلياً.',
    'video-kept': 'حفظنا الفيديو، لكن لا نستطيع مشاهدته آلياً.',
    'audio-kept': 'حفظنا التسجيل، لكن لا نستطيع سماعه آلياً.',
    'contact-kept': 'حفظنا جهة الاتصال التي أرسلتها.',
    'file-kept': 'حفظنا ملفك، لكن لا نستطيع قراءته آلياً.',
    'file-broken': 'لم يُفتح أحد الملفات. من فضلك أرسله مرة أخرى.',
    'file-late': 'لم يصلنا أحد الملفات بعد.',
  },
}
