/**
 * The category part of the accuracy report: what cross-validation found (`model/held-out.json`, written by
 * `npm run train`), the independent tables of `fixtures/understanding`, and the comparison of models.
 * @module
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { calibrationError, thresholdAt } from '../../classifiers/calibrate.ts'
import { categoryClassifier, loadCategoryModel, withPrior } from '../../classifiers/category/index.ts'
import { type Held, readOutcomes } from '../../classifiers/train/outcomes.ts'
import { bucketOf } from '../../classifiers/train/rows.ts'
import { prior } from '../../src/city/boston/prior.ts'
import { policyFor } from '../../src/core/policy.ts'
import { Language } from '../../src/core/understanding.ts'
import { type Compared, comparedFile } from './compared.ts'
import { binsOf, type Claim, reliabilityDiagram } from './reliability.ts'
import { type Bound, count, percent, type Section, share, table } from './section.ts'

/** Names of the sources as a reader knows them. */
const sourceNames: Readonly<Record<string, string>> = {
  staff: 'app and web, “Other”, labelled from what staff wrote',
  picked: 'app and web, service picked by the resident',
  phone: 'notes of phone agents',
  tweet: 'relayed tweets',
  recent: 'Boston 2023–2026',
  towns: 'other towns',
}

const isRight = ({ wanted, best, abstained }: Held): boolean => !abstained && wanted.includes(best[0] ?? '')
const isNear = ({ wanted, best }: Held): boolean => best.some((slug) => wanted.includes(slug))
const tally = <T>(list: readonly T[], holds: (item: T) => boolean): number => list.filter(holds).length
const rate = <T>(list: readonly T[], holds: (item: T) => boolean): number =>
  list.length === 0 ? 0 : tally(list, holds) / list.length
const shareOf = <T>(list: readonly T[], holds: (item: T) => boolean): string =>
  share(tally(list, holds), list.length)
const claimsOf = (rows: readonly Held[]): readonly Claim[] =>
  rows.map((row) => ({ confidence: row.confidence, right: row.wanted.includes(row.best[0] ?? '') }))
const errorOf = (claims: readonly Claim[]): number =>
  calibrationError(claims.map(({ confidence, right }) => ({ share: confidence, right })))

/** Mean recall over groups: every group counts the same. */
const macro = (rows: readonly Held[], groupOf: (row: Held) => string): number => {
  const groups = [...Map.groupBy(rows, groupOf).values()]
  return groups.reduce((sum, list) => sum + rate(list, isRight), 0) / Math.max(1, groups.length)
}

interface Told {
  readonly code: string
  readonly language: string
  readonly text: string
  readonly half: number
  readonly value: string | null
  readonly near: boolean
  readonly confidence: number
}

/** Rows of a table of `fixtures/understanding`, answered by the committed model. */
const tell = (
  name: string,
  columns: (cells: readonly string[]) => readonly [string, string, string],
): readonly Told[] => {
  const url = new URL(`../../fixtures/understanding/${name}.tsv`, import.meta.url)
  if (!existsSync(url)) return []
  const classify = withPrior(categoryClassifier(loadCategoryModel()), prior)
  return readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const [code, language, text] = columns(line.split('\t'))
      const { value, confidence, alternatives } = classify(text, {
        language: Language.parse(language),
        channel: 'sms',
      })
      const near = [value, ...alternatives.map((other) => other.value)].filter((slug) => slug !== null)
      return {
        code,
        language,
        text,
        half: bucketOf(text, 2),
        value,
        confidence: value === null ? 0 : confidence,
        near: near.slice(0, 3).includes(code),
      }
    })
}

const toldRight = ({ value, code }: Told): boolean => value === code

/** How often a model that answers one text at a time must be right to settle a service unasked. */
const wantedPrecision = 0.95

const cityPart = (
  rows: readonly Held[],
): { readonly markdown: string; readonly bounds: readonly Bound[] } => {
  const claims = claimsOf(rows)
  const kept = thresholdAt(
    claims.map(({ confidence, right }) => ({ share: confidence, right })),
    wantedPrecision,
  ).kept
  const { categoryAccept } = policyFor([])
  const accepted = rows.filter(({ confidence, abstained }) => !abstained && confidence >= categoryAccept)
  const fresh = rows.filter(({ seen }) => !seen)
  const top1 = rate(rows, isRight)
  const top3 = rate(rows, isNear)
  const recall = macro(rows, ({ type }) => type)
  const error = errorOf(claims)
  const n = rows.length
  return {
    markdown: table(
      [`${count(n)} messages of the City, 26 types, cross-validated`, 'held-out'],
      [
        ['first answer right', shareOf(rows, isRight)],
        ['the same where the channel is not told', shareOf(rows, ({ blindRight }) => blindRight)],
        ['right one among the first three', shareOf(rows, isNear)],
        ['mean recall over the types', percent(recall)],
        ['no service named', shareOf(rows, ({ abstained }) => abstained)],
        ['expected calibration error', percent(error)],
        ['answered, if 19 in 20 answers must be right', percent(kept)],
        [`at or above ${categoryAccept} (settled unasked)`, shareOf(rows, (row) => accepted.includes(row))],
        ['… of these right', shareOf(accepted, isRight)],
        [
          `first answer right where no near-duplicate was learned from (${count(fresh.length)})`,
          shareOf(fresh, isRight),
        ],
      ],
    ),
    bounds: [
      { name: 'first answer right, messages of the City', value: top1, atLeast: 0.86, of: n },
      { name: 'right one among three, messages of the City', value: top3, atLeast: 0.955, of: n },
      { name: 'mean recall over the City’s types', value: recall, atLeast: 0.76, of: n },
      { name: 'expected calibration error, messages of the City', value: error, atMost: 0.03, of: n },
      { name: 'answered at 95 % precision', value: kept, atLeast: 0.72, of: n },
    ],
  }
}

const typeTable = (rows: readonly Held[], typeOf: ReadonlyMap<string, string>): string => {
  const answered = rows.filter(({ abstained }) => !abstained)
  const named = Map.groupBy(answered, ({ best }) => typeOf.get(best[0] ?? '') ?? '')
  return table(
    ['type', 'messages', 'recall', 'precision'],
    [...Map.groupBy(rows, ({ type }) => type)]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([type, list]) => {
        const said = named.get(type) ?? []
        return [type, list.length, shareOf(list, isRight), shareOf(said, (row) => row.type === type)]
      }),
  )
}

const confusions = (rows: readonly Held[]): string => {
  const wrong = rows.filter((row) => !isRight(row))
  const pairs = Map.groupBy(wrong, (row) => `${row.type} | ${row.abstained ? '(none)' : row.best[0]}`)
  return [
    '| the City’s type | answered | messages |',
    '| --- | --- | ---: |',
    ...[...pairs]
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, 20)
      .map(([pair, list]) => `| ${pair} | ${list.length} |`),
  ].join('\n')
}

const sourceTable = (rows: readonly Held[]): string =>
  table(
    ['where the text comes from', 'texts', 'first right', 'among three', 'calibration error'],
    Object.entries(sourceNames).map(([source, name]) => {
      const list = rows.filter((row) => row.source === source)
      return [
        name,
        count(list.length),
        shareOf(list, isRight),
        shareOf(list, isNear),
        percent(errorOf(claimsOf(list))),
      ]
    }),
  )

const languageTable = (rows: readonly Held[], told: readonly Told[]): string =>
  table(
    ['language', 'ours, held out in turn', 'first right', 'independent', 'first right', 'calibration error'],
    Language.options.map((language) => {
      const own = rows.filter(({ source, type }) => source === 'utterance' && type === language)
      const other = told.filter((row) => row.language === language)
      const claims = other
        .filter(({ value }) => value !== null)
        .map((row) => ({ confidence: row.confidence, right: toldRight(row) }))
      return [
        language,
        count(own.length),
        shareOf(own, isRight),
        count(other.length),
        shareOf(other, toldRight),
        other.length < 100 ? '–' : percent(errorOf(claims)),
      ]
    }),
  )

const serviceTable = (
  rows: readonly Held[],
  told: readonly Told[],
  heard: ReadonlySet<string>,
  labels: readonly string[],
): string => {
  const english = told.filter(({ language }) => language === 'en')
  const own = rows.filter(({ source, type }) => source === 'utterance' && type === 'en')
  return table(
    ['service', 'City’s text', 'ours: recall', 'independent: recall', 'independent: precision'],
    labels.map((slug) => {
      const mine = own.filter(({ wanted }) => wanted.includes(slug))
      const asked = english.filter(({ code }) => code === slug)
      const named = english.filter(({ value }) => value === slug)
      const of = (list: readonly unknown[], n: number): string =>
        list.length === 0 ? '–' : `${n} of ${list.length}`
      return [
        slug,
        heard.has(slug) ? 'yes' : 'no',
        of(mine, tally(mine, isRight)),
        of(asked, tally(asked, toldRight)),
        of(named, tally(named, toldRight)),
      ]
    }),
  )
}

const halves = (told: readonly Told[]): readonly (readonly [string, readonly Told[]])[] => [
  ['looked at', told.filter(({ half }) => half === 0)],
  ['never looked at', told.filter(({ half }) => half === 1)],
]

const comparison = (): string => {
  const url = new URL('./models.json', import.meta.url)
  if (!existsSync(url))
    return 'No comparison on file: `node test/accuracy/compare-models.ts --data DIR` makes it.'
  const { date, messages, models } = comparedFile.parse(JSON.parse(readFileSync(url, 'utf8')))
  const row = ({ name, top1, top3, macroRecall, msEach, learnedFrom }: Compared): (string | number)[] => [
    name,
    count(learnedFrom),
    share(Math.round(top1 * messages), messages),
    percent(top3),
    percent(macroRecall),
    msEach.toFixed(3),
  ]
  return `${table(['model', 'rows', 'first right', 'among three', 'mean recall', 'ms a message'], models.map(row))}

One fold held out, ${count(messages)} messages, ${date}. All but the last learn the City’s types and are asked for
nothing else; the last must also tell the other services from them.`
}

/** The category part of `docs/accuracy.md`. `data` is the folder of the City's texts; what is needed of it is on file. */
export async function categorySection(_data: string): Promise<Section> {
  const { header } = loadCategoryModel()
  const { model, rows } = readOutcomes()
  if (model !== header.sha256)
    throw new Error('[accuracy] held-out.json is not of the committed category model')
  const city = rows.filter(({ source }) => source === 'staff' || source === 'picked')
  const heard = new Set(city.flatMap(({ wanted }) => wanted))
  const typeOf = new Map(city.flatMap(({ wanted, type }) => wanted.map((slug) => [slug, type] as const)))
  const none = rows.filter(({ source }) => source === 'none')
  const labels = header.labels.filter((label) => label !== '')
  const told = tell('services', ([code = '', language = '', text = '']) => [code, language, text])
  const traps = tell('traps', ([code = '', text = '']) => [code, 'en', text])
  const english = told.filter(({ language }) => language === 'en')
  const rare = english.filter(({ code }) => !heard.has(code))
  const rareByService = [...Map.groupBy(rare, ({ code }) => code).values()]
  const rareMean = rareByService.reduce((sum, list) => sum + rate(list, toldRight), 0) / rareByService.length
  const main = cityPart(city)
  const toldClaims = english
    .filter(({ value }) => value !== null)
    .map((row) => ({ confidence: row.confidence, right: toldRight(row) }))
  const bytes = ['category.bin', 'category.json'].reduce(
    (sum, file) => sum + statSync(new URL(`../../classifiers/category/model/${file}`, import.meta.url)).size,
    0,
  )
  const tableOf = (list: readonly Told[]) =>
    halves(list).map(([name, some]) => [
      name,
      count(some.length),
      shareOf(some, toldRight),
      shareOf(some, ({ near }) => near),
    ])
  const { card } = header
  const unheard = header.unheard.length
  const learned = Object.entries(card.rows)
    .map(([source, n]) => `${count(n)} ${source}`)
    .join(', ')
  return {
    title: 'Category',
    bounds: [
      ...main.bounds,
      {
        name: 'services without text of the City: first answer right on independent English texts, mean over services',
        value: rareMean,
        atLeast: 0.85,
        of: rare.length,
      },
      { name: 'size of the category model, MB', value: bytes / 1e6, atMost: 4, of: null },
    ],
    figures: {
      'category-city.svg': reliabilityDiagram('Messages of the City', claimsOf(city)),
      'category-independent.svg': reliabilityDiagram('Independent English texts', toldClaims),
    },
    markdown: `Which of the ${labels.length} services a message asks for. \`classifiers/category\` reads it and \`npm run train -- --data DIR\` makes it.

**The model.** Three linear models learned from the same vectors and added into one table of 8-bit weights: a softmax
over all services, support vector machines over all services, and support vector machines over the City’s types,
which know the City’s messages only. The vectors are hashed Porter stems (from \`natural\`), pairs of neighboring stems, runs of 3–5
letters, concepts (“couch”, “sofá” and “沙发” are one) and hand-written phrases, and behind them the mean of the vectors
of ${count(header.words)} words, learned from the company these keep in the same texts and in residents’ texts without a label. Trained from ${learned};
${count(card.distinctRows)} distinct; newest datum ${card.dataUntil}; data \`${card.dataSha256.slice(0, 12)}\`, seed ${card.seed}. ${(bytes / 1e6).toFixed(2)} MB, and
beside it what was answered to every held-out row; no text in either.

**How it is measured.** ${card.folds}-fold cross-validation, split by hash of the id, near-duplicates within the learned part
removed; each fold learns from four fifths, the shipped model from all. Right means: the City’s type is one of those
of the service named. An abstention is not right. The confidence of a fold is calibrated on the others. The figures
that weigh the three models were chosen on some of these folds, so these flatter a little.

**First and other answers.** For the first answer the City’s common types are held back, so that rare ones get a
hearing; what else it might be is ranked without that. The first serves the mean recall, the others the first three.

**What the channel adds.** The City’s labelled texts name 26 of its types; ${unheard} of our services are in none of them. How
rare these are nobody has counted, and every bit of doubt given to them is taken from the others: held back more, the
City’s messages come out better and the other services worse. They are held back most on \`open311\`, where the City’s
texts come from and a resident has seen the app’s buttons, and least where residents write or speak as they like. The
City’s messages below are counted as what they are, texts of the app, and once more without that knowledge.

${main.markdown}

![Reliability on the City’s messages](accuracy/category-city.svg)

${table(
  ['claimed', 'answers', 'mean claimed', 'right'],
  binsOf(claimsOf(city))
    .filter(({ of }) => of > 0)
    .map(({ from, of, right, claimed }) => [
      `${(from * 100).toFixed(0)}–${((from + 0.1) * 100).toFixed(0)} %`,
      count(of),
      percent(claimed),
      share(right, of),
    ]),
)}

### By type

${typeTable(city, typeOf)}

### What is taken for what

${confusions(city)}

### By source

${sourceTable(rows)}

Of ${count(none.length)} texts that ask for nothing (greetings, bare places), ${shareOf(none, ({ abstained }) => abstained)} are told apart.

### Services without text of the City

No record at hand names ${labels.length - heard.size} of the services. \`fixtures/understanding/services.tsv\` holds texts for
them that were written apart from the training utterances. Half of the table was looked at while the model was made;
the other half was only counted.

${table(
  ['English texts', 'texts', 'first right', 'among three'],
  [
    ...tableOf(rare).map(([name = '', ...rest]) => [`services without text, half ${name}`, ...rest]),
    ...tableOf(english.filter(({ code }) => heard.has(code))).map(([name = '', ...rest]) => [
      `the others, half ${name}`,
      ...rest,
    ]),
  ],
)}

Mean over services without text: ${percent(rareMean)}; ${tally(rareByService, (list) => rate(list, toldRight) >= 0.85)} of ${rareByService.length} services stand at 85 % or more.
Calibration error on the English table: ${percent(errorOf(toldClaims))}.

![Reliability on independent texts](accuracy/category-independent.svg)

${serviceTable(rows, told, heard, labels)}

### Traps

Texts on which the City’s own sorting goes wrong (\`fixtures/understanding/traps.tsv\`).

${table(['half', 'texts', 'first right', 'among three'], tableOf(traps))}

${table(
  ['trap', 'first right'],
  [...Map.groupBy(traps, ({ code }) => code)].map(([code, list]) => [
    code,
    `${tally(list, toldRight)} of ${list.length}`,
  ]),
)}

### By language

A language keeps the part of the confidence that its held-out utterances prove at 95 %; the fewer they are, the less:
${Object.entries(header.languages)
  .map(([language, factor]) => `${language} ${factor.toFixed(2)}`)
  .join(', ')}.

${languageTable(rows, told)}

### Models compared

${comparison()}

### What is not good yet

* The owner of a road or a park (MassDOT, DCR, MBTA) decides where a request goes, and the text rarely names it.
* Building Inspection and Unsafe Dangerous Conditions overlap in the City’s own filing, and each is taken for the other;
  so are Abandoned Vehicles and Parking Enforcement, of which residents pick either.
* Labels read from closing notes agree with hand labels 91 % of the time: no classifier measured on them can pass that by much.
* Residents’ hydrants and drains were filed under BWSC General Request. A message that names one is answered with that
  service, which the crosswalk counts as wrong.
* Texts of other towns and of 2023–2026 ask for what the web form of 2018 had buttons for (potholes, lights, signs), of
  which the City’s texts hold next to none: there the model is often wrong, and surer than it should be.
  \`src/city/boston/prior.ts\` makes up for a part of it on channels without buttons, which is not in these tables.
* Texts for the services without records, and all texts in eleven languages, were written for this project. Real ones will be
  harder.`,
  }
}
