/**
 * How questions are answered: on questions of our own that were written after the ways to ask, on reports, and on
 * residents' own messages where they are at hand.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerFinder } from '../../classifiers/answers/index.ts'
import { type Asked, askedOf } from '../../classifiers/train/answers.ts'
import { bostonPolicy } from '../../src/app/city.ts'
import { understandBoston } from '../../src/app/understanding.ts'
import { answers } from '../../src/city/boston/answers/index.ts'
import { places } from '../../src/city/boston/answers/places.ts'
import { unanswered } from '../../src/city/boston/answers/unanswered.ts'
import { loadUtterances } from '../../src/city/boston/utterances/index.ts'
import { step } from '../../src/core/dialog/step.ts'
import { type Language, languages } from '../../src/core/understanding.ts'
import { empty, event, message } from '../support/dialog.ts'
import { count, type Section, share, table } from './section.ts'

const { answerAccept, intentAt, answers: inLanguages } = bostonPolicy

interface Judged extends Asked {
  /** What is answered without a person; null: handed over. */
  readonly given: string | null
}

const right = ({ id, given }: Judged): boolean => given !== null && given === id
const wrong = ({ id, given }: Judged): boolean => given !== null && given !== id
const number = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length

/** One line: questions, right, wrong, handed over, precision, share answered right of those with an answer. */
function line(name: string, rows: readonly Judged[]): readonly (string | number)[] {
  const good = number(rows, right)
  const bad = number(rows, wrong)
  const able = number(rows, ({ id }) => id !== null)
  return [
    name,
    rows.length,
    good,
    bad,
    rows.length - good - bad,
    share(good, good + bad),
    able === 0 ? '–' : share(good, able),
  ]
}

/** Messages of residents, none of which is shown: how many are taken for questions, how many of those are answered. */
function onResidents(data: string, given: (text: string) => string | null): string {
  const files = [
    'labelled-by-staff',
    'reported-as',
    'phone-agent-notes',
    'relayed-tweets',
    'recent-2023-2026',
  ]
  const texts = files
    .map((file) => join(data, 'text', `${file}.jsonl`))
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((text) => text.trim() !== '')
    .flatMap((text): readonly string[] => {
      const row: unknown = JSON.parse(text)
      if (typeof row !== 'object' || row === null) return []
      const said = 'text' in row ? row.text : 'description' in row ? row.description : null
      return typeof said === 'string' ? [said] : []
    })
  if (texts.length === 0) return 'Residents’ own messages were not at hand.'
  const understand = understandBoston()
  const fitting = texts.filter((text) => given(text) !== null)
  const answered = fitting.filter((text) => reaches(understand(text, {}).intent))
  return `Of ${count(texts.length)} messages that residents sent as reports, ${count(fitting.length)} are like a question that has an answer, and ${count(answered.length)} are also taken for a question and would be answered.`
}

const reaches = ({ value, confidence }: { readonly value: string; readonly confidence: number }): boolean =>
  (value === 'question' || value === 'comment' || value === 'other') && confidence >= intentAt

/** `data`: the folder of residents' messages; figures on them are left out where it is not there. */
export async function answersSection(data: string): Promise<Section> {
  const find = answerFinder(answers, unanswered, places)
  const given = (text: string): string | null => {
    const { value, confidence } = find(text, {})
    return value !== null && confidence >= answerAccept ? value : null
  }
  const rows = askedOf('answers-held-out').map((asked): Judged => ({ ...asked, given: given(asked.text) }))
  const spoken = languages.filter((language) => rows.some((row) => row.language === language))
  const able = rows.filter(({ id }) => id !== null)
  const inOwnLanguage = number(
    able,
    (row) => right(row) && inLanguages.get(row.id ?? '')?.has(row.language as Language) === true,
  )
  const understand = understandBoston()
  const through = able.filter(({ text }) => reaches(understand(text, {}).intent))
  const inTheEnd = number(able, ({ id, text }) => {
    const heard = event(understand(text, { channel: 'sms' }), { message: message(text) })
    const [first] = step(empty, heard, bostonPolicy, 'sms').effects
    return first?.kind === 'reply' && first.reply.speech.say === 'answer' && first.reply.speech.answer === id
  })
  const reports = loadUtterances()
  const taken = number(reports, ({ text }) => given(text) !== null)
  const good = number(rows, right)
  const bad = number(rows, wrong)
  return {
    title: 'Answers to questions',
    markdown: [
      `${answers.length} answers, ${answers.filter(({ approvedBy }) => approvedBy === 'person').length} of them approved by the City. An answer is given from a probability of ${answerAccept} on; everything else goes to a person. Counted on \`fixtures/understanding/answers-held-out.tsv\`, ${able.length} questions that have an answer and ${rows.length - able.length} that have none, written after the ways to ask and by the same hand.`,
      table(
        [
          '',
          'questions',
          'right',
          'wrong',
          'to a person',
          'right of those answered',
          'answered of those with an answer',
        ],
        [
          line('with an answer', able),
          line(
            'without',
            rows.filter(({ id }) => id === null),
          ),
          line('all', rows),
          ...spoken.map((language) =>
            line(
              language,
              rows.filter((row) => row.language === language),
            ),
          ),
        ],
      ),
      `* The right answer is there in the resident’s own language for ${share(inOwnLanguage, able.length)} of the questions with one; for the others a person answers.\n* The intent classifier lets ${share(through.length, able.length)} of them through to the finder; what it takes for a report is treated as one. Through the whole dialog, ${share(inTheEnd, able.length)} are answered rightly.\n* Of ${count(reports.length)} of our own reports, ${share(taken, reports.length)} would be taken for a question with an answer if the intent classifier let them through.\n* ${onResidents(data, given)}`,
      '### What is not good yet\n\n* Nobody of the City has approved the set, and no native reader the translations.\n* These questions are plain. Talkative ones, with a story and a place in them, are handed over far more often: of two earlier tables of such, counted before anything was learned from them, 43 % and 47 % were answered, 91 % and 94 % of those rightly.\n* Answers that are neighbors are mixed up first: a trash day and what a holiday does to it, a ticket to pay and a ticket to fight.\n* Languages other than English and Spanish have two or three ways to ask each; few of their questions are counted here.',
    ].join('\n\n'),
    bounds: [
      {
        name: 'answers: right of those answered',
        value: good + bad === 0 ? 1 : good / (good + bad),
        atLeast: 0.95,
        of: good + bad,
      },
      {
        name: 'answers: answered of those with an answer',
        value: good / able.length,
        atLeast: 0.5,
        of: able.length,
      },
      {
        name: 'answers: reports taken for a question',
        value: taken / reports.length,
        atMost: 0.03,
        of: reports.length,
      },
    ],
  }
}
