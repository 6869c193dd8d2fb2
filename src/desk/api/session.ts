/**
 * Who is signed in. A link good once becomes a cookie; the ledger knows both by their SHA-256 only, so that whoever
 * reads it can't sign in with what is there.
 * @module
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AgentSession, Clock, SessionStore } from '../../core/ports.ts'
import type { SurfaceDeps } from './deps.ts'

/** A printed link is forgotten in a terminal; half an hour is enough to click it. */
const linkMs = 30 * 60_000
/** A shift and a little more. */
const sessionMs = 12 * 3_600_000
const secretBytes = 32

export interface SignedIn extends AgentSession {
  /** SHA-256 of the cookie. */
  readonly hash: string
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
/** Takes the same time wherever two secrets differ. */
export const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** A new sign-in link, good once and for half an hour. To be printed where only agents read. */
export async function signInLink(
  sessions: SessionStore,
  clock: Clock,
  random: (bytes: number) => Uint8Array,
  publicUrl: string,
): Promise<string> {
  const secret = base64url(random(secretBytes))
  await sessions.addSignIn(sha256(secret), clock.now() + linkMs)
  return `${publicUrl}/agent/sign-in?token=${secret}`
}

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')
/**
 * `__Host-` keeps other hosts of the domain and plain HTTP from setting it, and needs Secure; a console on
 * http://127.0.0.1 has a cookie without. https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-the-__host-prefix
 */
const cookieName = (publicUrl: string): string => (isSecure(publicUrl) ? '__Host-intake311' : 'intake311')

/** Uses up a link. False where it is unknown, used or old. A session that this browser had before ends. */
export async function signIn(
  { sessions, clock, random, publicUrl }: SurfaceDeps,
  c: Context,
  token: string,
): Promise<boolean> {
  const cookie = base64url(random(secretBytes))
  const made = await sessions.signIn(sha256(token), {
    hash: sha256(cookie),
    agent: `console-${letters(random(4))}`,
    csrf: base64url(random(secretBytes)),
    expiresAt: clock.now() + sessionMs,
  })
  if (!made) return false
  const url = publicUrl()
  const before = getCookie(c, cookieName(url))
  if (before !== undefined) await sessions.endSession(sha256(before))
  setCookie(c, cookieName(url), cookie, {
    path: '/',
    httpOnly: true,
    secure: isSecure(url),
    // Strict would not be sent on the redirect after a link in a mail: the agent would be signed in and not know it.
    sameSite: 'Lax',
    maxAge: sessionMs / 1000,
  })
  return true
}

/** Nobody picks a name like this. Without vowels, no word comes of it. */
const letters = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => 'bcdfghjkmnpqrstvwxz'[byte % 19]).join('')

export async function signedIn(
  { sessions, publicUrl }: Pick<SurfaceDeps, 'sessions' | 'publicUrl'>,
  c: Context,
): Promise<SignedIn | null> {
  const cookie = getCookie(c, cookieName(publicUrl()))
  if (cookie === undefined) return null
  const hash = sha256(cookie)
  const session = await sessions.session(hash)
  return session === null ? null : { ...session, hash }
}

export async function signOut(
  { sessions, publicUrl }: Pick<SurfaceDeps, 'sessions' | 'publicUrl'>,
  c: Context,
  { hash }: SignedIn,
): Promise<void> {
  await sessions.endSession(hash)
  const url = publicUrl()
  deleteCookie(c, cookieName(url), { path: '/', secure: isSecure(url) })
}
