/**
 * The shape of one language's questions, made of the catalogue: a service, a question or an answer that is missing
 * does not compile, and neither does one that the catalogue no longer has.
 * @module
 */
import type { WordsBy } from '../replies/phrases.ts'
import type { Written } from '../services/index.ts'

type Asking<S extends Written> = S extends { readonly details: readonly [] } ? never : S['code']
type DetailsOf<S extends Written> = S['details'][number]
/** What can be chosen: `[the question, the answers by key]`; else the question alone. */
type Said<D> = D extends { readonly values: readonly [] }
  ? string
  : D extends { readonly values: readonly { readonly key: infer Key extends string }[] }
    ? readonly [question: string, answers: Readonly<Record<Key, string>>]
    : never

/** By service and question, as in the catalogue. */
export type Asked = {
  readonly [S in Written as Asking<S>]: { readonly [D in DetailsOf<S> as D['code']]: Said<D> }
}

export interface Questions {
  /** Who answers for these words. */
  readonly wordsBy: WordsBy
  readonly asked: Asked
}
