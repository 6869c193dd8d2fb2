/**
 * How long a prompt lasts: an estimate, for lists of what was spoken.
 * @module
 */
import type { Verb } from './document.ts'

/**
 * Words a minute of a voice at its normal speed: Amazon gives 150 to 160 for reading aloud at a comfortable speed, the
 * rate that its voices are made for. The lower one is taken.
 */
const wordsPerMinute = 150
/** Scripts without blanks: characters a minute, at about two to a word. */
const hanPerMinute = 300
/** Between one `<Say>` and the next. */
const betweenS = 0.3
const defaultBreakS = 0.3
/** A recorded prompt, where nothing is known of it. */
const playedS = 6
/** One figure or letter of a recorded language. */
const characterS = 1

/** Seconds of one `<Say>`, `<Play>` or `<Pause>`. */
export function secondsOf(verb: Verb): number {
  if (verb.name === 'Pause') return Number(verb.attributes.length ?? '1')
  if (verb.name === 'Play') return /\/characters\/\w\.mp3$/.test(verb.text) ? characterS : playedS
  if (verb.name !== 'Say') return 0
  return spokenS(verb.text) / rateOf(verb) + breaksS(verb) + betweenS
}

function spokenS(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0
  return (words / wordsPerMinute + han / hanPerMinute) * 60
}

function rateOf(verb: Verb): number {
  const rate = verb.children.find(({ name }) => name === 'prosody')?.attributes.rate ?? '100%'
  const percent = Number(/^(\d{1,3})%$/.exec(rate)?.[1] ?? '100')
  return Math.max(percent, 20) / 100
}

function breaksS(verb: Verb): number {
  return verb.children
    .map((child) => (child.name === 'break' ? breakS(child.attributes.time) : breaksS(child)))
    .reduce((sum, one) => sum + one, 0)
}

function breakS(time: string | undefined): number {
  const [, amount, unit] = /^(\d{1,5})(m?s)$/.exec(time ?? '') ?? []
  if (amount === undefined) return defaultBreakS
  return unit === 'ms' ? Number(amount) / 1000 : Number(amount)
}
