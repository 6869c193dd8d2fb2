/**
 * The form at /report. Nobody plays a provider: browsers ask us.
 * @module
 */
import { newToken, webChannel } from '../../channels/web/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { AppError } from '../../src/core/errors.ts'
import type { HttpAnswer, HttpRequest, Tally } from '../../src/core/ports.ts'
import type { ChannelHarness } from '../contract/channel.contract.ts'
import { multipartPost } from './open311.harness.ts'

export const secret = 'a-secret-of-the-test'
export const issuedAt = Date.parse('2026-11-20T12:00:00Z')
const byCode = new Map(services.map((service) => [service.code, service]))
const text = (status: number, body: unknown): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body: JSON.stringify(body),
})

/** The ledger's counts, in memory. */
export function memoryTally(): Tally & { readonly names: () => readonly string[] } {
  const totals = new Map<string, number>()
  return {
    names: () => [...totals.keys()],
    async add(name, period, amount, most) {
      const key = `${name} ${period}`
      const total = (totals.get(key) ?? 0) + amount
      if (most !== null && total > most) return { added: false, total: totals.get(key) ?? 0 }
      totals.set(key, total)
      return { added: true, total }
    },
  }
}

/** With pages that say what they were made of. */
export const web = (more: { readonly now?: () => number; readonly tally?: Tally } = {}) =>
  webChannel({
    secret,
    serviceOf: (code) => byCode.get(code),
    pages: {
      form: (form) => text(form.problems.length > 0 ? 422 : 200, form),
      answer: (step, said) => text(200, { step, said: said.map((one) => one.text) }),
      photo: (form) => text(form.problem === null ? 200 : 422, form),
      photoTaken: (form, said) => text(200, { form, said: said.map((one) => one.text) }),
      refused: (code, status, accepts, back) => text(status, { code, accepts, back }),
    },
    tally: more.tally ?? memoryTally(),
    now: more.now ?? (() => issuedAt + 10_000),
  })

export const token = newToken(secret, issuedAt, (bytes) => Buffer.alloc(bytes, 7))
type Fields = Readonly<Record<string, string>>
export const browserPost = (
  fields: Fields,
  files: Parameters<typeof multipartPost>[1] = [],
  headers: Fields = {},
): HttpRequest => ({
  ...multipartPost(
    { token, id: 'an-id-of-a-browser', lang: 'en', step: 'report', ...fields },
    files,
    headers,
  ),
  url: 'https://311.example.org/report',
})

export const harness: ChannelHarness = {
  failures: [],
  paths: /^\/(?:report|photo\/:link)$/,
  unable: {
    signature: 'a browser signs nothing; test/channels/web-form.test.ts has what forms are checked for',
    reply: 'a page asks; nobody writes to it',
    once: 'nothing is sent',
    pause: 'nothing is sent',
  },
  async open() {
    return {
      channel: web(),
      message({ id, text, files = 0, extra = {} }) {
        const photos = Array.from({ length: files }, (_, n) => ({
          name: 'photos',
          bytes: Buffer.from([n, 1, 2]),
        }))
        return browserPost({ id: id.padEnd(16, '-'), words: text, service: 'pothole', ...extra }, photos)
      },
      malformed: () => browserPost({ token: '', id: '' }),
      forged: (request) => request,
      unsigned: (request) => request,
      report: () => null,
      addresses: { resident: 'BwcHBwcHBwcHBwcHBwcHBw', ours: 'web' },
      sent: () => [],
      fail(code) {
        throw new AppError('bug', `this harness does not play ${code}`)
      },
      close: async () => undefined,
    }
  },
}
