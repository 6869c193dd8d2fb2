/**
 * Plays an ArcGIS GeocodeServer as its documentation says, with the faults of real ones.
 * @module
 */
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono } from 'hono'
import { addressBody, candidatesBody, errorBody, type Reference } from './shapes.ts'
import type { ArcgisPlayer, Fault, PlayedLocator, PlayedPlace } from './types.ts'

/** The path of a locator below an ArcGIS Server. */
export const locatorPath = '/arcgis/rest/services/Locators/Played/GeocodeServer'
const mostLocations = 50

export function arcgisPlayer(locator: PlayedLocator): ArcgisPlayer {
  const calls: { operation: string; fields: Readonly<Record<string, string>> }[] = []
  const waiting: Fault[] = []
  const app = new Hono()

  /** Meets the next fault; `answer` gives the body. */
  async function serve(
    c: Context,
    operation: string,
    answer: (of: Asked) => Promise<unknown>,
  ): Promise<Response> {
    const fields = c.req.method === 'POST' ? await formOf(c) : c.req.query()
    calls.push({ operation, fields })
    const fault = waiting.shift()
    const early = fault === undefined ? null : await meet(c, fault)
    if (early !== null) return early
    if (!['json', 'pjson'].includes(fields.f ?? '')) return c.html('<html><body>Geocode Server</body></html>')
    const wanted = fields.outSR === '4326' && fault?.kind !== 'other-reference' ? 4326 : 102_100
    const shift = fault?.kind === 'shifted' ? fault.byLat : 0
    const body = JSON.stringify(
      await answer({
        fields,
        reference: wanted,
        moved: (place) => ({ ...place, lat: place.lat + shift }),
      }),
    )
    return json(c, fault?.kind === 'truncated' ? body.slice(0, body.length / 2) : body)
  }

  app.on(['GET', 'POST'], `${locatorPath}/findAddressCandidates`, (c) =>
    serve(c, 'findAddressCandidates', async ({ fields, reference, moved }) => {
      const line = fields.SingleLine ?? fields.singleLine
      if (line === undefined) return errorBody(400, 'Unable to complete operation.')
      const most = Math.min(mostLocations, Number(fields.maxLocations ?? mostLocations))
      const inside = extentOf(fields.searchExtent)
      const places = locator.find(line).filter(inside).slice(0, most).map(moved)
      return candidatesBody(places, reference)
    }),
  )
  app.on(['GET', 'POST'], `${locatorPath}/reverseGeocode`, (c) =>
    serve(c, 'reverseGeocode', async ({ fields, reference, moved }) => {
      const point = pointOf(fields.location)
      const place = point && (await locator.nearest(point.y, point.x))
      return place
        ? addressBody(moved(place), reference)
        : errorBody(400, 'Unable to find address for the specified location.')
    }),
  )
  app.notFound((c) => json(c, JSON.stringify(errorBody(404, 'Service not found'))))

  return {
    app,
    calls: () => calls,
    fault(fault, times = 1) {
      for (let count = 0; count < times; count += 1) waiting.push(fault)
    },
    heal() {
      waiting.length = 0
    },
  }
}

interface Asked {
  readonly fields: Readonly<Record<string, string>>
  readonly reference: Reference
  moved(place: PlayedPlace): PlayedPlace
}

const json = (c: Context, body: string): Response =>
  c.body(body, 200, { 'content-type': 'application/json;charset=utf-8' })

async function formOf(c: Context): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(new URLSearchParams(await c.req.text()))
}

/** What a fault answers in place of the locator, or null. */
async function meet(c: Context, fault: Fault): Promise<Response | null> {
  if (fault.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms))
  if (fault.kind === 'cut') {
    const { outgoing } = c.env as HttpBindings
    outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  }
  if (fault.kind === 'moved') return c.redirect(fault.to, 302)
  if (fault.kind === 'page') return c.html('<!DOCTYPE html><title>Maintenance</title><h1>Back soon</h1>')
  if (fault.kind === 'body') return json(c, fault.body)
  if (fault.kind === 'error') return json(c, JSON.stringify(errorBody(fault.code, fault.message)))
  if (fault.kind !== 'status' && fault.kind !== 'rate-limited') return null
  const status = fault.kind === 'status' ? fault.status : 429
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }
  return c.text('not now', status, headers)
}

function pointOf(written: string | undefined): { readonly x: number; readonly y: number } | null {
  const [x, y] = written?.startsWith('{')
    ? [read(written).x, read(written).y]
    : (written ?? '').split(',').map(Number)
  return typeof x === 'number' && typeof y === 'number' && !Number.isNaN(x + y) ? { x, y } : null
}

function extentOf(written: string | undefined): (place: PlayedPlace) => boolean {
  if (written === undefined) return () => true
  const { xmin, ymin, xmax, ymax } = read(written)
  return ({ lat, lon }) =>
    lon >= Number(xmin) && lon <= Number(xmax) && lat >= Number(ymin) && lat <= Number(ymax)
}

function read(written: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(written) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}
