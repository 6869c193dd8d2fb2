import { contacts } from '../contacts.ts'
import type { Phrases } from './phrases.ts'

/** Vietnamese, with "quý vị". */
export const vi: Phrases = {
  wordsBy: { by: 'machine' },
  between: ' ',
  stop: '.',
  isolate: (text) => text,

  emergency: 'Nếu có người gặp nguy hiểm, hãy gọi 911 ngay. 311 không thể gửi trợ giúp khẩn cấp.',
  crisis:
    'Quý vị không đơn độc. Gọi hoặc nhắn tin đến 988 ngay: miễn phí, ngày đêm. Nếu có người đang gặp nguy hiểm, hãy gọi 911.',

  report: 'báo cáo của quý vị',
  at: (what, where) => `${what} tại ${where}`,
  number: (reference) => `Mã số: ${reference}.`,
  numbers: (reference, caseNumber) => `Mã số: ${reference} (hồ sơ Thành phố: ${caseNumber}).`,
  target: (by, span) =>
    span === null ? `Mục tiêu: chậm nhất ${by}.` : `Mục tiêu: ${span} (chậm nhất ${by}).`,
  spans: { hours: { other: '# giờ' }, days: { other: '# ngày' }, businessDays: { other: '# ngày làm việc' } },

  thanks: 'Cảm ơn.',
  filed: (what) => `Đã ghi nhận: ${what}.`,
  filedMany: 'Đã ghi nhận:',
  ifWrong: ['Nếu sai, hãy nhắn địa chỉ đúng hoặc KHÔNG.', 'Nếu sai, nhắn KHÔNG.'],
  askCorrection: [
    'Sai ở đâu? Hãy nhắn địa chỉ đúng hoặc cho biết vấn đề là gì. CANCEL để rút lại. Nhân viên 311 cũng sẽ xem.',
    'Sai ở đâu? Hãy nhắn địa chỉ đúng hoặc cho biết vấn đề là gì. Nhân viên 311 cũng sẽ xem.',
    'Sai ở đâu? Hãy nhắn địa chỉ đúng.',
  ],
  handledBy: (owner, phone) =>
    phone === null ? `${owner} xử lý việc này.` : `${owner} (${phone}) xử lý việc này.`,

  confirm: (what) => `Có phải: ${what}?`,
  confirmPlace: (where) => `Có phải ở đây: ${where}?`,
  confirmAny: 'Chúng tôi hiểu đúng không?',
  yesOrNo: ['Trả lời CÓ hoặc KHÔNG.', 'CÓ hay KHÔNG?'],

  gotPhoto: 'Cảm ơn quý vị đã gửi ảnh.',
  got: (what) => `Đã nhận: ${what}.`,
  askWhat: ['Có vấn đề gì? Chỉ cần vài chữ.', 'Có vấn đề gì?'],
  askWhere: ['Ở đâu? Hãy gửi địa chỉ, góc đường gần nhất hoặc tên địa điểm.', 'Ở đâu?'],
  askBoth: [
    'Có vấn đề gì, và ở đâu? Hãy gửi vài chữ và địa chỉ hoặc góc đường gần nhất.',
    'Có vấn đề gì, và ở đâu?',
  ],
  chooseWhat: ['Là việc nào?', 'Việc nào?'],
  otherWords: 'Trả lời bằng số, hoặc nói cách khác.',
  whichStreet: (street) => `${street} nào?`,
  whichOne: 'Ở đâu?',
  replyNumber: 'Trả lời bằng số hoặc tên khu phố.',
  askNumber: (street) => `Chỗ nào trên ${street}? Hãy gửi số nhà hoặc đường cắt ngang gần nhất.`,
  askNumberShort: 'Số nhà hoặc đường cắt ngang gần nhất là gì?',
  oneMore: (what) => `Một câu hỏi nữa về việc này: ${what}.`,
  inEnglish: 'Bằng tiếng Anh:',
  tellMore: ['Xin cho biết thêm một chút.'],

  personLooks: 'Nhân viên 311 sẽ xem.',
  reasons: {
    emergency: 'Nguy hiểm? Gọi 911.',
    crisis: 'Nguy hiểm? Gọi 911, hoặc gọi hay nhắn tin 988.',
    'agent-wanted': 'Quý vị muốn gặp nhân viên.',
    'not-fixed': 'Rất tiếc vì việc chưa được sửa.',
    'service-unclear': 'Chúng tôi chưa rõ cần dịch vụ nào.',
    'place-unclear': 'Chúng tôi không tìm thấy địa điểm.',
    'service-needs-person': 'Nhân viên xem loại yêu cầu này trước.',
    'outside-city': 'Có thể nằm ngoài Boston.',
    question: 'Chúng tôi không tự trả lời được câu này.',
    'change-after-filing': 'Đã ghi nhận rồi nên nhân viên phải thay đổi.',
    abandoned: 'Quý vị đang kể việc này; chúng tôi đã chuyển những gì quý vị gửi.',
    unreadable: 'Chúng tôi không đọc được tin nhắn.',
    'not-filed': 'Chúng tôi không tự ghi nhận được.',
  },
  corrected: (what) => `Đã sửa. Bây giờ là: ${what}.`,
  added: 'Đã thêm vào báo cáo của quý vị.',
  sendPhoto: ['Trả lời bằng ảnh để thêm vào.'],
  photoLink: 'Thêm ảnh tại đây:',
  cancelled: (what) => `Đã hủy: ${what}.`,
  dropped: 'Vâng, đã bỏ. Chưa ghi nhận gì.',
  nothingToCancel: ['Không có gì để hủy. Để ngừng nhận tin nhắn, trả lời STOP.', 'Không có gì để hủy.'],

  state: {
    review: 'chờ nhân viên 311',
    filing: 'đang ghi nhận',
    filed: 'đã ghi nhận',
    closed: 'đã đóng',
    cancelled: 'đã hủy',
    refused: 'không ghi nhận',
  },
  sentTo: (department) => `đã chuyển đến ${department}`,
  andMore: (count) => `Và ${count} báo cáo khác.`,
  statusUnknown: (reference) => `Không tìm thấy ${reference}.`,
  statusUnknownHint: 'Xin kiểm tra lại mã số.',
  statusNone: [
    'Ở đây chưa có báo cáo nào của quý vị. Cho biết vấn đề và địa điểm, hoặc gửi mã số như BOS-1234-5678.',
    'Ở đây chưa có báo cáo nào của quý vị.',
  ],

  agentCalled: ['Đã chuyển cho nhân viên 311.'],
  notFixed: ['Rất tiếc vì việc chưa được sửa. Nhân viên 311 sẽ xem lại.', 'Nhân viên 311 sẽ xem lại.'],
  questionKept: ['Nhân viên 311 sẽ đọc câu hỏi của quý vị.'],
  commentKept: ['Cảm ơn. Nhân viên 311 sẽ đọc ý kiến của quý vị.', 'Nhân viên 311 sẽ đọc.'],
  orCall: `Hoặc gọi 311 (${contacts.hotlineFromAnywhere}).`,

  direct: 'Quý vị cũng có thể gửi địa điểm qua tin nhắn riêng.',
  notHere: {
    direct: 'Để bảo vệ quyền riêng tư, xin gửi tin nhắn riêng cho chúng tôi về việc này.',
    call: `Để bảo vệ quyền riêng tư, xin gọi 311 về việc này (${contacts.hotlineFromAnywhere}).`,
  },

  outside: (town) => `Nơi này có vẻ ở ${town}, ngoài Boston.`,
  onlyBoston: 'Chúng tôi chỉ nhận yêu cầu ở Boston.',
  outsideCall: (phone) => (phone === null ? 'Xin liên hệ nơi đó.' : `Xin gọi: ${phone}.`),

  welcome: [
    'Xin chào, đây là trợ lý tự động của 311 Boston. Có vấn đề gì, và ở đâu? Gửi ảnh càng tốt. Khẩn cấp: gọi 911.',
    '311 Boston (tự động). Có vấn đề gì, và ở đâu? Khẩn cấp: gọi 911.',
  ],
  help: [
    `311 Boston nhận yêu cầu không khẩn cấp: ổ gà, rác, đèn đường, tiếng ồn và nhiều việc khác. Cho biết việc gì và ở đâu; gửi ảnh càng tốt. STATUS: tin mới. AGENT: gặp nhân viên. STOP: ngừng tin nhắn. Hoặc gọi 311 (${contacts.hotlineFromAnywhere}). Khẩn cấp: 911.`,
    `311 Boston: cho biết việc gì và ở đâu. STOP: ngừng tin nhắn. Gọi 311 hoặc ${contacts.hotlineFromAnywhere}. Khẩn cấp: 911.`,
  ],
  welcomeBack: [
    'Quý vị sẽ lại nhận tin nhắn của 311 Boston. Cho biết việc gì và ở đâu. STOP để ngừng.',
    'Quý vị sẽ lại nhận tin nhắn của 311 Boston. STOP để ngừng.',
  ],
  optedOut: [
    `Quý vị sẽ không nhận tin nhắn của 311 Boston nữa. Trả lời START để nhận lại. Quý vị luôn có thể gọi 311 (${contacts.hotlineFromAnywhere}).`,
    'Quý vị sẽ không nhận tin nhắn của 311 Boston nữa. Trả lời START để nhận lại.',
  ],
  thankedBack: 'Không có chi.',
  notUnderstood: [
    'Xin lỗi, chúng tôi chưa hiểu. Cho biết việc gì và ở đâu, bằng vài chữ. HELP: trợ giúp.',
    'Xin lỗi, chúng tôi chưa hiểu. Có vấn đề gì, và ở đâu?',
  ],

  linkOther: 'Đã báo cáo bằng cách khác? Gửi LINK và số hoặc email đó.',
  codeSent: (half) =>
    `Nếu địa chỉ đó từng nhắn cho chúng tôi, chúng tôi đã gửi 4 chữ số. Gửi chúng đến đây trong 10 phút, thêm ${half} ở trước.`,
  code: (half) =>
    `311 Boston: 4 chữ số của quý vị là ${half}. Chỉ gửi từ nơi quý vị đã yêu cầu. Nếu không yêu cầu, hãy bỏ qua.`,
  linked: 'Xong. Hai địa chỉ đã liên kết: STATUS cho xem báo cáo của cả hai. UNLINK để hủy.',
  codeWrong: 'Các số không đúng hoặc đã hết hạn. Gửi LINK và địa chỉ để nhận số mới.',
  unlinked: 'Xong. Không còn liên kết nữa.',

  newsAsked: {
    sms: (code) =>
      `Để nhận tin qua tin nhắn, hãy trả lời tin nhắn của chúng tôi bằng mã này: ${code}. Tin nhắn đến từ 8 giờ đến 21 giờ.`,
    email: (code) => `Để nhận tin qua email, hãy trả lời email của chúng tôi bằng mã này: ${code}.`,
  },
  newsKnown: 'Chúng tôi gửi tin đến cùng số điện thoại hoặc email như trước.',
  newsOffered:
    '311 Boston: có người cho chúng tôi liên lạc này. Là quý vị? Trả lời bằng mã đã thấy. Nếu không, hãy bỏ qua. STOP: ngừng tin nhắn.',
  newsHere: [
    'Xong. Quý vị sẽ nhận tin về báo cáo tại đây. STOP để ngừng.',
    'Xong. Quý vị sẽ nhận tin tại đây. STOP để ngừng.',
    'Xong.',
  ],
  newsCodeWrong: 'Mã này không đúng hoặc đã hết hạn.',

  decided: (what) => `Nhân viên 311 đã xem và ghi nhận: ${what}.`,
  refused: (what) => `Nhân viên 311 đã xem và không ghi nhận: ${what}.`,

  closed: (what) => `Thành phố đã đóng hồ sơ này: ${what}.`,
  news: (what) => `Tin từ Thành phố: ${what}.`,
  updates: 'Tin từ Thành phố:',
  theirNote: (note) => `Ghi chú: "${note}"`,
  answers: 'Nhân viên 311 trả lời:',
  wordsNotFixed: 'CHƯA SỬA',
  ifNotFixed: 'Chưa được sửa? Trả lời CHƯA SỬA.',

  notices: {
    'photo-kept': 'Đã giữ ảnh, nhưng chúng tôi không tự mở được.',
    'video-kept': 'Đã giữ video, nhưng chúng tôi không tự xem được.',
    'audio-kept': 'Đã giữ bản ghi âm, nhưng chúng tôi không tự nghe được.',
    'contact-kept': 'Đã giữ liên hệ quý vị gửi.',
    'file-kept': 'Đã giữ tệp, nhưng chúng tôi không tự đọc được.',
    'file-broken': 'Một tệp không mở được. Xin gửi lại.',
    'file-late': 'Một tệp chưa đến nơi.',
  },
}
