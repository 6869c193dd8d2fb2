/**
 * What the fields of a review look up while one types: services, places, points, and the map's own data.
 * @module
 */
import { Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { layer } from '../../http/layer.ts'
import { reviewCalled } from '../api/find.ts'
import { placeWords } from '../api/places.ts'
import { percent } from '../words.ts'
import type { Env, Kit } from './deps.ts'

const mostServices = 8
const mostPlaces = 6

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
  app.get('/outlines.json', layer(kit.outlines, 'private'))
  app.get('/streets.json', layer(kit.streets, 'private'))
  return app
}

const noneHtml = (words: string) =>
  html`<li role="option" aria-disabled="true" aria-selected="false" class="none">${words}</li>`
