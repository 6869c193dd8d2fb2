import { parseStreetName } from './location/street-name.ts'

/** Under which the spellings of a street are one: `TREMONT STREET` and `Tremont St`. */
export function streetKey(name: string): string {
  const { direction, base, suffix } = parseStreetName(name)
  return `${direction}|${base.join(' ')}|${suffix}`
}

/** A street's name as the city writes it, by any of its spellings; what is no street of the city stays as it was. */
export function streetSpeller(streets: readonly { readonly name: string }[]): (written: string) => string {
  const byKey = new Map<string, string>()
  for (const { name } of streets) if (!byKey.has(streetKey(name))) byKey.set(streetKey(name), name)
  return (written) => byKey.get(streetKey(written)) ?? written
}
