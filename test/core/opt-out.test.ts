import { describe, expect, it } from 'vitest'
import { understandBoston } from '../../src/app/understanding.ts'
import { step } from '../../src/core/dialog.ts'
import { type ChannelName, channelNames } from '../../src/core/request.ts'
import { emptyState } from '../../src/core/turn.ts'
import type { Language } from '../../src/core/understanding.ts'
import { event, message, policy } from '../support/dialog.ts'

/** The words that 47 CFR 64.1200(a)(10) names, and how people say it. */
const leaving: Readonly<Record<Language, readonly string[]>> = {
  en: [
    ...['stop', 'quit', 'end', 'revoke', 'opt out', 'unsubscribe', 'Stop.', 'STOP'],
    ...['please stop texting me', 'do not contact me again', 'no more messages please', 'stop emailing me'],
  ],
  es: ['dejen de mandarme mensajes', 'no me escriban más', 'cancelar suscripción'],
  ht: ['sispann voye mesaj ban mwen', 'pa voye mesaj ban m ankò'],
  'zh-Hant': ['不要再傳簡訊給我', '取消訂閱', '停止'],
  'zh-Hans': ['不要再给我发短信', '停止发送信息', '退订'],
  vi: ['đừng nhắn tin cho tôi nữa', 'ngừng gửi tin nhắn'],
  kea: ['ka nhos manda-m más mensajen', 'para di manda mensajen'],
  ru: ['не пишите мне больше', 'отпишите меня', 'стоп'],
  ar: ['توقفوا عن إرسال الرسائل', 'الغاء الاشتراك'],
  pt: ['parem de me mandar mensagens', 'não quero mais receber mensagens'],
  fr: ["arrêtez de m'envoyer des messages", 'désabonnez-moi'],
  so: ['jooji fariimaha', 'ha ii soo dirin fariimo dambe'],
}
/** Reports and questions with the same words in them. */
const staying = [
  'the stop sign is missing at 5 Elm St',
  'stop the noise at 12 Beacon St',
  'when will the construction end on Centre St',
  'please stop the cars from parking in the bike lane',
]

const read = understandBoston()
/** One message on a channel that says nothing of keywords by itself. */
function hears(channel: ChannelName, text: string, optedOut = false) {
  const understanding = read(text, { channel })
  const said = message(text, { channel })
  const turn = step(emptyState, event(understanding, { message: said, optedOut }), policy, channel)
  const replies = turn.effects.flatMap((effect) => (effect.kind === 'reply' ? [effect.reply] : []))
  return { turn, replies }
}

describe.each(channelNames)('the wish for no more messages on %s', (channel) => {
  it('counts in any language, and gets one confirmation', () => {
    for (const text of Object.values(leaving).flat()) {
      const { turn, replies } = hears(channel, text)
      expect([text, turn.consent]).toEqual([text, 'out'])
      // Where the words could mean danger too, that is said first.
      const said = replies.filter(({ speech }) => speech.say !== 'emergency' && speech.say !== 'crisis')
      expect(said).toMatchObject([{ speech: { say: 'opted-out' }, evenIfOptedOut: true }])
    }
  })

  it('said again is confirmed to no phone', () => {
    const { turn, replies } = hears(channel, 'please stop texting me', true)
    expect(turn.consent).toBe('out')
    expect(replies).toMatchObject([{ speech: { say: 'opted-out' }, evenIfOptedOut: false }])
  })

  it('is not heard in a report', () => {
    for (const text of staying) expect([text, hears(channel, text).turn.consent]).toEqual([text, null])
  })

  it('ends with START, which is confirmed', () => {
    const { turn, replies } = hears(channel, 'START', true)
    expect(turn.consent).toBe('in')
    expect(replies).toMatchObject([{ speech: { say: 'opted-in' } }])
  })

  it('keeps nobody from help', () => {
    expect(hears(channel, 'HELP', true).replies).toMatchObject([{ speech: { say: 'help' } }])
  })
})

it('whoever sends the keyword HELP is told how to come back, though they had opted out', () => {
  const said = message('HELP', { keyword: 'help' })
  const heard = event(read('HELP', {}), { message: said, optedOut: true })
  const { effects } = step(emptyState, heard, policy, 'sms')
  expect(effects).toMatchObject([{ reply: { speech: { say: 'help' }, evenIfOptedOut: true } }])
})
