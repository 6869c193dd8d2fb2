/**
 * Massachusetts State Plane coordinates, Mainland zone, in US survey feet (EPSG:2249, Lambert conformal conic with two
 * standard parallels on GRS 80) as WGS 84 degrees. NAD 83 and WGS 84 are taken as one: they differ by about a metre.
 * Formulas: IOGP Guidance Note 7-2, "Lambert Conic Conformal (2SP)".
 * @module
 */

export interface ConicZone {
  /** Semi-major axis in the unit of the coordinates. */
  readonly axis: number
  readonly inverseFlattening: number
  /** Degrees. */
  readonly originLat: number
  readonly originLon: number
  readonly parallels: readonly [number, number]
  readonly falseEasting: number
  readonly falseNorthing: number
}

/** US survey feet in a metre. */
const feet = 3937 / 1200

export const massachusettsMainland: ConicZone = {
  axis: 6_378_137 * feet,
  inverseFlattening: 298.257222101,
  originLat: 41,
  originLon: -71.5,
  parallels: [41 + 43 / 60, 42 + 41 / 60],
  falseEasting: 200_000 * feet,
  falseNorthing: 750_000 * feet,
}

/** Turns coordinates of a zone into degrees. Right to less than a millimetre within the zone. */
export function fromConic(
  zone: ConicZone,
): (x: number, y: number) => { readonly lat: number; readonly lon: number } {
  const radians = Math.PI / 180
  const flattening = 1 / zone.inverseFlattening
  const e = Math.sqrt(2 * flattening - flattening * flattening)
  const m = (lat: number): number => Math.cos(lat) / Math.sqrt(1 - (e * Math.sin(lat)) ** 2)
  const t = (lat: number): number =>
    Math.tan(Math.PI / 4 - lat / 2) / ((1 - e * Math.sin(lat)) / (1 + e * Math.sin(lat))) ** (e / 2)
  const [lat1, lat2] = [zone.parallels[0] * radians, zone.parallels[1] * radians]
  const n = (Math.log(m(lat1)) - Math.log(m(lat2))) / (Math.log(t(lat1)) - Math.log(t(lat2)))
  const f = m(lat1) / (n * t(lat1) ** n)
  const originRadius = zone.axis * f * t(zone.originLat * radians) ** n
  return (x, y) => {
    const east = x - zone.falseEasting
    const north = originRadius - (y - zone.falseNorthing)
    const radius = Math.sign(n) * Math.hypot(east, north)
    const small = (radius / (zone.axis * f)) ** (1 / n)
    let lat = Math.PI / 2 - 2 * Math.atan(small)
    // Converges by a factor of e² a turn: five are far more than doubles can hold.
    for (let turn = 0; turn < 5; turn += 1) {
      const sine = e * Math.sin(lat)
      lat = Math.PI / 2 - 2 * Math.atan(small * ((1 - sine) / (1 + sine)) ** (e / 2))
    }
    const lon = Math.atan2(east, north) / n + zone.originLon * radians
    return { lat: lat / radians, lon: lon / radians }
  }
}
