/**
 * What the fields of a review look up while one types: services, places, points, and the map's own data.
 * @module
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { reviewCalled } from '../api/find.ts'
import { placeWords } from '../api/places.ts'
import { percent } from '../words.ts'
import type { Env, GeoLayer, Kit } from './deps.ts'

const mostServices = 8
const mostPlaces = 6
const zipped = promisify(gzip)

const Point = z.object({
  lat: z.coerce.number().min(-90).max(90),
  lon: z.coerce.number().min(-180).max(180),
})

export function lookUpRoutes(kit: Kit): Hono<Env> {
  const { desk } = kit
  const app = new Hono<Env>()
  app.get('/services', async (c) => {
    const query = (c.req.query('q') ?? '').slice(0, 80)
    const review = await reviewCalled(desk, c.req.query('review'))
    const found = desk.services(query, review).slice(0, mostServices)
    if (found.length === 0) return c.html(noneHtml(`No service fits “${query}”.`))
    return c.html(
      html`${found.map(
        ({ code, name, description }, n) =>
          html`<li role="option" id="service-option-${n}" aria-selected="false" data-value="${code}" data-name="${name}"><b>${name}</b><span class="about">${description}</span></li>`,
      )}`,
    )
  })
  app.get('/places', (c) => {
    const query = (c.req.query('q') ?? c.req.query('place') ?? '').slice(0, 200)
    const found = query.trim() === '' ? [] : desk.places(query).slice(0, mostPlaces)
    if (found.length === 0) return c.html(noneHtml(query.trim() === '' ? '' : `No place fits “${query}”.`))
    return c.html(
      html`${found.map(
        ({ place, confidence }, n) =>
          html`<li role="option" id="place-option-${n}" aria-selected="false" data-value="${JSON.stringify(place)}" data-name="${placeWords(place)}"><b>${placeWords(place)}</b><span class="about">${place.kind}, ${percent(confidence)}</span></li>`,
      )}`,
    )
  })
  app.get('/places/at', (c) => {
    const point = Point.safeParse({ lat: c.req.query('lat'), lon: c.req.query('lon') })
    if (!point.success)
      return c.json({ problem: 'Latitude and longitude are degrees like 42.3601 and −71.0589.' }, 400)
    const place = desk.placeAt(point.data.lat, point.data.lon)
    return place === null
      ? c.json({ problem: 'This point lies outside the city.' }, 404)
      : c.json({ place, words: placeWords(place) })
  })
  app.get('/outlines.json', layer(kit.outlines))
  app.get('/streets.json', layer(kit.streets))
  return app
}

const noneHtml = (words: string) =>
  html`<li role="option" aria-disabled="true" aria-selected="false" class="none">${words}</li>`

/** Made once, small on the way, and not sent again to whoever has it. */
function layer(make: () => GeoLayer) {
  let made: Promise<{ readonly plain: Buffer; readonly small: Buffer; readonly tag: string }> | null = null
  const load = async () => {
    const plain = Buffer.from(JSON.stringify(make()))
    const tag = `"${createHash('sha256').update(plain).digest('hex').slice(0, 16)}"`
    return { plain, small: await zipped(plain), tag }
  }
  return async (c: Context) => {
    made ??= load()
    const { plain, small, tag } = await made
    c.header('Cache-Control', 'private, max-age=3600')
    c.header('ETag', tag)
    c.header('Vary', 'Accept-Encoding')
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    c.header('Content-Type', 'application/geo+json')
    const takesSmall = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
    if (takesSmall) c.header('Content-Encoding', 'gzip')
    return c.body(Uint8Array.from(takesSmall ? small : plain))
  }
}
