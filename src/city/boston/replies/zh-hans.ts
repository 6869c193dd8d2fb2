import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/** Simplified Chinese. */
export const zhHans: Phrases = {
  wordsBy: { by: 'machine' },
  between: '',
  stop: '。',
  isolate: (text) => text,

  emergency: '如果有人有危险，请立即拨打 911。311 无法派出紧急救援。',
  crisis: '您并不孤单。请现在致电或发短信至 988：免费，日夜服务。如果有人正处于危险中，请立即拨打 911。',

  report: '您的报告',
  at: (what, where) => `${what}（${where}）`,
  number: (reference) => `您的编号：${reference}。`,
  numbers: (reference, caseNumber) => `您的编号：${reference}（市政府案件 ${caseNumber}）。`,
  target: (by, span) => (span === null ? `目标：${by}前。` : `目标：${span}（${by}前）。`),
  spans: { hours: { other: '# 小时' }, days: { other: '# 天' }, businessDays: { other: '# 个工作日' } },

  thanks: '谢谢。',
  filed: (what) => `已登记：${what}。`,
  filedMany: '已登记：',
  ifWrong: ['有错吗？请回复正确地址或“不是”。', '有错请回复“不是”。'],
  askCorrection: [
    '哪里不对？请发送正确的地址，或说明是什么问题。回复 CANCEL 可撤回。311 工作人员也会查看。',
    '哪里不对？请发送正确的地址，或说明是什么问题。311 工作人员也会查看。',
    '哪里不对？请发送正确的地址或问题。',
  ],
  handledBy: (owner, phone) =>
    phone === null ? `此事由 ${owner} 处理。` : `此事由 ${owner}（${phone}）处理。`,

  confirm: (what) => `是这个吗：${what}？`,
  confirmPlace: (where) => `是在这里吗：${where}？`,
  confirmAny: '我们理解得对吗？',
  yesOrNo: ['请回复“是”或“不是”。', '是／不是？'],

  gotPhoto: '谢谢您的照片。',
  got: (what) => `收到：${what}。`,
  askWhat: ['请问是什么问题？几个字就可以。', '请问是什么问题？'],
  askWhere: ['请问在哪里？请发地址、最近的路口或地点名称。', '请问在哪里？'],
  askBoth: ['请问是什么问题，在哪里？请写几个字和地址或最近的路口。', '请问是什么问题，在哪里？'],
  chooseWhat: ['请问是哪一项？', '哪一项？'],
  otherWords: '请回复数字，或用其他说法告诉我们。',
  whichStreet: (street) => `哪一条 ${street}？`,
  whichOne: '在哪里？',
  replyNumber: '请回复数字或社区名称。',
  askNumber: (street) => `在 ${street} 的哪一段？请发门牌号码或最近的交叉街道。`,
  askNumberShort: '门牌号码或最近的交叉街道是什么？',
  oneMore: (what) => `再请问一个问题（${what}）：`,
  inEnglish: '英文：',
  tellMore: ['请再多告诉我们一些。'],

  personLooks: '311 的工作人员会查看。',
  reasons: {
    emergency: '有危险？请拨打 911。',
    crisis: '有危险？请拨打 911，或致电或发短信至 988。',
    'agent-wanted': '您想找工作人员。',
    'not-fixed': '很抱歉问题尚未解决。',
    'service-unclear': '我们无法确定需要哪一项服务。',
    'place-unclear': '我们找不到地点。',
    'service-needs-person': '这类请求先由工作人员查看。',
    'outside-city': '地点可能不在波士顿。',
    question: '我们无法自动回答这个问题。',
    'change-after-filing': '报告已经登记，须由工作人员更改。',
    abandoned: '您之前告诉我们这件事，我们已转交您发来的内容。',
    unreadable: '我们读不懂您的信息。',
    'not-filed': '我们无法自行登记。',
  },
  corrected: (what) => `已更改。现在是：${what}。`,
  added: '已加入您的报告。',
  sendPhoto: ['回复照片即可添加。'],
  photoLink: '在这里添加照片：',
  cancelled: (what) => `已取消：${what}。`,
  dropped: '好的，已取消，没有登记任何内容。',
  nothingToCancel: ['没有可取消的内容。若不想再收到信息，请回复 STOP。', '没有可取消的内容。'],

  state: {
    review: '等待 311 工作人员查看',
    filing: '登记中',
    filed: '已登记',
    closed: '已结案',
    cancelled: '已取消',
    refused: '未登记',
  },
  sentTo: (department) => `已送交 ${department}`,
  andMore: (count) => `另有 ${count} 件。`,
  statusUnknown: (reference) => `我们找不到 ${reference}。`,
  statusUnknownHint: '请检查编号。',
  statusNone: [
    '这里没有您的报告。请告诉我们是什么问题、在哪里，或发像 BOS-1234-5678 这样的编号。',
    '这里没有您的报告。',
  ],

  agentCalled: ['我们已转交 311 的工作人员。'],
  notFixed: ['很抱歉问题尚未解决。311 的工作人员会再查看。', '311 的工作人员会再查看。'],
  questionKept: ['311 的工作人员会看您的问题。'],
  commentKept: ['谢谢。311 的工作人员会看您的意见。', '311 的工作人员会看。'],
  orCall: `或致电 311（${contacts.hotlineFromAnywhere}）。`,

  direct: '您也可以用私信告诉我们地点。',
  notHere: {
    direct: '为保护您的隐私，此事请用私信告诉我们。',
    call: `为保护您的隐私，此事请致电 311（${contacts.hotlineFromAnywhere}）。`,
  },

  outside: (town) => `这个地点似乎在波士顿以外的 ${town}。`,
  onlyBoston: '我们只能登记波士顿的请求。',
  outsideCall: (phone) => (phone === null ? '请联系当地政府。' : `请致电 ${phone}。`),

  welcome: [
    '您好，这是波士顿 311 的自动助手。请问是什么问题，在哪里？有照片更好。紧急情况请拨打 911。',
    '波士顿 311 自动助手。请问是什么问题，在哪里？紧急情况请拨打 911。',
  ],
  help: [
    `波士顿 311 处理非紧急请求：路面坑洞、垃圾、路灯、噪音等。请告诉我们是什么、在哪里；有照片更好。STATUS：查进度。AGENT：找工作人员。STOP：停止信息。或致电 311（${contacts.hotlineFromAnywhere}）。紧急情况：911。`,
    `波士顿 311：请告诉我们是什么问题、在哪里。STOP 停止信息。请致电 311 或 ${contacts.hotlineFromAnywhere}。紧急情况：911。`,
  ],
  welcomeBack: [
    '您会再次收到波士顿 311 的信息。请告诉我们是什么问题、在哪里。回复 STOP 即停止。',
    '您会再次收到波士顿 311 的信息。回复 STOP 即停止。',
  ],
  optedOut: [
    `您不会再收到波士顿 311 的信息。回复 START 可恢复。您随时可以致电 311（${contacts.hotlineFromAnywhere}）。`,
    '您不会再收到波士顿 311 的信息。回复 START 可恢复。',
  ],
  thankedBack: '不客气。',
  notUnderstood: [
    '抱歉，我们没看懂。请用几个字告诉我们是什么问题、在哪里。回复 HELP 看说明。',
    '抱歉，我们没看懂。请问是什么问题，在哪里？',
  ],

  linkOther: '曾用其他方式报告？发送 LINK 和当时的电话或邮箱。',
  codeSent: (half) =>
    `如果该地址曾联系过我们，我们已发送4位数字过去。请在10分钟内把它们发到这里，前面加上${half}。`,
  code: (half) => `波士顿311：您的4位数字是${half}。请只从您提出要求的地方发送。如果不是您要求的，不用理会。`,
  linked: '完成。两者已关联：STATUS 会列出两边的报告。UNLINK 可取消。',
  codeWrong: '数字不对或已过期。发送 LINK 和该地址可获取新的数字。',
  unlinked: '完成。已取消关联。',

  newsAsked: {
    sms: (code) => `要用短信接收消息，请用此代码回复我们的短信：${code}。短信会在8点到21点之间发出。`,
    email: (code) => `要用电子邮件接收消息，请用此代码回复我们的邮件：${code}。`,
  },
  newsKnown: '我们会把消息发到和以前一样的手机或邮箱。',
  newsOffered:
    '波士顿311：有人把这个联系方式给了我们。是您吗？请回复您看到的代码。如果不是，不用理会。STOP 可停止消息。',
  newsHere: [
    '完成。您会在这里收到报告的消息。STOP 可停止。',
    '完成。消息会发到这里。STOP 可停止。',
    '完成。',
  ],
  newsCodeWrong: '代码不对或已过期。',

  decided: (what) => `311 的工作人员看过您的报告并已登记：${what}。`,
  refused: (what) => `311 的工作人员看过，没有登记：${what}。`,

  closed: (what) => `市政府已结案：${what}。`,
  news: (what) => `市政府的消息：${what}。`,
  updates: '市政府的消息：',
  theirNote: (note) => `说明：“${note}”`,
  answers: '311 的工作人员答复：',
  wordsNotFixed: '没修好',
  ifNotFixed: '还没修好？请回复“没修好”。',

  notices: {
    'photo-kept': '我们保存了您的照片，但无法自动打开。',
    'video-kept': '我们保存了您的视频，但无法自动观看。',
    'audio-kept': '我们保存了您的录音，但无法自动收听。',
    'contact-kept': '我们保存了您发来的联系方式。',
    'file-kept': '我们保存了您的文件，但无法自动读取。',
    'file-broken': '有一个文件打不开，请再发一次。',
    'file-late': '有一个文件还没收到。',
  },
}
