/**
 * What makes a form ours: the conversation it belongs to and when it was given out, signed.
 * @module
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** A form may wait on a phone without a connection. */
const lifeMs = 7 * 86_400_000

export interface Token {
  /** Random; nobody can guess another's. */
  readonly conversation: string
  /** Unix milliseconds. */
  readonly issuedAt: number
}

const shape = /^([\w-]{22})\.([0-9a-z]{6,12})\.([\w-]{32})$/

const signed = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(`web form ${body}`).digest('base64url').slice(0, 32)

/** `random` makes so many bytes. */
export function newToken(secret: string, now: number, random: (bytes: number) => Buffer): string {
  const body = `${random(16).toString('base64url')}.${now.toString(36)}`
  return `${body}.${signed(secret, body)}`
}

/** Null where it is not ours, or over. */
export function readToken(secret: string, token: string, now: number): Token | null {
  const [, conversation = '', issued = '', signature = ''] = shape.exec(token) ?? []
  const wanted = Buffer.from(signed(secret, `${conversation}.${issued}`))
  const given = Buffer.from(signature)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null
  const issuedAt = Number.parseInt(issued, 36)
  // A gateway's clock may be a moment ahead of another's.
  return now - issuedAt > lifeMs || issuedAt - now > 60_000 ? null : { conversation, issuedAt }
}
