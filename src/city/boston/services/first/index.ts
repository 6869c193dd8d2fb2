import { animals } from './animals.ts'
import { lights } from './lights.ts'
import { parking } from './parking.ts'
import { streets } from './streets.ts'
import { traffic } from './traffic.ts'
import { trash } from './trash.ts'
import { water } from './water.ts'

/** The first services in the City's order of topics: streets to animals. */
export const firstHalf = [
  ...streets,
  ...water,
  ...lights,
  ...traffic,
  ...parking,
  ...trash,
  ...animals,
] as const
