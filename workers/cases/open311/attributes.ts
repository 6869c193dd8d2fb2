/**
 * Our answers in the places that the server's definition has for them.
 * @module
 */
import { answerInWords, type Detail, type Service } from '../../../src/core/catalogue.ts'
import { AppError } from '../../../src/core/errors.ts'
import type { Attribute, Form } from './types.ts'

export interface Answers {
  /** `attribute[CODE]` fields. */
  readonly fields: Form
  /** What the server has no place for: it goes into the description. */
  readonly left: readonly { readonly question: string; readonly answer: string }[]
}

/** Throws `provider-refused` with the code of a required question that nobody answered. */
export function answersFor(
  attributes: Readonly<Record<string, string>>,
  service: Service | undefined,
  questions: readonly Attribute[],
): Answers {
  const fields: (readonly [string, string])[] = []
  const placed = new Set<string>()
  const given = Object.entries(attributes)
    .map(([code, answer]) => ({
      code,
      answer: answer.trim(),
      detail: service?.details.find((d) => d.code === code),
    }))
    .filter(({ answer }) => answer !== '')
  for (const question of questions) {
    if (!question.variable || question.datatype === 'informational') continue
    const mine = given.find(({ code, detail }) => isSame(question, code, detail))
    const values = mine === undefined ? null : valuesFor(question, mine.answer, mine.detail)
    if (mine !== undefined && values !== null) {
      placed.add(mine.code)
      const name = `attribute[${question.code}]${isMany(question) ? '[]' : ''}`
      for (const value of values) fields.push([name, value])
    } else if (question.required) {
      throw new AppError(
        'provider-refused',
        `Open311: nobody answered the required attribute ${question.code}`,
        {
          providerCode: 'missing-attribute',
        },
      )
    }
  }
  const left = given
    .filter(({ code }) => !placed.has(code))
    .map(({ code, answer, detail }) => ({
      question: detail?.question ?? code,
      answer: answerInWords(detail, answer),
    }))
  return { fields, left }
}

const isMany = ({ datatype }: Attribute): boolean => datatype === 'multivaluelist'
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const isSame = (question: Attribute, code: string, detail: Detail | undefined): boolean =>
  folded(question.code) === folded(code) ||
  (detail !== undefined &&
    question.description !== null &&
    folded(question.description) === folded(detail.question))

/** Null where the answer is none that this question takes. */
function valuesFor(
  question: Attribute,
  answer: string,
  detail: Detail | undefined,
): readonly string[] | null {
  const { datatype } = question
  if (datatype === 'singlevaluelist') return picked(question, [answer], detail)
  if (datatype === 'multivaluelist') {
    return picked(question, [answer], detail) ?? picked(question, parts(answer), detail)
  }
  if (datatype === 'number') return /^[-+]?\d+(?:\.\d+)?$/.test(answer) ? [answer] : null
  if (datatype === 'datetime' || datatype === 'date')
    return /^\d{4}-\d\d-\d\d/.test(answer) && !Number.isNaN(Date.parse(answer)) ? [answer] : null
  if (datatype.startsWith('boolean')) {
    if (/^(?:yes|y|true|1)$/i.test(answer)) return ['true']
    return /^(?:no|n|false|0)$/i.test(answer) ? ['false'] : null
  }
  return [datatype === 'text' ? answer : answer.replace(/\s+/g, ' ')]
}

/** Of "a, b and c", in time that grows with the answer and not with its square. */
const parts = (answer: string): readonly string[] => answer.split(/[,;\n]|\sand\s/).map((part) => part.trim())

/** The server's keys for all of these words, found by key or by name, theirs or ours; null where one has none. */
function picked(
  { values }: Attribute,
  words: readonly string[],
  detail: Detail | undefined,
): readonly string[] | null {
  const keys = words.filter(Boolean).map((word) => {
    const ours = detail?.values.find((v) => folded(v.key) === folded(word) || folded(v.name) === folded(word))
    const names = new Set([word, ours?.key ?? word, ours?.name ?? word].map(folded))
    return values.find((v) => names.has(folded(v.key)) || names.has(folded(v.name)))?.key ?? null
  })
  return keys.length === 0 || keys.includes(null) ? null : [...new Set(keys.filter((key) => key !== null))]
}
