/**
 * The app's way in: POST /requests of a GeoReport v2 server. What is read (services, requests, tokens) is in
 * src/gateway/open311.
 * @module
 */
import type { Service } from '../../src/core/catalogue.ts'
import { AppError } from '../../src/core/errors.ts'
import { asVerified, type Channel, type Said } from '../../src/core/ports.ts'
import { fieldOf } from '../form.ts'
import { isKey } from './keys.ts'
import { inboundOf } from './message.ts'
import { refused, taken, type Write } from './respond.ts'
import { formatOf, formOf, maxDescription, type Open311Raw, Problems, readRequest } from './schema.ts'
import { slotOf } from './window.ts'

export type { PublicFiles } from './public-file.ts'
export { publicFiles } from './public-file.ts'

export interface Open311ServerConfig {
  /** Keys that may file. None: nobody may. */
  readonly keys: readonly string[]
  readonly serviceOf: (code: string) => Service | undefined
  readonly jurisdictions: readonly string[]
  readonly write: Write
  /** What the app should show the resident, of what the turn said: danger first. */
  readonly notice: (said: readonly Said[]) => string
  readonly now: () => number
}

/** Photos of a phone, five at most. Bytes. */
const largestBody = 40 * 1024 * 1024

export function open311Channel(config: Open311ServerConfig): Channel<Open311Raw> {
  const { write } = config
  const reading = { ...config, slotOf: slotOf() }
  return {
    name: 'open311',
    can: {
      synchronous: true,
      public: false,
      media: true,
      proactive: false,
      rings: false,
      fits: (text) => text.length <= maxDescription,
    },
    routes: ['/open311/v2/requests.json', '/open311/v2/requests.xml', '/open311/v2/requests'].map((path) => ({
      method: 'POST' as const,
      path,
      bytes: true as const,
      largestBody,
    })),
    async verify(request) {
      const key = fieldOf(formOf(request), 'api_key') ?? bearer(request.headers.authorization)
      if (key === null || !isKey(key, config.keys)) {
        const description = key === null ? 'api_key is missing.' : 'api_key is not one of this server.'
        throw new AppError('bad-signature', description, {
          cause: new Problems([{ code: 403, description }]),
        })
      }
      return asVerified(request)
    },
    receive: (verified) => readRequest(verified, reading),
    normalise: inboundOf,
    respond: (raw, said) => taken(raw, said, write, config.notice(said)),
    refuse(error, request, raw) {
      // It is durable, and its turn comes later: the specification's token is for that.
      if (error.code === 'provider-slow' && raw !== null) return taken(raw, [], write, '')
      return refused(error, formatOf(request.url), write)
    },
    async reply() {
      throw new AppError('bad-address', 'an app asks for its requests, and is not written to')
    },
  }
}

const bearer = (header: string | undefined): string | null =>
  /^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? null
