/**
 * What callers say beside the matter: that they want to hear it again, that they are done. Machine drafts but for
 * English.
 * @module
 */

/** Each stands for all that was said, in small letters without signs. */
const again: ReadonlySet<string> = new Set([
  ...['repeat', 'repeat that', 'repeat it', 'repeat the number', 'repeat the question', 'again', 'once more'],
  ...['say again', 'say that again', 'say it again', 'come again', 'pardon', 'pardon me', 'excuse me', 'huh'],
  ...[
    'one more time',
    'what',
    'what was that',
    'what did you say',
    'what was the number',
    'the number again',
  ],
  ...['i did not hear you', 'i didnt hear you', 'i didnt hear that', 'i didnt hear', 'i didnt get that'],
  ...[
    'i cant hear you',
    'i didnt catch that',
    'slower',
    'slowly',
    'say it slower',
    'say it slowly',
    'too fast',
  ],
  ...['hold on', 'wait', 'wait a minute', 'one second', 'one moment', 'just a second', 'just a minute'],
  ...[
    'repita',
    'repítalo',
    'repitalo',
    'repite',
    'otra vez',
    'repita el número',
    'repita el numero',
    'cómo',
    'como',
  ],
  ...[
    'mande',
    'qué dijo',
    'que dijo',
    'no le escuché',
    'no le escuche',
    'más despacio',
    'mas despacio',
    'espere',
  ],
  ...['répétez', 'repetez', 'répéter', 'encore', 'encore une fois', 'pardon', 'comment', 'plus lentement'],
  ...['repete', 'repetir', 'de novo', 'outra vez', 'o que', 'mais devagar', 'não ouvi', 'nao ouvi'],
  ...['повторите', 'ещё раз', 'еще раз', 'что', 'медленнее', 'не слышу', 'не расслышала', 'не расслышал'],
  ...['lặp lại', 'nói lại', 'nhắc lại', 'chậm hơn', 'tôi không nghe'],
  ...['أعد', 'مرة أخرى', 'ماذا', 'كرر', 'ببطء', 'لم أسمع'],
  ...[
    '再说一遍',
    '再说一次',
    '重复',
    '重复一遍',
    '慢一点',
    '什么',
    '再講一次',
    '再講多次',
    '重複',
    '慢啲',
    '咩話',
    '乜嘢',
  ],
])

const before =
  /^(?:(?:sorry|please|yes|no|oh|uh|um|hi|hello|can|could|would|you|will|i|need|you|to|perdón|perdon|por|favor|puede|pode|désolé|pouvez|vous|извините|пожалуйста|можете|xin|vui|lòng|xin lỗi|من فضلك|请|請|唔該|对不起|對唔住) ?){1,8}/
const after =
  /(?: ?(?:please|for me|to me|por favor|s il vous plaît|пожалуйста|من فضلك|sorry|then|ok|okay|好吗|唔該)){1,3}$/

const simplified = (text: string): string =>
  text
    .slice(0, 200)
    .toLowerCase()
    .replace(/(?<=\b[dcs])['’]/g, ' ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Whether a caller asks to hear it again: "sorry, can you repeat that please". */
export function asksAgain(text: string): boolean {
  if (text.length > 100) return false
  const said = simplified(text)
  const begun = said.replace(before, '').trim()
  return [said, begun, said.replace(after, ''), begun.replace(after, '')].some((words) => again.has(words))
}

/** Alone they say nothing yet: "no", "okay". */
const lead: readonly string[] = [
  ...[
    'no',
    'nope',
    'nah',
    'ok',
    'okay',
    'alright',
    'all right',
    'great',
    'good',
    'perfect',
    'well',
    'um',
    'uh',
    'oh',
  ],
  ...[
    'yes',
    'yeah',
    'yep',
    'sí',
    'si',
    'bueno',
    'está bien',
    'non',
    'oui',
    'd accord',
    'não',
    'nao',
    'sim',
    'tá',
    'нет',
  ],
  ...[
    'да',
    'хорошо',
    'không',
    'vâng',
    'dạ',
    'لا',
    'نعم',
    'حسنا',
    '不',
    '好的',
    '好',
    '没有',
    '沒有',
    '冇',
    '唔使',
    '不用',
  ],
]
const noes: ReadonlySet<string> = new Set([
  ...[
    'no',
    'nope',
    'nah',
    'non',
    'não',
    'nao',
    'нет',
    'không',
    'لا',
    '不',
    '没有',
    '沒有',
    '冇',
    '唔使',
    '不用',
  ],
])
/** These end a call. */
const close: readonly string[] = [
  ...[
    'thats all',
    'that is all',
    'thats it',
    'that is it',
    'thatll be all',
    'that will be all',
    'thats everything',
  ],
  ...[
    'thats all i need',
    'thats all for now',
    'nothing else',
    'nothing',
    'nothing more',
    'no more',
    'im good',
  ],
  ...[
    'i am good',
    'im fine',
    'im done',
    'i am done',
    'im all set',
    'all set',
    'were good',
    'thats fine',
    'all good',
  ],
  ...[
    'bye',
    'bye bye',
    'bye now',
    'goodbye',
    'good bye',
    'good night',
    'see you',
    'take care',
    'have a good day',
  ],
  ...[
    'have a good one',
    'have a good night',
    'have a nice day',
    'have a great day',
    'you too',
    'thank you',
    'thanks',
  ],
  ...[
    'thank you very much',
    'thank you so much',
    'thanks a lot',
    'thank you for your help',
    'thanks for your help',
  ],
  ...[
    'eso es todo',
    'es todo',
    'nada más',
    'nada mas',
    'nada',
    'gracias',
    'muchas gracias',
    'adiós',
    'adios',
  ],
  ...['hasta luego', 'buenas noches', 'que tenga buen día', 'c est tout', 'rien d autre', 'rien', 'merci'],
  ...['merci beaucoup', 'au revoir', 'bonne journée', 'é só', 'só isso', 'so isso', 'mais nada', 'nada mais'],
  ...[
    'obrigado',
    'obrigada',
    'muito obrigado',
    'muito obrigada',
    'tchau',
    'até logo',
    'это всё',
    'это все',
    'всё',
  ],
  ...[
    'больше ничего',
    'ничего',
    'спасибо',
    'большое спасибо',
    'до свидания',
    'hết rồi',
    'không còn gì',
    'cảm ơn',
  ],
  ...[
    'xin cảm ơn',
    'tạm biệt',
    'هذا كل شيء',
    'لا شيء',
    'شكرا',
    'شكرا جزيلا',
    'مع السلامة',
    '没有了',
    '没了',
    '就这样',
  ],
  ...['不用了', '谢谢', '谢谢你', '谢谢您', '再见', '冇喇', '冇啦', '唔使喇', '唔該', '多謝', '再見', '拜拜'],
]
/** Longest first: "no more" before "no". */
const pieces = [...lead, ...close].toSorted((a, b) => b.length - a.length)
const closing: ReadonlySet<string> = new Set(close)
const withoutBlanks = /^\p{Script=Han}/u

/** Whether a caller says that this is all ("no, that's all, thank you"), or only "no"; null: something else. */
export function saysDone(text: string): 'done' | 'no' | null {
  if (text.length > 100) return null
  let rest = simplified(text)
    .normalize('NFC')
    .replace(/[\u064b-\u0652]/g, '')
  const said: string[] = []
  while (rest !== '') {
    const piece = pieces.find(
      (one) =>
        rest === one || rest.startsWith(`${one} `) || (withoutBlanks.test(one) && rest.startsWith(one)),
    )
    if (piece === undefined) return null
    said.push(piece)
    rest = rest.slice(piece.length).trim()
  }
  if (said.some((piece) => closing.has(piece))) return 'done'
  return said.length > 0 && said.every((piece) => noes.has(piece)) ? 'no' : null
}
