/**
 * Ids of X are made of the time: milliseconds since this moment, and 22 bits more.
 * https://docs.x.com/fundamentals/x-ids
 * @module
 */
const epochMs = 1_288_834_974_657

/** The first id of a millisecond (Unix). */
export const idAt = (ms: number): string => (BigInt(Math.max(0, Math.floor(ms) - epochMs)) << 22n).toString()
/** When an id was given. Unix milliseconds. */
export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + epochMs
