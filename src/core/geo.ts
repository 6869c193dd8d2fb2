/** Metres between two WGS 84 points; equirectangular, right to 0.1 % within a city. */
export function metresBetween(
  a: { readonly lat: number; readonly lon: number },
  b: { readonly lat: number; readonly lon: number },
): number {
  const metresPerDegree = 111_195
  const dy = (a.lat - b.lat) * metresPerDegree
  const dx = (a.lon - b.lon) * metresPerDegree * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180))
  return Math.hypot(dx, dy)
}
