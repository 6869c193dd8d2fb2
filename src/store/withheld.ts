/**
 * What strangers may not see: words, place and photos of a request that is about somebody's home or health,
 * that nobody has sorted yet, that came with a danger to a person, or that the resident or an agent withdrew.
 * @module
 */

/** As a condition on service_requests under this alias. */
export const withheldSql = (alias: string): string =>
  `(${alias}.private OR ${alias}.service_code IS NULL OR ${alias}.safety <> 'none' OR ${alias}.state IN ('cancelled', 'refused'))`

/** The same on a row. */
export const isWithheld = (row: {
  readonly private: boolean
  readonly service_code: string | null
  readonly safety: string
  readonly state: string
}): boolean =>
  row.private ||
  row.service_code === null ||
  row.safety !== 'none' ||
  row.state === 'cancelled' ||
  row.state === 'refused'
