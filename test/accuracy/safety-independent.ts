/**
 * Safety on the tables that neither the rules nor the model were made from: what each finds, what both find,
 * false alarms, by language and by kind.
 * @module
 */
import { safetyClassifier } from '../../classifiers/safety/index.ts'
import { groupOf, loadDangerModel, scoreDanger } from '../../classifiers/safety/model.ts'
import { safetyRules } from '../../classifiers/safety/rules.ts'
import { Language, languages } from '../../src/core/understanding.ts'
import { type Case, type IndependentSafetyTable, unlearnedSafety } from '../classifiers/tables.ts'
import { isTold } from '../classifiers/told-of-danger.ts'
import { tally } from './counts.ts'
import { type Bound, count, type Section, share, table } from './section.ts'

const classify = safetyClassifier()
const rules = safetyRules()
const model = loadDangerModel()

const isDanger = ({ label }: Case): boolean => label !== 'none'
const isEnglish = ({ language }: Case): boolean => language === 'en'
const byBoth = isTold
const byRules = ({ text }: Case): boolean => rules(text, {}).value !== 'none'
/** The model by itself, not told what the rules saw. */
const byModel = ({ language, text }: Case): boolean =>
  scoreDanger(model, text, []).danger >= model.header.thresholds[groupOf(Language.parse(language))].alone

/** One row of the table of what rules and model find: by rules, by model, by both together, false alarms. */
function sharesOf(name: string, rows: readonly Case[]): readonly string[] {
  const dangers = rows.filter(isDanger)
  const harmless = rows.filter((row) => !isDanger(row))
  const found = (some: readonly Case[], one: (row: Case) => boolean): string =>
    share(some.filter(one).length, some.length)
  return [
    name,
    found(dangers, byRules),
    found(dangers, byModel),
    found(dangers, byBoth),
    found(harmless, byRules),
    found(harmless, byBoth),
  ]
}

/**
 * One independent table: `name` its file, `heading` of its part of the report, `called` so in the names of the bounds,
 * `origin` how it came about, as the rest of a sentence that begins with the file.
 */
export function independentPart(
  name: IndependentSafetyTable,
  heading: string,
  called: string,
  origin: string,
): Pick<Section, 'markdown' | 'bounds'> {
  const rows = unlearnedSafety(name)
  const dangers = rows.filter(isDanger)
  const harmless = rows.filter((row) => !isDanger(row))
  const exact = dangers.filter(
    (row) => isTold(row) && (row.kind === 'manhole' || classify(row.text, {}).value === row.label),
  ).length
  const kinds = tally(dangers, ({ kind }) => kind, byBoth)
  const bound = (what: string, some: readonly Case[], wanted: Pick<Bound, 'atLeast' | 'atMost'>): Bound => ({
    name: what,
    value: some.filter(byBoth).length / Math.max(1, some.length),
    ...wanted,
    of: some.length,
  })
  return {
    markdown: [
      `### ${heading}`,
      `\`fixtures/understanding/${name}.tsv\` ${origin}: ${count(dangers.length)} dangers, ${count(harmless.length)} harmless texts. These are figures to believe. ${share(exact, dangers.length)} of the dangers got the very one (emergency or crisis). An open manhole is told by its service, not by rules or model.`,
      table(
        ['language', 'rules find', 'model finds', 'both find', 'false alarms, rules', 'false alarms, both'],
        [
          sharesOf('all', rows),
          ...languages.map((language) =>
            sharesOf(
              language,
              rows.filter((row) => row.language === language),
            ),
          ),
        ],
      ),
      table(
        ['kind of danger', 'found'],
        [...kinds].map(([kind, [right, all]]) => [kind, share(right, all)]),
      ),
    ].join('\n\n'),
    bounds: [
      bound(`danger found, ${called}, en`, dangers.filter(isEnglish), { atLeast: 0.98 }),
      bound(
        `danger found, ${called}, other languages together`,
        dangers.filter((row) => !isEnglish(row)),
        { atLeast: 0.95 },
      ),
      bound(`false alarms, ${called}`, harmless, { atMost: 0.02 }),
    ],
  }
}
