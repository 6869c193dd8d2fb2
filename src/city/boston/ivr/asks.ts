/**
 * Words by which callers ask to hear something again, and nothing else. Machine drafts but for English.
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
