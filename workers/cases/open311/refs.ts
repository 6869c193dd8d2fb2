/**
 * The ids that stand for a case before it has a number: of a token, and of a case whose number is kept from us.
 * @module
 */

import type { CaseRef } from '../../../src/core/ports.ts'
import { Reference } from '../../../src/core/request.ts'

export const system = 'open311'

export const caseRef = (id: string): CaseRef => ({ system, id, number: id })

const tokenPrefix = 'token:'
export const tokenRef = (token: string): CaseRef => ({ system, id: `${tokenPrefix}${token}`, number: null })
export const tokenOf = (id: string): string | null =>
  id.startsWith(tokenPrefix) ? id.slice(tokenPrefix.length) : null

/** Enough to look for it in the list. */
export interface Unnumbered {
  readonly reference: string
  /** When it was filed, Unix milliseconds, whole seconds. */
  readonly at: number
  /** The server's service code; empty where it is not known. */
  readonly code: string
}
export const unnumberedRef = ({ reference, at, code }: Unnumbered): CaseRef => ({
  system,
  id: `unnumbered:${reference}:${Math.floor(at / 1_000)}:${code}`,
  number: null,
})
export function unnumberedOf(id: string): Unnumbered | null {
  const [, reference, seconds, code] = /^unnumbered:([^:]+):(\d+):(.*)$/s.exec(id) ?? []
  if (!Reference.safeParse(reference).success || reference === undefined || code === undefined) return null
  return { reference, at: Number(seconds) * 1_000, code }
}
