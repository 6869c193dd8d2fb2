/**
 * Intent and the splitting of problems.
 * @module
 */
import { join } from 'node:path'
import { intentClassifier } from '../../classifiers/intent/index.ts'
import { createGazetteer, placesFinder } from '../../classifiers/location/index.ts'
import { splitProblems } from '../../classifiers/problems/index.ts'
import { bucketOf } from '../../classifiers/train/rows.ts'
import { bostonWords } from '../../src/city/boston/aliases.ts'
import { loadGazetteerData } from '../../src/city/boston/gazetteer/index.ts'
import { languages } from '../../src/core/understanding.ts'
import { cases, type Row, table as rowsOf } from '../classifiers/tables.ts'
import { jsonLines, of, tabLines, tally } from './counts.ts'
import { type Section, share, table } from './section.ts'

const classify = intentClassifier()
const intentOf = (text: string): string => classify(text, {}).value

function splitting(rows: readonly Row[]) {
  const find = placesFinder(createGazetteer(loadGazetteerData(), bostonWords))
  const isSeveral = (text: string): boolean => {
    const places = find(text, {}).filter(({ mention, span }) => mention !== null && span[1] > span[0])
    return (
      splitProblems(
        text,
        places.map(({ span }) => span),
      ).length > 1
    )
  }
  return tally(
    rows,
    ({ label }) => (Number(label) > 1 ? 'several' : 'one'),
    ({ label, text }) => isSeveral(text) === Number(label) > 1,
  )
}

export async function intentSection(data: string): Promise<Section> {
  const second = cases('intent').filter(({ half }) => half === 'second')
  const isRight = ({ label, text }: Row): boolean => label.split('|').includes(intentOf(text))
  const byLanguage = tally(second, ({ language }) => language, isRight)
  const byIntent = tally(second, ({ label }) => label, isRight)
  const right = second.filter(isRight).length
  const sms = tabLines(join(data, 'text', 'sms-spam.tsv')).map(([label = '', , text = '']) => ({
    label,
    text,
  }))
  const spam = tally(
    sms,
    ({ label }) => label,
    ({ text }) => intentOf(text) === 'spam',
  )
  const residents = ['labelled-by-staff', 'reported-as', 'phone-agent-notes']
    .flatMap((name) => jsonLines(join(data, 'text', `${name}.jsonl`)))
    .map(({ text }) => String(text ?? ''))
    .filter((text) => text.trim() !== '')
    .map(intentOf)
  const asSpam = residents.filter((intent) => intent === 'spam').length
  const problems = splitting(rowsOf('problems-held-out').filter(({ text }) => bucketOf(text, 2) === 1))
  const [alone, single] = of(problems, 'one')
  return {
    title: 'Intent',
    markdown: [
      `On the half of the new rows of \`fixtures/understanding/intent.tsv\` that was only counted ${share(right, second.length)} are right (159 of 228 before the rules were widened).`,
      table(
        ['language', 'right'],
        languages.map((language) => [language, share(...of(byLanguage, language))]),
      ),
      table(
        ['intent', 'right'],
        [...byIntent].map(([intent, [good, all]]) => [intent, share(good, all)]),
      ),
      ...(sms.length === 0
        ? []
        : [
            `SMS spam found: ${share(...of(spam, 'spam'))}; other SMS taken for it: ${share(...of(spam, 'ham'))}.`,
          ]),
      ...(residents.length === 0
        ? []
        : [
            `Residents' texts: ${share(residents.filter((intent) => intent === 'report').length, residents.length)} read as a report, ${share(asSpam, residents.length)} as spam.`,
          ]),
      '### Several problems in one message',
      `On the half of \`fixtures/understanding/problems-held-out.tsv\` that was only counted ${share(...of(problems, 'several'))} of the messages with several problems are divided, ${share(alone, single)} of those with one stay whole.`,
      '### What is not good yet',
      '- Two problems joined by a bare "and" are often kept as one: a story cut in two costs a resident more than two problems filed as one, which an agent sees.\n- A text that no rule knows is taken for a report at about 0.6; among these short messages that is seldom right, among the texts of residents it nearly always is.\n- The spam corpus is British and two decades old; its premium numbers are not what a city is sent.\n- No native reader has reviewed the phrases in the eleven languages other than English.',
    ].join('\n\n'),
    bounds: [
      { name: 'intent right', value: right / second.length, atLeast: 0.85, of: second.length },
      { name: 'one problem stays one', value: alone / Math.max(1, single), atLeast: 0.95, of: single },
      ...(residents.length === 0
        ? []
        : [
            {
              name: "residents' texts taken for spam",
              value: asSpam / residents.length,
              atMost: 0.01,
              of: residents.length,
            },
          ]),
    ],
  }
}
