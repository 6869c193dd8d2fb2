/**
 * The catalogue of Boston 311: 100 services. Names, departments, crosswalk and targets are the City's facts;
 * descriptions and questions are ours.
 * @module
 */
import { Service } from '../../../core/catalogue.ts'
import { firstHalf } from './first/index.ts'
import { secondHalf } from './second/index.ts'

/** The catalogue as it is written: what is said per question is held against it (../questions). */
export type Written = (typeof firstHalf | typeof secondHalf)[number]

/** All services of the city, checked once when this file loads (throws a ZodError naming the field). Codes are unique. */
export const services: readonly Service[] = Service.array().parse([...firstHalf, ...secondHalf])

const index = indexByCode(services)

/** The service with this code (our slug, GeoReport `service_code`), or null where there is none. */
export function serviceByCode(code: string): Service | null {
  return index.get(code) ?? null
}

/** Throws when two services share a code: it is what other systems know a service by. */
function indexByCode(list: readonly Service[]): ReadonlyMap<string, Service> {
  const found = new Map<string, Service>()
  for (const service of list) {
    if (found.has(service.code))
      throw new Error(`[city/boston] service ${service.code} stands twice in the catalogue`)
    found.set(service.code, service)
  }
  return found
}
