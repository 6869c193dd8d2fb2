/**
 * Services that residents often name in one breath for one problem: the cause and what comes of it, or the parts
 * of one mess. Two of them side by side are two requests only where the text says so more plainly.
 * @module
 */

const groups: readonly ReadonlySet<string>[] = [
  'storm-drain street-flooding water-sewer-general roadway-repair pothole utility-cover manhole-missing mosquitoes',
  'fire-hydrant street-flooding water-sewer-general snow-other',
  'snow-plowing unshoveled-sidewalk snow-other space-saver illegal-parking street-flooding water-sewer-general',
  'missed-pickup trash-storage illegal-dumping litter litter-basket-full litter-basket-broken dumpster bulk-item recycling-cart code-enforcement-pickup vacant-lot-trash park-litter rodents property-condition student-move-in tree-removal construction-debris',
  'property-condition overgrown abandoned-building unsafe-building vacant-lot-trash trash-storage illegal-dumping litter dumpster rodents zoning-use encampment',
  'tree-pruning tree-removal tree-emergency tree-in-park tree-new overgrown property-condition litter water-sewer-general',
  'overgrown illegal-parking blocked-sidewalk unshoveled-sidewalk sidewalk-repair',
  'building-permit construction-complaint construction-debris air-pollution illegal-parking space-saver dumpster unsafe-building zoning-use blocked-sidewalk roadway-repair',
  'building-permit construction-complaint noise',
  'illegal-parking abandoned-vehicle yard-parking valet space-saver parking-lot parking-meter bike-issue blocked-sidewalk accessible-parking traffic-engineering sign-new sign-repair trash-storage',
  'traffic-engineering sign-new pavement-marking',
  'traffic-engineering sign-repair traffic-signal',
  'street-light-out street-lights-out-many street-light-damaged street-light-new park-lights wires-down',
  'encampment needle human-waste litter park-litter park-grounds trash-storage illegal-dumping noise property-condition',
  'park-grounds park-litter park-improvement animal-domestic human-waste overgrown',
  'park-grounds park-equipment park-improvement tree-in-park',
  'park-grounds park-litter missed-pickup tree-pruning',
  'gas-odor trash-storage dumpster litter illegal-dumping missed-pickup',
  'mosquitoes trash-storage property-condition vacant-lot-trash street-flooding',
  'building-permit property-condition missed-pickup trash-storage',
  'heat no-utilities carbon-monoxide',
  'housing-conditions no-utilities',
  'pests-home bed-bugs rodents housing-conditions food-safety',
  'dead-animal animal-wild rodents',
].map((group) => new Set(group.split(' ')))

/** The owner of a place, not what is wrong there. */
const saysNoThing = (service: string): boolean =>
  service.startsWith('external-') || ['general', 'comment', 'police-matter'].includes(service)

/** Whether two services of the catalogue are often told together as one problem. */
export const toldTogether = (one: string, other: string): boolean =>
  one === other ||
  saysNoThing(one) ||
  saysNoThing(other) ||
  groups.some((group) => group.has(one) && group.has(other))
