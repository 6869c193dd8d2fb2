import { accessAndPrices } from './access-and-prices.ts'
import { buildings } from './buildings.ts'
import { cityHall } from './city-hall.ts'
import { external } from './external.ts'
import { foodAndAir } from './food-and-air.ts'
import { health } from './health.ts'
import { housing } from './housing.ts'
import { housingPests } from './housing-pests.ts'
import { housingSafety } from './housing-safety.ts'
import { noise } from './noise.ts'
import { parkTreesAndIdeas } from './park-trees-and-ideas.ts'
import { parks } from './parks.ts'
import { property } from './property.ts'
import { sidewalks } from './sidewalks.ts'
import { snow } from './snow.ts'
import { trees } from './trees.ts'
import { utilities } from './utilities.ts'

/** The second half of the catalogue: everything after `mosquitoes`, from needles to general requests. 49 services. */
export const secondHalf = [
  ...health,
  ...foodAndAir,
  ...trees,
  ...parks,
  ...parkTreesAndIdeas,
  ...property,
  ...buildings,
  ...snow,
  ...sidewalks,
  ...noise,
  ...housing,
  ...housingPests,
  ...housingSafety,
  ...accessAndPrices,
  ...utilities,
  ...external,
  ...cityHall,
] as const
