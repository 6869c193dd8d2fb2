/**
 * Answers to residents' questions that somebody wrote down beforehand. An answer is looked up, never made: what no
 * answer of the set fits is a person's to answer.
 * @module
 */
import { z } from 'zod'
import { Language } from './understanding.ts'

export const AnswerId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

/** One answer of the set. */
export const ApprovedAnswer = z.object({
  id: AnswerId,
  /** Ways to ask, by language; what a question is compared with, never shown. */
  questions: z.partialRecord(Language, z.array(z.string().min(1)).min(1)),
  /** What the resident reads. Without a translation a person answers. */
  says: z.partialRecord(Language, z.string().min(1)),
  /** The official page that it was checked against, and that the resident may read. */
  page: z.url({ protocol: /^https$/ }),
  /** When, `YYYY-MM-DD`. */
  checkedOn: z.iso.date(),
  /** `person`: somebody of the City answers for these words. `none`: nobody does yet. */
  approvedBy: z.enum(['none', 'person']).default('none'),
})
export type ApprovedAnswer = z.infer<typeof ApprovedAnswer>
/** As it is written down: what nobody has approved need not say so. */
export type WrittenAnswer = z.input<typeof ApprovedAnswer>

/** The languages each answer can be given in. */
export type AnswerLanguages = ReadonlyMap<string, ReadonlySet<Language>>

export const languagesOf = (answers: readonly ApprovedAnswer[]): AnswerLanguages =>
  new Map(answers.map(({ id, says }) => [id, new Set(Language.options.filter((l) => says[l] !== undefined))]))
