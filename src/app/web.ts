/**
 * The residents' pages, on Boston's words and places.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { newToken, readPhotoLink } from '../../channels/web/index.ts'
import { outlines, streetLines } from '../city/boston/outlines.ts'
import type { Gateway } from '../gateway/app.ts'
import { reportPages, webAssets, webRoutes } from '../gateway/web/index.ts'
import { bostonPages, bostonServices } from './city.ts'
import type { Core } from './compose.ts'
import { bostonData, bostonPlaceAt, bostonPlaces, understandBoston } from './understanding.ts'

const kit = { city: bostonPages, services: bostonServices, assets: webAssets() }

/** What the web's channel answers with. */
export const bostonReportPages = reportPages(kit)

export interface WebPages {
  readonly secret: string
  readonly proxies: number
  readonly withSandbox: boolean
}

/** Everything that a resident's browser reads. */
export function residentsRoom(
  { store, clock }: Core,
  { secret, proxies, withSandbox }: WebPages,
  log: Gateway['log'],
): Gateway['rooms'][number] {
  const routes = webRoutes({
    ...kit,
    store,
    understand: (text, hints) => understandBoston()(text, hints),
    places: bostonPlaces,
    placeAt: bostonPlaceAt,
    outlines: () => outlines(bostonData()),
    streets: () => streetLines(bostonData()),
    token: () => newToken(secret, clock.now(), randomBytes),
    photoLink: (link) => readPhotoLink(secret, link, clock.now()),
    random: (bytes) => randomBytes(bytes).toString('base64url'),
    now: () => clock.now(),
    proxies,
    withSandbox,
    log,
  })
  return ['/', routes]
}
