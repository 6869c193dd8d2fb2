/**
 * Keys into a Gather: https://www.twilio.com/docs/voice/twiml/gather#finishonkey
 * @module
 */

/**
 * What Twilio sends once enough keys were pressed, the last key came, or the time was over. Null: nothing was
 * entered. Keys after that are lost.
 */
export function collect(
  keys: string,
  { numDigits, finishOnKey = '#' }: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | null {
  const most = numDigits === undefined ? Number.POSITIVE_INFINITY : Number(numDigits)
  let digits = ''
  for (const key of keys.replace(/[^\d*#]/g, '')) {
    if (key === finishOnKey) return digits === '' ? null : { Digits: digits, FinishedOnKey: key }
    digits += key
    if (digits.length >= most) break
  }
  return digits === '' ? null : { Digits: digits, FinishedOnKey: '' }
}
