/** Addresses by position: a grid over the seen house numbers, built when first asked. @module */
import type { StreetData } from './gazetteer.ts'
import { metresBetween, type Point } from './geometry.ts'

export interface NearbyAddress {
  /** `123 Tremont St` */
  readonly address: string
  readonly distanceM: number
}

export interface AddressIndex {
  /** The nearest seen house number within 500 m, or null. Well below 1 ms. */
  nearest(point: Point): NearbyAddress | null
}

const cellDegrees = 0.002
const ring = 4

/** Grid of ~200 m cells. */
export function indexAddresses(streets: readonly StreetData[]): AddressIndex {
  let grid: Map<number, number[]> | null = null
  const owner: number[] = []
  const numbers: number[] = []
  const lats: number[] = []
  const lons: number[] = []
  const row = (lat: number): number => Math.floor(lat / cellDegrees)
  const column = (lon: number): number => Math.floor((lon + 180) / cellDegrees)
  const key = (y: number, x: number): number => y * 200_000 + x

  const build = (): Map<number, number[]> => {
    const made = new Map<number, number[]>()
    streets.forEach((street, id) => {
      for (const { points } of street.systems) {
        for (let at = 0; at + 2 < points.length; at += 3) {
          const lat = points[at + 1] ?? 0
          const lon = points[at + 2] ?? 0
          const cell = key(row(lat), column(lon))
          const list = made.get(cell)
          if (list) list.push(owner.length)
          else made.set(cell, [owner.length])
          owner.push(id)
          numbers.push(points[at] ?? 0)
          lats.push(lat)
          lons.push(lon)
        }
      }
    })
    return made
  }

  return {
    nearest: (point) => {
      grid ??= build()
      let best = -1
      let least = 500
      for (let distance = 0; distance <= ring; distance++) {
        // A point of the ring `distance` cells away cannot be nearer than this.
        if (best >= 0 && least < (distance - 1) * cellDegrees * 82_000) break
        for (let y = -distance; y <= distance; y++) {
          const edge = Math.abs(y) === distance
          for (let x = -distance; x <= distance; x += edge ? 1 : Math.max(1, 2 * distance)) {
            for (const at of grid.get(key(row(point.lat) + y, column(point.lon) + x)) ?? []) {
              const metres = metresBetween(point, { lat: lats[at] ?? 0, lon: lons[at] ?? 0 })
              if (metres < least) {
                least = metres
                best = at
              }
            }
          }
        }
      }
      if (best < 0) return null
      return { address: `${numbers[best]} ${streets[owner[best] ?? 0]?.name}`, distanceM: least }
    },
  }
}
