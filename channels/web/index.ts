/**
 * The form at /report. The pages themselves are in src/gateway/web.
 * @module
 */
import { createHash } from 'node:crypto'
import type { Service } from '../../src/core/catalogue.ts'
import { AppError, errorTable } from '../../src/core/errors.ts'
import { limiter } from '../../src/core/limits.ts'
import type { ReportForm, ReportPages } from '../../src/core/pages.ts'
import { asVerified, type Channel } from '../../src/core/ports.ts'
import { inboundOf } from './message.ts'
import { checkLimit, readReport, type WebRaw } from './schema.ts'

export { newToken } from './token.ts'
export { workFor } from './work.ts'

export interface WebConfig {
  /** Signs forms; shared by all processes. */
  readonly secret: string
  readonly serviceOf: (code: string) => Service | undefined
  readonly pages: ReportPages
  readonly now: () => number
}

/** Five photos, and room for one too large to be told so. Bytes. */
const largestBody = 64 * 1024 * 1024
const longest = 20_000

const forms = { burst: 20, everyMs: 30_000 }
const formsWithoutWork = { burst: 6, everyMs: 60_000 }
/** Contacts left from one address whose owners we ask; what is more is kept for agents alone. */
const contacts = { burst: 6, everyMs: 30 * 60_000 }

export function webChannel(config: WebConfig): Channel<WebRaw> {
  const { pages, now } = config
  const everyone = limiter(forms, now)
  const reading = { ...config, workless: limiter(formsWithoutWork, now), contacts: limiter(contacts, now) }
  return {
    name: 'web',
    can: {
      synchronous: true,
      public: false,
      media: true,
      proactive: false,
      rings: false,
      fits: (text) => text.length <= longest,
    },
    routes: [{ method: 'POST', path: '/report', bytes: true, largestBody }],
    // Nobody signs here: whoever has a browser may report.
    async verify(request) {
      checkLimit(everyone(request.remote))
      return asVerified(request)
    },
    receive: (verified) => readReport(verified, reading),
    normalise: inboundOf,
    respond(raw, said) {
      if (raw.step === 'show' || raw.problems.length > 0) return pages.form(formOf(raw))
      const { language, token } = raw
      const hasContact = raw.step === 'answer' || Boolean(raw.contact?.phone ?? raw.contact?.email)
      return pages.answer({ language, token, id: nextId(raw), hasContact }, said)
    },
    refuse: ({ code }, request) =>
      pages.refused(code, errorTable[code].http, request.headers['accept-language'] ?? ''),
    async reply() {
      throw new AppError('bad-address', 'a page asks, and is not written to')
    },
  }
}

/** Of the next message of the same conversation. The same for the same: a redelivery shows the same page. */
const nextId = ({ id }: WebRaw): string => createHash('sha256').update(id).digest('base64url').slice(0, 24)

const formOf = (raw: WebRaw): ReportForm => ({
  language: raw.language,
  token: raw.token,
  id: raw.formId,
  words: raw.words,
  service: raw.service,
  address: raw.address,
  point: raw.point,
  answers: raw.answers,
  name: raw.contact?.name ?? '',
  phone: raw.contact?.phone ?? '',
  email: raw.contact?.email ?? '',
  problems: raw.problems,
})
