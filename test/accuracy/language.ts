/**
 * Language: right answers by language and length of text.
 * @module
 */
import { join } from 'node:path'
import { languageClassifier } from '../../classifiers/language/index.ts'
import { bucketOf } from '../../classifiers/train/rows.ts'
import { languages } from '../../src/core/understanding.ts'
import { type Row, table as rowsOf } from '../classifiers/tables.ts'
import { jsonLines, of, tabLines, tally } from './counts.ts'
import { type Section, share, table } from './section.ts'

const classify = languageClassifier()
const isRight = ({ label, text }: Row): boolean => classify(text, {}).value === label
const byLabel = (rows: readonly Row[]) => tally(rows, ({ label }) => label, isRight)
const codes: Readonly<Record<string, string>> = { 'pt-BR': 'pt', 'pt-PT': 'pt' }

export async function languageSection(data: string): Promise<Section> {
  const own = rowsOf('language-held-out').filter(({ text }) => bucketOf(text, 2) === 1)
  const short = byLabel(own.filter(({ text }) => text.length >= 15 && text.length <= 40))
  const prose = tabLines(join(data, 'text', 'languages.tsv'))
    .map(([code = '', , text = '']) => ({ label: codes[code] ?? code, text }))
    .filter(({ label, text }) => languages.some((known) => known === label) && text.length >= 60)
  const requests = byLabel(own.filter(({ text }) => text.length >= 60))
  const formal = byLabel(prose)
  const long = byLabel([...own.filter(({ text }) => text.length >= 60), ...prose])
  const messages = jsonLines(join(data, 'text', 'haitian-creole-sms.jsonl'))
    .filter(({ lang_guess }) => lang_guess === 'ht')
    .map(({ original }) => ({ label: 'ht', text: String(original) }))
  const haitian = messages.filter(isRight).length
  const english = ['labelled-by-staff', 'phone-agent-notes']
    .flatMap((name) => jsonLines(join(data, 'text', `${name}.jsonl`)))
    .map(({ text }) => ({ label: 'en', text: String(text ?? '') }))
    .filter(({ text }) => text.trim() !== '')
  return {
    title: 'Language',
    markdown: [
      'Requests are the half of `fixtures/understanding/language-held-out.tsv` (written apart from the classifier) that was only counted; prose is the Universal Declaration of Human Rights.',
      table(
        ['language', 'requests of 15 to 40 characters', 'requests of 60 and more', 'prose of 60 and more'],
        languages.map((language) => [
          language,
          share(...of(short, language)),
          share(...of(requests, language)),
          share(...of(formal, language)),
        ]),
      ),
      ...(messages.length === 0
        ? []
        : [
            `Haitian Creole SMS: ${share(haitian, messages.length)} of the messages that the corpus itself takes for Haitian Creole; several of the rest are French.`,
          ]),
      ...(english.length === 0
        ? []
        : [`Residents' English: ${share(english.filter(isRight).length, english.length)}.`]),
      '### What is not good yet',
      '- No native reader has reviewed the word lists or the tables.\n- Cabo Verdean written with Portuguese words is the hardest to tell; single words and names stay with the conversation or English.\n- The bound for 60 characters and more counts requests and prose together, for the requests alone are four to fifteen a language.',
    ].join('\n\n'),
    bounds: [
      ...languages.map((language) => {
        const [right, all] = of(long, language)
        return {
          name: `60 characters and more, ${language}`,
          value: right / Math.max(1, all),
          atLeast: 0.95,
          of: all,
        }
      }),
      ...languages.map((language) => {
        const [right, all] = of(short, language)
        return {
          name: `15 to 40 characters, ${language}`,
          value: right / Math.max(1, all),
          atLeast: 0.85,
          of: all,
        }
      }),
      ...(messages.length === 0
        ? []
        : [
            {
              name: 'Haitian Creole SMS',
              value: haitian / messages.length,
              atLeast: 0.95,
              of: messages.length,
            },
          ]),
    ],
  }
}
