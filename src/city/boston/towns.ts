/**
 * Municipalities next to or near Boston, with the phone of their city or town hall.
 * Source of the numbers: the out-of-city answer of the City's 2018–2020 web intake
 * (`LocationPopUp.tsx`, github CityOfBoston/digital, CC0-1.0); null where it gave none.
 * @module
 */
import type { Town } from '../../core/understanding.ts'

/** Towns a resident may name by mistake or because they live on the line. */
export const towns: readonly Town[] = [
  { name: 'Brookline', phone: '(617) 730-2000' },
  { name: 'Cambridge', phone: '(617) 349-4000' },
  { name: 'Somerville', phone: '311 or (617) 666-3311' },
  { name: 'Revere', phone: '(781) 286-8100' },
  { name: 'Lynn', phone: '(781) 598-4000' },
  { name: 'Quincy', phone: '(617) 376-1000' },
  { name: 'Chelsea', phone: '(617) 466-4000' },
  { name: 'Dedham', phone: '(781) 751-9100' },
  { name: 'Winthrop', phone: '(617) 846-1852' },
  { name: 'Milton', phone: '(617) 898-4800' },
  { name: 'Lowell', phone: '(978) 970-4000' },
  { name: 'Lawrence', phone: '(978) 620-3000' },
  { name: 'Worcester', phone: '(508) 929-1300' },
  { name: 'Springfield', phone: '(413) 736-3111' },
  { name: 'Newton', phone: null },
  { name: 'Watertown', phone: null },
  { name: 'Everett', phone: null },
  { name: 'Malden', phone: null },
  { name: 'Medford', phone: null },
  { name: 'Needham', phone: null },
  { name: 'Arlington', phone: null },
  { name: 'Belmont', phone: null },
  { name: 'Waltham', phone: null },
  { name: 'Braintree', phone: null },
  { name: 'Canton', phone: null },
  { name: 'Randolph', phone: null },
  { name: 'Norwood', phone: null },
  { name: 'Weymouth', phone: null },
  { name: 'Brockton', phone: null },
  { name: 'Wellesley', phone: null },
  { name: 'Saugus', phone: null },
]
