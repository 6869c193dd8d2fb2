/**
 * The Open311 server's way in. Nobody plays a provider: apps ask us.
 * @module
 */
import { open311Channel } from '../../channels/open311/index.ts'
import { services } from '../../src/city/boston/services/index.ts'
import { AppError } from '../../src/core/errors.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import { write } from '../../src/gateway/open311/index.ts'
import type { ChannelHarness } from '../contract/channel.contract.ts'

export const key = 'a-key-of-the-test'
export const root = 'https://311.example.org/open311/v2'
const byCode = new Map(services.map((service) => [service.code, service]))

export const open311 = (more: { readonly now?: () => number } = {}) =>
  open311Channel({
    keys: ['another-key-of-the-test', key],
    serviceOf: (code) => byCode.get(code),
    jurisdictions: ['cityofboston.gov'],
    write,
    notice: (said) => said.map(({ text }) => text).join(' '),
    now: more.now ?? (() => 0),
  })

type Fields = Readonly<Record<string, string>>
export const formPost = (fields: Fields, headers: Fields = {}, file = 'requests.json'): HttpRequest => ({
  method: 'POST',
  url: `${root}/${file}`,
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: '',
  bytes: Buffer.from(new URLSearchParams(fields).toString()),
})

/** With files, as a phone writes it. */
export function multipartPost(
  fields: Fields,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  headers: Fields = {},
): HttpRequest {
  const boundary = 'a-boundary-of-the-test'
  const head = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`${head(`name="${name}"`)}\r\n${value.toWellFormed()}\r\n`),
    ),
    ...files.flatMap(({ name, bytes }) => [
      Buffer.from(`${head(`name="${name}"; filename="a.jpg"`)}Content-Type: image/jpeg\r\n\r\n`),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]
  return {
    method: 'POST',
    url: `${root}/requests.json`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    body: '',
    bytes: Buffer.concat(parts),
  }
}

const least = { api_key: key, service_code: 'pothole', lat: '42.3563', long: '-71.0623' }

export const harness: ChannelHarness = {
  failures: [],
  paths: /^\/open311\/v2\/requests/,
  unable: {
    signature:
      'a key says who asks and signs nothing; test/channels/open311-keys.test.ts has what it refuses',
    reply: 'an app asks; nobody writes to it',
    once: 'nothing is sent',
    pause: 'nothing is sent',
  },
  async open() {
    return {
      channel: open311(),
      message({ id, text, files = 0, extra = {} }) {
        const fields = { ...least, description: text, ...extra }
        const headers = { 'idempotency-key': id }
        const photos = Array.from({ length: files }, (_, n) => ({
          name: 'media[]',
          bytes: Buffer.from([n, 1, 2]),
        }))
        return files === 0 ? formPost(fields, headers) : multipartPost(fields, photos, headers)
      },
      malformed: () => formPost({ api_key: key, description: 'of no service' }),
      forged: (request) => request,
      unsigned: (request) => request,
      report: () => null,
      addresses: { resident: 'device_id:device-0001', ours: 'open311' },
      sent: () => [],
      fail(code) {
        throw new AppError('bug', `this harness does not play ${code}`)
      },
      close: async () => undefined,
    }
  },
}
