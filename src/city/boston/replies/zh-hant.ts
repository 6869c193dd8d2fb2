import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/** Traditional Chinese. */
export const zhHant: Phrases = {
  wordsBy: { by: 'machine' },
  between: '',
  stop: '。',
  isolate: (text) => text,

  emergency: '如果有人有危險，請立即撥打 911。311 無法派出緊急救援。',
  crisis: '您並不孤單。請現在致電或傳訊息至 988：免費，日夜服務。如果有人正處於危險中，請立即撥打 911。',

  report: '您的報告',
  at: (what, where) => `${what}（${where}）`,
  number: (reference) => `您的編號：${reference}。`,
  numbers: (reference, caseNumber) => `您的編號：${reference}（市府案件 ${caseNumber}）。`,
  target: (by, span) => (span === null ? `目標：${by}前。` : `目標：${span}（${by}前）。`),
  spans: { hours: { other: '# 小時' }, days: { other: '# 天' }, businessDays: { other: '# 個工作日' } },

  thanks: '謝謝。',
  filed: (what) => `已登記：${what}。`,
  filedMany: '已登記：',
  ifWrong: ['有錯嗎？請回覆正確地址或「不是」。', '有錯請回覆「不是」。'],
  askCorrection: [
    '哪裡不對？請傳送正確的地址，或說明是什麼問題。回覆 CANCEL 可撤回。311 工作人員也會查看。',
    '哪裡不對？請傳送正確的地址，或說明是什麼問題。311 工作人員也會查看。',
    '哪裡不對？請傳送正確的地址或問題。',
  ],
  handledBy: (owner, phone) =>
    phone === null ? `此事由 ${owner} 處理。` : `此事由 ${owner}（${phone}）處理。`,

  confirm: (what) => `是這個嗎：${what}？`,
  confirmPlace: (where) => `是在這裡嗎：${where}？`,
  confirmAny: '我們理解得對嗎？',
  yesOrNo: ['請回覆「是」或「不是」。', '是／不是？'],

  gotPhoto: '謝謝您的照片。',
  got: (what) => `收到：${what}。`,
  askWhat: ['請問是什麼問題？幾個字就可以。', '請問是什麼問題？'],
  askWhere: ['請問在哪裡？請傳地址、最近的路口或地點名稱。', '請問在哪裡？'],
  askBoth: ['請問是什麼問題，在哪裡？請寫幾個字和地址或最近的路口。', '請問是什麼問題，在哪裡？'],
  chooseWhat: ['請問是哪一項？', '哪一項？'],
  otherWords: '請回覆數字，或用其他說法告訴我們。',
  whichStreet: (street) => `哪一條 ${street}？`,
  whichOne: '在哪裡？',
  replyNumber: '請回覆數字或社區名稱。',
  askNumber: (street) => `在 ${street} 的哪一段？請傳門牌號碼或最近的交叉街道。`,
  askNumberShort: '門牌號碼或最近的交叉街道是什麼？',
  oneMore: (what) => `再請問一個問題（${what}）：`,
  inEnglish: '英文：',
  tellMore: ['請再多告訴我們一些。'],

  personLooks: '311 的工作人員會查看。',
  reasons: {
    emergency: '有危險？請撥打 911。',
    crisis: '有危險？請撥打 911，或致電或傳訊息至 988。',
    'agent-wanted': '您想找工作人員。',
    'not-fixed': '很抱歉問題尚未解決。',
    'service-unclear': '我們無法確定需要哪一項服務。',
    'place-unclear': '我們找不到地點。',
    'service-needs-person': '這類請求先由工作人員查看。',
    'outside-city': '地點可能不在波士頓。',
    question: '我們無法自動回答這個問題。',
    'change-after-filing': '報告已經登記，須由工作人員更改。',
    abandoned: '您之前告訴我們這件事，我們已轉交您傳來的內容。',
    unreadable: '我們讀不懂您的訊息。',
    'not-filed': '我們無法自行登記。',
  },
  corrected: (what) => `已更改。現在是：${what}。`,
  added: '已加入您的報告。',
  sendPhoto: ['回覆照片即可加入。'],
  photoLink: '在這裡加入照片：',
  cancelled: (what) => `已取消：${what}。`,
  dropped: '好的，已取消，沒有登記任何內容。',
  nothingToCancel: ['沒有可取消的內容。若不想再收到訊息，請回覆 STOP。', '沒有可取消的內容。'],

  state: {
    review: '等待 311 工作人員查看',
    filing: '登記中',
    filed: '已登記',
    closed: '已結案',
    cancelled: '已取消',
    refused: '未登記',
  },
  sentTo: (department) => `已送交 ${department}`,
  andMore: (count) => `另有 ${count} 件。`,
  statusUnknown: (reference) => `我們找不到 ${reference}。`,
  statusUnknownHint: '請檢查編號。',
  statusNone: [
    '這裡沒有您的報告。請告訴我們是什麼問題、在哪裡，或傳像 BOS-1234-5678 這樣的編號。',
    '這裡沒有您的報告。',
  ],

  agentCalled: ['我們已轉交 311 的工作人員。'],
  notFixed: ['很抱歉問題尚未解決。311 的工作人員會再查看。', '311 的工作人員會再查看。'],
  questionKept: ['311 的工作人員會看您的問題。'],
  commentKept: ['謝謝。311 的工作人員會看您的意見。', '311 的工作人員會看。'],
  orCall: `或致電 311（${contacts.hotlineFromAnywhere}）。`,

  direct: '您也可以用私訊告訴我們地點。',
  notHere: {
    direct: '為保護您的隱私，此事請用私訊告訴我們。',
    call: `為保護您的隱私，此事請致電 311（${contacts.hotlineFromAnywhere}）。`,
  },

  outside: (town) => `這個地點似乎在波士頓以外的 ${town}。`,
  onlyBoston: '我們只能登記波士頓的請求。',
  outsideCall: (phone) => (phone === null ? '請聯絡當地政府。' : `請致電 ${phone}。`),

  welcome: [
    '您好，這是波士頓 311 的自動助理。請問是什麼問題，在哪裡？有照片更好。緊急情況請撥打 911。',
    '波士頓 311 自動助理。請問是什麼問題，在哪裡？緊急情況請撥打 911。',
  ],
  help: [
    `波士頓 311 處理非緊急請求：路面坑洞、垃圾、路燈、噪音等。請告訴我們是什麼、在哪裡；有照片更好。STATUS：查進度。AGENT：找工作人員。STOP：停止訊息。或致電 311（${contacts.hotlineFromAnywhere}）。緊急情況：911。`,
    `波士頓 311：請告訴我們是什麼問題、在哪裡。STOP 停止訊息。請致電 311 或 ${contacts.hotlineFromAnywhere}。緊急情況：911。`,
  ],
  welcomeBack: [
    '您會再次收到波士頓 311 的訊息。請告訴我們是什麼問題、在哪裡。回覆 STOP 即停止。',
    '您會再次收到波士頓 311 的訊息。回覆 STOP 即停止。',
  ],
  optedOut: [
    `您不會再收到波士頓 311 的訊息。回覆 START 可恢復。您隨時可以致電 311（${contacts.hotlineFromAnywhere}）。`,
    '您不會再收到波士頓 311 的訊息。回覆 START 可恢復。',
  ],
  thankedBack: '不客氣。',
  notUnderstood: [
    '抱歉，我們沒看懂。請用幾個字告訴我們是什麼問題、在哪裡。回覆 HELP 看說明。',
    '抱歉，我們沒看懂。請問是什麼問題，在哪裡？',
  ],

  linkOther: '曾用其他方式報告？發送 LINK 和當時的電話或電郵。',
  codeSent: (half) =>
    `如果該地址曾聯絡過我們，我們已傳送4位數字過去。請在10分鐘內把它們傳到這裡，前面加上${half}。`,
  code: (half) => `波士頓311：您的4位數字是${half}。請只從您提出要求的地方傳送。如果不是您要求的，不用理會。`,
  linked: '完成。兩者已連結：STATUS 會列出兩邊的報告。UNLINK 可取消。',
  codeWrong: '數字不對或已過期。傳送 LINK 和該地址可取得新的數字。',
  unlinked: '完成。已取消連結。',

  newsAsked: {
    sms: (code) => `要用簡訊接收消息，請用此代碼回覆我們的簡訊：${code}。簡訊會在8點到21點之間發出。`,
    email: (code) => `要用電子郵件接收消息，請用此代碼回覆我們的郵件：${code}。`,
  },
  newsKnown: '我們會把消息發到和以前一樣的手機或信箱。',
  newsOffered:
    '波士頓311：有人把這個聯絡方式給了我們。是您嗎？請回覆您看到的代碼。如果不是，不用理會。STOP 可停止訊息。',
  newsHere: [
    '完成。您會在這裡收到報告的消息。STOP 可停止。',
    '完成。消息會發到這裡。STOP 可停止。',
    '完成。',
  ],
  newsCodeWrong: '代碼不對或已過期。',

  decided: (what) => `311 的工作人員看過您的報告並已登記：${what}。`,
  refused: (what) => `311 的工作人員看過，沒有登記：${what}。`,

  closed: (what) => `市府已結案：${what}。`,
  news: (what) => `市府的消息：${what}。`,
  updates: '市府的消息：',
  theirNote: (note) => `說明：「${note}」`,
  answers: '311 的工作人員答覆：',
  wordsNotFixed: '沒修好',
  ifNotFixed: '還沒修好？請回覆「沒修好」。',

  notices: {
    'photo-kept': '我們保存了您的照片，但無法自動打開。',
    'video-kept': '我們保存了您的影片，但無法自動觀看。',
    'audio-kept': '我們保存了您的錄音，但無法自動收聽。',
    'contact-kept': '我們保存了您傳來的聯絡資料。',
    'file-kept': '我們保存了您的檔案，但無法自動讀取。',
    'file-broken': '有一個檔案打不開，請再傳一次。',
    'file-late': '有一個檔案還沒收到。',
  },
}
