import type { Contact } from '../../src/core/request.ts'

/** Good enough to catch a slip of the finger; whether it exists, only a mail can tell. */
export const isEmail = (text: string): boolean =>
  /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,60}$/.test(text.trim())

/** What the fields say of whoever reports; null where they are empty. A number is E.164 where we can tell. */
export function contactOf(of: (name: string) => string): Contact | null {
  const given = (name: string): string | null => of(name).trim().slice(0, 200) || null
  const phone = given('phone')
  const contact = { name: given('name'), phone: phone && e164(phone), email: given('email') }
  return Object.values(contact).every((one) => one === null) ? null : contact
}

/** `617-555-0123` is a number of this country; what else is no number of the world stays as it was written. */
function e164(written: string): string {
  const digits = written.replace(/\D/g, '')
  if (written.trim().startsWith('+') && /^[1-9]\d{6,14}$/.test(digits)) return `+${digits}`
  const national = digits.replace(/^1(?=\d{10}$)/, '')
  return /^[2-9]\d{9}$/.test(national) && /^[\d\s().+-]+$/.test(written) ? `+1${national}` : written
}
