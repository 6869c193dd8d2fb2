import { describe, expect, it } from 'vitest'
import { bostonPages, bostonReplies } from '../../src/app/city.ts'
import { bostonIvr } from '../../src/city/boston/ivr/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { answerInWords } from '../../src/core/catalogue.ts'
import { step } from '../../src/core/dialog.ts'
import { policyFor } from '../../src/core/policy.ts'
import type { Reply } from '../../src/core/reply.ts'
import { type Intent, type Language, languages } from '../../src/core/understanding.ts'
import {
  at,
  created,
  elm,
  empty,
  event,
  message,
  problem,
  replies,
  says,
  sure,
  understood,
} from '../support/dialog.ts'

/** Today no service of Boston requires an answer; with these it does. */
const policy = policyFor(
  services.map((service) =>
    ['missed-pickup', 'sidewalk-repair', 'pothole'].includes(service.code)
      ? { ...service, details: service.details.slice(0, 1).map((detail) => ({ ...detail, required: true })) }
      : service,
  ),
  [],
)

/** Reports it, answers what is asked, and says what was asked and what was kept. */
function ask(code: string, language: Language, text: string, intent: Intent = 'report') {
  const report = understood({ language: sure(language), problems: [problem(code, at(elm))] })
  const asked = step(empty, event(report), policy, 'sms')
  const said = understood({ language: sure(language), intent: sure(intent) })
  const filed = step(asked.state, event(said, { message: message(text) }), policy, 'sms')
  return { asked, filed, kept: created(filed)[0]?.attributes }
}
const wrote = (reply: Reply | undefined): string =>
  reply === undefined ? '' : bostonReplies(reply, new Map(), { fits: () => true, public: false })

describe('a question that a service requires', () => {
  it.each(languages)('%s: is asked in the language of the conversation, with its answers', (language) => {
    const [reply] = replies(ask('missed-pickup', language, '1').asked)
    expect(reply).toMatchObject({ language, speech: { say: 'ask-detail', detail: 'material' } })
    const put = bostonPages.question(language, 'missed-pickup', 'material')
    const text = wrote(reply)
    expect(text).toContain(put?.question)
    for (const [n, { name }] of (put?.values ?? []).entries()) expect(text).toContain(`${n + 1}) ${name}`)
    if (reply === undefined) throw new Error('nothing was asked')
    const { next } = bostonPages.told([{ reply, facts: new Map(), text }])
    expect(next).toEqual({
      question: put?.question,
      as: 'choice',
      choices: put?.values.map(({ name }, n) => ({ value: String(n + 1), label: name })),
    })
    const spoken = bostonIvr.speak({ speech: reply.speech, text }, language, new Map(), false)
    const heard = JSON.stringify(spoken.says)
    const voice = bostonIvr.voiceOf(language) === null ? 'en' : language
    expect(heard).toContain(bostonPages.question(voice, 'missed-pickup', 'material')?.question)
    expect(spoken.expects).toEqual({ about: 'choice', count: 5 })
  })

  it.each([
    ['by number', 'missed-pickup', 'es', '2', 'report', { material: 'recycling' }],
    ['by several numbers', 'missed-pickup', 'zh-Hant', '1, 5', 'report', { material: 'trash, bulk' }],
    ['by its name', 'missed-pickup', 'en', 'bulk ITEM', 'report', { material: 'bulk' }],
    ['by yes in any language', 'sidewalk-repair', 'ht', 'wi', 'yes', { injury: 'yes' }],
    ['by no in any language', 'sidewalk-repair', 'ru', 'нет', 'no', { injury: 'no' }],
    ['not by two numbers where one is wanted', 'sidewalk-repair', 'en', '1 2', 'report', { injury: '1 2' }],
    ['not by a number that is not offered', 'missed-pickup', 'en', '7', 'report', { material: '7' }],
    ['in words of their own', 'missed-pickup', 'fr', 'le sapin', 'report', { material: 'le sapin' }],
    ['as a figure, where nothing is to be chosen', 'pothole', 'en', '2', 'report', { lane: '2' }],
  ] as const)('is answered %s', (_, code, language, text, intent, kept) => {
    const talk = ask(code, language, text, intent)
    expect(says(talk.filed)).toEqual(['filed'])
    expect(talk.kept).toEqual(kept)
  })
})

it('an answer is read by agents and other systems in the catalogue’s English', () => {
  const material = services.find(({ code }) => code === 'missed-pickup')?.details[0]
  expect(answerInWords(material, 'trash, bulk')).toBe('Trash, Bulk item')
  expect(answerInWords(material, 'le sapin, bulk')).toBe('le sapin, bulk')
  expect(answerInWords(undefined, 'trash')).toBe('trash')
})
