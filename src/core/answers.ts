/**
 * Answers to residents' questions that somebody approved beforehand. An answer is looked up, never made: what no
 * approved answer fits is a person's to answer.
 * @module
 */
import { z } from 'zod'
import { Language } from './understanding.ts'

export const AnswerId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

/** One approved answer. */
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
})
export type ApprovedAnswer = z.infer<typeof ApprovedAnswer>

/** The languages each answer can be given in. */
export type AnswerLanguages = ReadonlyMap<string, ReadonlySet<Language>>

export const languagesOf = (answers: readonly ApprovedAnswer[]): AnswerLanguages =>
  new Map(answers.map(({ id, says }) => [id, new Set(Language.options.filter((l) => says[l] !== undefined))]))
