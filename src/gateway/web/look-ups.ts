/**
 * What the form looks up while one types: services with their reason, danger, places. What residents write comes in a
 * body, never in an address, which servers write into their logs.
 * @module
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { limiter } from '../../core/limits.ts'
import { Language, type Place, type Suggestion } from '../../core/understanding.ts'
import { layer } from '../../http/layer.ts'
import { remoteOf } from '../remote.ts'
import type { WebDeps } from './deps.ts'
import { questionsHtml } from './form.ts'

/** One a keystroke that is followed by a pause, and no more than a hand can type. */
const looks = { burst: 40, everyMs: 700 }

const Typed = z.object({ text: z.string().max(4000), lang: Language })
const Chosen = z.object({ service: z.string().max(60), lang: Language })
const Point = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })

/** Less is no suggestion but noise. */
const least = 0.08
const mostServices = 3
const mostPlaces = 6
/** As the dialog does: recall before precision. */
const dangerAt = 0.3

export function lookUpRoutes(deps: WebDeps): Hono {
  const { city, services } = deps
  const allows = limiter(looks, deps.now)
  const app = new Hono()
  app.use(bodyLimit({ maxSize: 32 * 1024 }))
  app.post('*', async (c, next) => {
    const afterMs = allows(remoteOf(c, deps.proxies))
    if (afterMs === null) return next()
    c.header('Retry-After', String(Math.ceil(afterMs / 1000)))
    return c.json({ problem: 'too many' }, 429)
  })

  app.post('/suggest', async (c) => {
    const typed = Typed.safeParse(await bodyOf(c))
    if (!typed.success) return c.json({ problem: 'text and lang are wanted' }, 400)
    const { text, lang } = typed.data
    const { safety, problems } = deps.understand(text, { channel: 'web' })
    const danger = safety.value === 'none' || safety.confidence < dangerAt ? null : safety.value
    const [main] = problems
    const found = main === undefined || text.trim() === '' ? [] : likely(main.category)
    const options = found.flatMap(({ code, reason }) => {
      const name = city.serviceName(lang, code)
      if (name === null) return []
      return [{ code, name, reason: wordsOf(text, reason) }]
    })
    return c.json({
      danger: danger === null ? null : city.danger(lang, danger),
      services: options,
      place: main?.location.value == null ? null : label(main.location.value),
    })
  })

  app.post('/service', async (c) => {
    const chosen = Chosen.safeParse(await bodyOf(c))
    const service = services.find(({ code }) => code === chosen.data?.service)
    if (!chosen.success || service === undefined)
      return c.json({ questions: '', contact: false, danger: null })
    const { lang } = chosen.data
    return c.json({
      questions: String(questionsHtml(deps, lang, service, {})),
      contact: service.contact,
      danger: service.review === 'emergency' ? city.danger(lang, 'emergency') : null,
    })
  })

  app.post('/places', async (c) => {
    const typed = Typed.safeParse(await bodyOf(c))
    const text = typed.data?.text.trim().slice(0, 200) ?? ''
    const found = text.length < 3 ? [] : deps.places(text).slice(0, mostPlaces)
    return c.json({ places: [...new Set(found.map(({ place }) => label(place)))] })
  })

  app.post('/place', async (c) => {
    const point = Point.safeParse(await bodyOf(c))
    const place = point.success ? deps.placeAt(point.data.lat, point.data.lon) : null
    return c.json({ place: place === null ? null : label(place) })
  })

  // For a form that was opened without a connection.
  app.post('/token', (c) => c.json({ token: deps.token() }))

  app.get('/outlines.json', layer(deps.outlines, 'public'))
  app.get('/streets.json', layer(deps.streets, 'public'))
  return app
}

const bodyOf = (c: Context): Promise<unknown> => c.req.json().catch(() => null)

const label = ({ address, neighborhood }: Place): string =>
  neighborhood === null || address.includes(neighborhood) ? address : `${address}, ${neighborhood}`

type Reason = readonly (readonly [number, number])[]
function likely(category: Suggestion<string | null>): readonly { code: string; reason: Reason }[] {
  const { value, confidence, alternatives, evidence } = category
  const first = value === null ? [] : [{ value, confidence }]
  return [...first, ...alternatives]
    .filter((one) => one.confidence >= least)
    .slice(0, mostServices)
    .map((one) => ({ code: one.value, reason: one.value === value ? evidence : [] }))
}

/** The resident's own words that decided, three at most. */
const wordsOf = (text: string, spans: Reason): string =>
  [...new Set(spans.map(([from, to]) => text.slice(from, to).trim()).filter(Boolean))].slice(0, 3).join(', ')
