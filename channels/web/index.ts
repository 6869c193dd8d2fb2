/**
 * The form at /report. The pages themselves are in src/gateway/web.
 * @module
 */
import { createHash } from 'node:crypto'
import type { Service } from '../../src/core/catalogue.ts'
import { AppError, errorTable } from '../../src/core/errors.ts'
import type { PhotoForm, ReportForm, ReportPages } from '../../src/core/pages.ts'
import { asVerified, type Channel, type HttpRequest, type Tally } from '../../src/core/ports.ts'
import { webLimits } from './limits.ts'
import { inboundOf } from './message.ts'
import { type PhotoRaw, photosInbound, readPhotos } from './photo.ts'
import { readPhotoLink } from './photo-link.ts'
import { readReport, type WebRaw } from './schema.ts'

export { newPhotoLink, readPhotoLink } from './photo-link.ts'
export { newToken } from './token.ts'
export { workFor } from './work.ts'

export interface WebConfig {
  /** Signs forms; shared by all processes. */
  readonly secret: string
  readonly serviceOf: (code: string) => Service | undefined
  readonly pages: ReportPages
  /** Counts of all processes together. */
  readonly tally: Tally
  readonly now: () => number
}

/** Five photos, and room for one too large to be told so. Bytes. */
const largestBody = 64 * 1024 * 1024
const longest = 20_000

type Raw = WebRaw | PhotoRaw

export function webChannel(config: WebConfig): Channel<Raw, Promise<Raw>> {
  const { pages, secret, now } = config
  const limits = webLimits(secret, config.tally, now)
  const reading = { ...config, limits, linkOf: (link: string) => readPhotoLink(secret, link, now()) }
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
    routes: ['/report', '/photo/:link'].map((path) => ({ method: 'POST', path, bytes: true, largestBody })),
    // Nobody signs here: whoever has a browser may report.
    async verify(request) {
      limits.form(request.remote)
      return asVerified(request)
    },
    receive: (verified) =>
      isForPhotos(verified) ? readPhotos(verified, reading) : readReport(verified, reading),
    normalise: (raw) => (raw.step === 'photo' ? photosInbound(raw) : inboundOf(raw)),
    respond(raw, said) {
      if (raw.step === 'photo')
        return raw.problem === null ? pages.photoTaken(raw, said) : pages.photo(photoFormOf(raw))
      if (raw.step === 'show' || raw.problems.length > 0) return pages.form(formOf(raw))
      const { language, token } = raw
      const hasContact = raw.step === 'answer' || Boolean(raw.contact?.phone ?? raw.contact?.email)
      return pages.answer({ language, token, id: nextId(raw), hasContact }, said)
    },
    refuse: ({ code }, request) =>
      pages.refused(
        code,
        errorTable[code].http,
        request.headers['accept-language'] ?? '',
        isForPhotos(request) ? new URL(request.url).pathname : '/report',
      ),
    async reply() {
      throw new AppError('bad-address', 'a page asks, and is not written to')
    },
  }
}

const isForPhotos = ({ url }: Pick<HttpRequest, 'url'>): boolean =>
  new URL(url).pathname.startsWith('/photo/')

const photoFormOf = ({ language, link, reference, id, problem }: PhotoRaw): PhotoForm => ({
  language,
  link,
  reference,
  id,
  problem,
})

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
