/**
 * Places as people say them: "seven forty-six Centre Street". Street names are English whatever language the call is
 * in, so an English voice reads them.
 * @module
 */
import type { Place } from '../../../core/understanding.ts'

const small = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
  ...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
]
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** 0 to 99. */
function upTo99(n: number): string {
  if (n < 20) return small[n] ?? ''
  const [ten = '', one] = [tens[Math.floor(n / 10)], n % 10]
  return one === 0 ? ten : `${ten}-${small[one]}`
}

/** 746 is "seven forty-six", 105 "one oh five", 1100 "eleven hundred", 2000 "two thousand". Up to 9999. */
export function saidNumber(n: number): string {
  if (n < 100) return upTo99(n)
  const [high, low] = [Math.floor(n / 100), n % 100]
  if (low === 0) return n % 1000 === 0 ? `${small[n / 1000]} thousand` : `${upTo99(high)} hundred`
  return `${upTo99(high)} ${low < 10 ? `oh ${small[low]}` : upTo99(low)}`
}

/** Kinds of street as the gazetteer writes them. */
const kinds: Readonly<Record<string, string>> = {
  St: 'Street',
  Ave: 'Avenue',
  Rd: 'Road',
  Dr: 'Drive',
  Blvd: 'Boulevard',
  Pkwy: 'Parkway',
  Ter: 'Terrace',
  Terr: 'Terrace',
  Pl: 'Place',
  Ct: 'Court',
  Ln: 'Lane',
  Cir: 'Circle',
  Sq: 'Square',
  Hwy: 'Highway',
  Pk: 'Park',
  Plz: 'Plaza',
  Aly: 'Alley',
  Brg: 'Bridge',
  Wy: 'Way',
  Ext: 'Extension',
}
const sides: Readonly<Record<string, string>> = { N: 'North', S: 'South', E: 'East', W: 'West' }

/** `Centre St & South St` is "Centre Street and South Street", `St Botolph St` is "Saint Botolph Street". */
export function saidStreet(address: string): string {
  return address
    .split(/\s*&\s*/)
    .map((part) => {
      const words = part.split(' ').filter(Boolean)
      return words
        .map((word, at) => {
          const isLast = at === words.length - 1
          if (word === 'St' && at === 0 && !isLast) return 'Saint'
          if (at > 0 && (isLast || at === words.length - 2)) return kinds[word] ?? word
          // `E St` is E Street; `E Eighth St` is East Eighth Street.
          const isLetter = words.length === 2 && kinds[words[1] ?? ''] !== undefined
          return isLast || isLetter ? word : (sides[word] ?? word)
        })
        .join(' ')
    })
    .join(' and ')
}

/** `746 Centre St` with its number as people say it; `45A` is "forty-five A". */
export function saidAddress(address: string): string {
  const [, number, unit = '', rest = ''] =
    /^(\d{1,4})([A-Za-z]?)(?:\s*-\s*\d{1,4}[A-Za-z]?)?\s+(.+)$/.exec(address) ?? []
  if (number === undefined) return saidStreet(address)
  return [saidNumber(Number(number)), unit.toUpperCase(), saidStreet(rest)].filter(Boolean).join(' ')
}

/** With the neighborhood, where it is not in the name already. */
export function saidPlace({ address, neighborhood }: Place): string {
  const known = neighborhood === null || address.toLowerCase().includes(neighborhood.toLowerCase())
  return known ? saidAddress(address) : `${saidAddress(address)}, ${neighborhood}`
}
