import { describe, expect, it } from 'vitest'
import { categoryClassifier } from '../../classifiers/category/classify.ts'
import { type CategoryModel, modelOf } from '../../classifiers/category/model.ts'
import { assemble, type Fitted, fitModel, labelsOf, prepare } from '../../classifiers/train/fit.ts'
import { noCard, raw } from '../../classifiers/train/measure.ts'
import { refine } from '../../classifiers/train/refine.ts'
import type { Row } from '../../classifiers/train/rows.ts'

const row = (text: string, code: string | null, n: number): Row => ({
  id: `row-${n}`,
  text,
  slugs: code === null ? [] : [code],
  type: null,
  source: code === null ? 'none' : 'utterance',
})
const known = prepare(
  ['big hole in the road', 'deep hole in the street', 'another hole in the road', 'hole in the street again']
    .map((text, n) => row(text, 'pothole', n))
    .concat(
      ['rats in the alley', 'a rat in the street', 'rats again', 'many rats by the road'].map((text, n) =>
        row(text, 'rodents', 10 + n),
      ),
      ['hello there', 'good morning', 'thanks', 'what is this'].map((text, n) => row(text, null, 20 + n)),
    ),
)
const frame = { ...raw, temperature: 1, card: noCard }
const fitted = fitModel(known, labelsOf(known), 311)
const before = assemble(fitted, frame, '')
const decided = prepare(
  [
    'the frobnitz is back',
    'frobnitz in my yard',
    'a frobnitz ran by',
    'frobnitz again',
    'two frobnitz there',
  ].map((text, n) => row(text, 'rodents', 30 + n)),
)
const assembled = ({ core, parts }: Fitted): CategoryModel => modelOf({ ...before.header, ...core }, parts)
const after = refine(before, fitted.parts, { decided, known }, 311)
const says = (model: CategoryModel, text: string) => categoryClassifier(model)(text, {}).value

describe('refining', () => {
  it('learns a word from decisions that the model never saw', () => {
    expect(says(before, 'frobnitz')).toBeNull()
    expect(says(assembled(after), 'frobnitz')).toBe('rodents')
  })

  it('forgets nothing for it', () => {
    for (const { row } of known) expect(says(assembled(after), row.text)).toBe(says(before, row.text))
  })

  it('is the same from the same decisions', () => {
    const again = refine(before, fitted.parts, { decided, known }, 311)
    expect(again.parts.weights).toEqual(after.parts.weights)
    expect(again.core).toEqual(after.core)
  })

  it('leaves out what the model has no service for', () => {
    const strange = prepare([row('bring me a pizza', 'no-such-service', 40)])
    expect(
      says(assembled(refine(before, fitted.parts, { decided: strange, known }, 311)), 'big hole in the road'),
    ).toBe('pothole')
  })
})
