/**
 * What Boston 311 answers to questions, word for word. Each answer names the official page it was checked against
 * and the day; whoever changes one sets the day anew. What "checked" means, and what it does not: README.md.
 * @module
 */
import { ApprovedAnswer } from '../../../core/answers.ts'
import { cityLife } from './city-life.ts'
import { housing } from './housing.ts'
import { items } from './items.ts'
import { outdoors } from './outdoors.ts'
import { parking } from './parking.ts'
import { permits } from './permits.ts'
import { registry } from './registry.ts'
import { snow } from './snow.ts'
import { taxes } from './taxes.ts'
import { threeOneOne } from './three-one-one.ts'
import { tickets } from './tickets.ts'
import { trash } from './trash.ts'

/** All of them, checked once when this file loads (throws a ZodError naming the field). Ids are unique. */
export const answers: readonly ApprovedAnswer[] = ApprovedAnswer.array().parse([
  ...trash,
  ...items,
  ...parking,
  ...tickets,
  ...snow,
  ...registry,
  ...taxes,
  ...permits,
  ...housing,
  ...outdoors,
  ...threeOneOne,
  ...cityLife,
])

const twice = answers.find(({ id }, at) => answers.findIndex((other) => other.id === id) !== at)
if (twice !== undefined) throw new Error(`[city/boston] answer ${twice.id} stands twice`)
