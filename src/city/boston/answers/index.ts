/**
 * What Boston 311 answers to questions, word for word. Each answer names the official page it was checked against
 * and the day; whoever changes one sets the day anew. Translations are as unreviewed as the replies' (see
 * ../replies/README.md).
 * @module
 */
import { ApprovedAnswer } from '../../../core/answers.ts'
import { trash } from './trash.ts'

/** All of them, checked once when this file loads (throws a ZodError naming the field). Ids are unique. */
export const answers: readonly ApprovedAnswer[] = ApprovedAnswer.array().parse([...trash])

const twice = answers.find(({ id }, at) => answers.findIndex((other) => other.id === id) !== at)
if (twice !== undefined) throw new Error(`[city/boston] answer ${twice.id} stands twice`)
