/**
 * What a hop that we trust found out about the sender. https://www.rfc-editor.org/rfc/rfc8601
 * @module
 */
import { headerOf, type Mail } from './mail.ts'

export interface Trust {
  /** Results as the trusted hop wrote them, by method; empty: it wrote none. */
  readonly results: Readonly<Record<string, string>>
  /** A method passed for the domain of the From address. */
  readonly isProven: boolean
}
const none: Trust = { results: {}, isProven: false }

/**
 * Reads the Authentication-Results of `host`, which has to remove those in its own name that come from outside (RFC
 * 8601 section 5). Only what stands above the second Received counts: below, an earlier hop wrote, or the sender.
 */
export function trustIn(mail: Pick<Mail, 'headers' | 'from'>, host: string | null): Trust {
  if (host === null || mail.from === null) return none
  let hops = 0
  for (const [name, value] of mail.headers) {
    if (name === 'received') hops += 1
    if (hops > 1) return none
    if (name !== 'authentication-results') continue
    const [id = '', ...rest] = withoutComments(value).split(';')
    if (id.trim().split(/\s/)[0]?.toLowerCase() !== host.toLowerCase()) continue
    return judged(rest, mail.from.address.split('@')[1] ?? '')
  }
  return none
}

function judged(clauses: readonly string[], domain: string): Trust {
  const results: Record<string, string> = {}
  let isProven = false
  for (const clause of clauses) {
    const [, method = '', result = ''] =
      /^\s*([a-z0-9-]{1,40})(?:\/\d{1,3})?\s*=\s*([a-z]{1,40})/i.exec(clause) ?? []
    if (method === '') continue
    const [by, how] = [method.toLowerCase(), result.toLowerCase()]
    // A mail may be signed several times: one that passes is enough.
    if (results[by] !== 'pass') results[by] = how
    if (how === 'pass' && isAligned(by, clause, domain)) isProven = true
  }
  if (results.dmarc !== undefined && results.dmarc !== 'pass') isProven = false
  return { results, isProven }
}

/** Whether the pass is for the domain that the resident sees. RFC 7489 section 3.1, relaxed to subdomains. */
function isAligned(method: string, clause: string, domain: string): boolean {
  if (method === 'dmarc') {
    const of = property(clause, 'header.from')
    return of === '' || of === domain
  }
  const of =
    method === 'dkim'
      ? property(clause, 'header.d') || property(clause, 'header.i')
      : method === 'spf'
        ? property(clause, 'smtp.mailfrom')
        : ''
  const host = of.slice(of.indexOf('@') + 1)
  return host !== '' && (host === domain || domain.endsWith(`.${host}`) || host.endsWith(`.${domain}`))
}

const property = (clause: string, name: string): string =>
  new RegExp(`\\b${name.replace('.', '\\.')}\\s{0,3}=\\s{0,3}"?([^\\s;"]{1,320})`, 'i')
    .exec(clause)?.[1]
    ?.toLowerCase() ?? ''

const withoutComments = (value: string): string => value.slice(0, 10_000).replace(/\([^()]{0,500}\)/g, ' ')

/** Null return path or none: nobody is there to answer. */
export const hasNullPath = (mail: Mail): boolean =>
  mail.returnPath === '' || /^\s*<\s*>/.test(headerOf(mail, 'return-path'))
