/**
 * How often residents report per known address, neighborhood by neighborhood; 1 is the city's mean.
 * Card: 13,529 place-bearing requests of 2008–2020 and 2023–2026 (Boston Open311, ODC-PDDL) over the house
 * numbers of this gazetteer, with 20 requests and 50 numbers added to each. Tells which of two streets of
 * one name is meant more often where nothing else does.
 * @module
 */
export const reporting: Readonly<Record<string, number>> = {
  Allston: 0.84,
  'Back Bay': 1.1,
  'Bay Village': 1.45,
  'Beacon Hill': 1.24,
  Brighton: 0.99,
  Charlestown: 1.14,
  Chinatown: 1.27,
  Dorchester: 0.82,
  Downtown: 2.75,
  'East Boston': 1.04,
  Fenway: 1.35,
  'Hyde Park': 0.55,
  'Jamaica Plain': 0.94,
  'Leather District': 1.38,
  Longwood: 1.97,
  Mattapan: 0.5,
  'Mission Hill': 1.22,
  'North End': 1.53,
  Roslindale: 0.75,
  Roxbury: 1.14,
  'South Boston': 1.28,
  'South Boston Waterfront': 1.45,
  'South End': 1.47,
  'West End': 1.81,
  'West Roxbury': 0.52,
}
