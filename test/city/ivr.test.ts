import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { understandBoston } from '../../src/app/understanding.ts'
import { loadGazetteerData } from '../../src/city/boston/gazetteer/index.ts'
import { saidAddress, saidNumber, saidStreet } from '../../src/city/boston/ivr/address.ts'
import { en } from '../../src/city/boston/ivr/en.ts'
import { bostonIvr, ivrIn } from '../../src/city/boston/ivr/index.ts'
import { keysOf } from '../../src/city/boston/ivr/spelling.ts'
import { streetList, useStreets } from '../../src/city/boston/ivr/street-list.ts'
import { filledPrompts, recordedPrompts } from '../../src/city/boston/ivr/words.ts'
import { serviceByCode } from '../../src/city/boston/services/index.ts'
import { plainPrompts } from '../../src/core/ivr.ts'
import { languages } from '../../src/core/understanding.ts'

const typings = readFileSync(
  createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.d.ts'),
  'utf8',
)
const listed = (type: string): ReadonlySet<string> =>
  new Set(
    [...(new RegExp(`type ${type} = ([^;]+);`).exec(typings)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(
      ([, name]) => name ?? '',
    ),
  )
const braces = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort()

describe.each(languages)('the phone in %s', (language) => {
  const words = ivrIn[language]
  it('has a voice that Twilio has, or recordings', () => {
    if (words.voice === null) return expect(['ht', 'kea', 'so']).toContain(language)
    expect(listed('SayVoice')).toContain(words.voice.name)
    expect(listed('SayLanguage')).toContain(words.voice.language)
    expect(listed('GatherLanguage')).toContain(words.voice.listens)
    expect(words.voice.rate).toBeGreaterThanOrEqual(80)
  })
  it('says everything, with the facts that English says it with', () => {
    if (words.voice === null) {
      expect(Object.keys(words.scripts).sort()).toEqual([...recordedPrompts].sort())
      for (const script of Object.values(words.scripts)) expect(script.length).toBeGreaterThan(8)
      expect(new Set(words.figures).size).toBe(10)
      return
    }
    expect(Object.keys(words.says).sort()).toEqual([...plainPrompts, ...filledPrompts].sort())
    for (const [name, text] of Object.entries(words.says))
      expect(braces(text), name).toEqual(braces(en.says[name as keyof typeof en.says]))
  })
  it('says who has read it', () => {
    expect(words.reviewedBy).not.toBe('')
  })
  it('says 311 and 911 by their figures', () => {
    const all = words.voice === null ? Object.values(words.scripts) : Object.values(words.says)
    for (const text of all) expect(text).not.toMatch(/311|911|988/)
  })
  it('is found by the names that its speakers give it', () => {
    for (const name of words.names) expect(bostonIvr.named(name)).toBe(language)
  })
  it('has a key', () => {
    const keys = [...bostonIvr.keys.first, ...bostonIvr.keys.others].map(([, one]) => one)
    expect([...keys, 'en']).toContain(language)
  })
  it('gives hints that Twilio takes', () => {
    for (const expects of [
      { about: 'open' },
      { about: 'where' },
      { about: 'number', street: 'Blue Hill Ave' },
    ] as const) {
      const hints = bostonIvr.hints(language, expects, null)
      expect(hints.length).toBeGreaterThan(100)
      expect(hints.length).toBeLessThanOrEqual(500)
      for (const hint of hints) expect(hint).toMatch(/^[^,]{1,100}$/)
    }
  })
})

describe('hints', () => {
  it('name the streets that cross the one that was said', () => {
    const hints = bostonIvr.hints('en', { about: 'number', street: 'Blue Hill Ave' }, null)
    expect(hints.slice(0, 180)).toContain('Morton Street')
  })
  it('name the streets near the place that was said', () => {
    const near = bostonIvr.hints(
      'en',
      { about: 'where' },
      {
        kind: 'address',
        address: '746 Centre St',
        neighborhood: 'Jamaica Plain',
        zip: '02130',
        lat: 42.3106,
        lon: -71.1144,
        accuracyM: 20,
      },
    )
    expect(near.slice(0, 40)).toContain('Seaverns Avenue')
  })
})

describe('the menu', () => {
  it('has ten services, five a page', () => {
    expect(bostonIvr.menu.map((page) => page.length)).toEqual([5, 5])
    for (const code of bostonIvr.menu.flat()) expect(serviceByCode(code)).not.toBeNull()
  })
  it('says them to the dialog so that it understands', () => {
    const understand = understandBoston()
    for (const code of bostonIvr.menu.flat()) {
      const { problems, intent } = understand(bostonIvr.wordsFor(code), {
        channel: 'voice',
        expecting: 'category',
      })
      expect([problems[0]?.category.value, intent.value]).toEqual([code, 'report'])
    }
  })
})

describe('places as people say them', () => {
  it.each([
    [5, 'five'],
    [45, 'forty-five'],
    [90, 'ninety'],
    [100, 'one hundred'],
    [105, 'one oh five'],
    [746, 'seven forty-six'],
    [1100, 'eleven hundred'],
    [1205, 'twelve oh five'],
    [2000, 'two thousand'],
    [4321, 'forty-three twenty-one'],
  ])('%i', (number, said) => expect(saidNumber(number)).toBe(said))
  it.each([
    ['746 Centre St', 'seven forty-six Centre Street'],
    ['45A Elm St', 'forty-five A Elm Street'],
    ['100-102 Elm St', 'one hundred Elm Street'],
    ['Centre St & South St', 'Centre Street and South Street'],
    ['12 St Botolph St', 'twelve Saint Botolph Street'],
    ['1 W Broadway', 'one West Broadway'],
    ['Franklin Park', 'Franklin Park'],
  ])('%s', (address, said) => expect(saidAddress(address)).toBe(said))
  it('a street that is a letter stays one', () => expect(saidStreet('E St')).toBe('E Street'))
})

const nothing = { house: null, meets: null }
describe('streets by keys', () => {
  it('are the letters of a telephone', () => {
    expect(keysOf("O'Neil & St. Botolph 7")).toBe('6634578268657' + '4')
    expect(keysOf('abcdefghijklmnopqrstuvwxyz')).toBe('22233344455566677778889999')
  })
  it('begin with what was pressed, the whole name first, then the longer street', () => {
    const elm = bostonIvr.streets('356', { ...nothing, house: 10 })
    expect(elm.names[0]).toBe('Elm St')
    expect(elm).toMatchObject({ exact: true, whole: true })
    expect(bostonIvr.streets('546', nothing).names[0]).toBe('Lincoln St')
  })
  it('are found without their direction, and by a word inside', () => {
    expect(bostonIvr.streets(keysOf('eighth'), { ...nothing, house: 600 }).names).toContain('E Eighth St')
    expect(bostonIvr.streets(keysOf('luther'), nothing).names).toContain('Martin Luther King Jr Blvd')
  })
  it('have the house number', () => {
    const all = bostonIvr.streets('23687', nothing).names
    const few = bostonIvr.streets('23687', { ...nothing, house: 746 }).names
    expect(all.length).toBeGreaterThan(few.length)
    expect(few).toEqual(['Centre St'])
    // Nobody has it: all are offered, and none is taken unasked.
    expect(bostonIvr.streets('23687', { ...nothing, house: 99_999 })).toMatchObject({
      exact: false,
      names: all,
    })
  })
  it('cross the other street', () => {
    const names = bostonIvr.streets('3', { house: null, meets: 'Columbia Rd' }).names
    expect(names).toContain('Dudley St')
    expect(names).not.toContain('Franklin St')
    expect(bostonIvr.streets('3', { house: null, meets: 'Nowhere' }).names).toEqual([])
  })
  it('are close where one key is wrong, and none where two are', () => {
    const close = bostonIvr.streets('53687', { ...nothing, house: 746 })
    expect(close.exact).toBe(false)
    expect(close.names).toContain('Centre St')
    expect(bostonIvr.streets('53688', { ...nothing, house: 746 }).names).not.toContain('Centre St')
    for (const keys of ['', '1', '*', '99999', '2'.repeat(40)])
      expect(bostonIvr.streets(keys, nothing).names).toEqual([])
  })
  it('come in the first four for most addresses, by five letters', () => {
    const ways = streetList().streets.filter(
      ({ name, placed, ranges }) => name && placed && ranges.length > 0,
    )
    const sample = ways.filter((_, at) => at % 7 === 0)
    const found = sample.filter(({ name, ranges: [range] }) => {
      const house = Math.floor(((range?.low ?? 1) + (range?.high ?? 1)) / 2)
      const keys = keysOf(name.split(' ').slice(0, -1).join(' ') || name).slice(0, 5)
      return bostonIvr
        .streets(keys, { ...nothing, house })
        .names.slice(0, 4)
        .includes(name)
    })
    expect(sample.length).toBeGreaterThan(500)
    expect(found.length / sample.length).toBeGreaterThan(0.9)
  })
  it('said to the dialog are places it finds', () => {
    const understand = understandBoston()
    const sample = streetList().streets.filter(({ name, placed, ranges }, at) => {
      return at % 23 === 0 && name && placed && ranges.length > 0
    })
    const found = sample.filter(({ name, ranges: [range] }) => {
      const text = `${range?.low ?? 1} ${name}`
      const location = understand(text, { channel: 'voice', expecting: 'location' }).problems[0]?.location
      return (
        location !== undefined &&
        (location.needs !== null || location.confidence >= 0.45) &&
        [location.value, ...location.alternatives.map(({ value }) => value)].some(
          (place) => place?.address.endsWith(name) === true,
        )
      )
    })
    expect(sample.length).toBeGreaterThan(150)
    expect(found.length / sample.length).toBeGreaterThan(0.97)
  })
})

describe('what callers say beside the matter', () => {
  it.each([
    ['español por favor', 'es'],
    ['hola, ¿habla español?', 'es'],
    ['I speak Haitian Creole', 'ht'],
    ['sorry I only speak Portuguese', 'pt'],
    ['is there a Vietnamese interpreter', 'vi'],
    ['pothole on French Street', null],
    ['Spanish', 'es'],
  ] as const)('%s names a language', (words, language) => expect(bostonIvr.named(words)).toBe(language))
  it.each([
    'can you repeat the number please',
    'Sorry, what did you say?',
    'say that again please',
    'Pardon?',
    'repita por favor',
    '请再说一遍',
  ])('%s asks to hear it again', (words) => expect(bostonIvr.asksAgain(words)).toBe(true))
  it.each([
    'they dumped trash again',
    'yes',
    'no',
    'please',
    'wait for the trash truck',
    '',
    'repeat dumping',
  ])('%s does not', (words) => expect(bostonIvr.asksAgain(words)).toBe(false))
  it.each([
    "no, that's all, thank you",
    'No thanks.',
    'nope bye',
    'eso es todo, gracias',
    'não obrigado',
    'нет, спасибо',
    '不用了谢谢',
    'không cảm ơn',
    'لا شكراً',
    "c'est tout, merci",
  ])('%s ends the call', (words) => expect(bostonIvr.saysDone(words)).toBe('done'))
  it.each([
    ['no', 'no'],
    ['nope', 'no'],
    ['yes', null],
    ['no it is the wrong street', null],
    ['no heat', null],
    ['thank you for nothing', null],
    ['nothing works here', null],
    ['', null],
    ['no '.repeat(40), null],
  ] as const)('%s says no more than that', (words, said) => expect(bostonIvr.saysDone(words)).toBe(said))
})

describe('streets that an installation imported', () => {
  it('are those that keys spell, until they are gone again', () => {
    const { streets } = loadGazetteerData()
    const data = { streets: streets.filter(({ name }) => name === 'Elm St'), crossings: [] }
    try {
      useStreets(data)
      expect(bostonIvr.streets('23687', nothing).names).toEqual([])
      expect(bostonIvr.streets('356', nothing).names).toEqual(['Elm St'])
    } finally {
      useStreets(null)
    }
    expect(bostonIvr.streets('23687', nothing).names).toContain('Centre St')
  })
})
