/** .NET's "no date" is the year 1; no ledger takes the year 275760. */
const latest = Date.UTC(2200, 0)
const maxChars = 60

/**
 * Unix milliseconds of a date as servers write it; null where it is none, or none of these centuries. `timeZone`
 * counts where it names none.
 */
export function instantOf(text: string | null, timeZone: string): number | null {
  if (text === null || text.length > maxChars) return null
  const at = read(text, timeZone)
  return at !== null && at >= 0 && at < latest ? at : null
}

function read(text: string, timeZone: string): number | null {
  const plain = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/.exec(text.trim())
  if (plain === null) {
    const at = Date.parse(text)
    return Number.isNaN(at) ? null : at
  }
  const [, day, time = '00:00', seconds = '00'] = plain
  const asUtc = Date.parse(`${day}T${time}:${seconds}Z`)
  if (Number.isNaN(asUtc)) return null
  // Twice: the first guess may lie on the other side of a clock change.
  const guess = asUtc - offsetMs(asUtc, timeZone)
  return asUtc - offsetMs(guess, timeZone)
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0)
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return local - Math.floor(at / 1_000) * 1_000
}

/** As GeoReport wants a date: whole seconds, in UTC. */
export const dateOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
