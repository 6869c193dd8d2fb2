/**
 * The web console behind its own front door: sessions by link, pages read as HTML, decisions as forms.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { outlines, streetLines } from '../../src/city/boston/outlines.ts'
import { services } from '../../src/city/boston/services/index.ts'
import type { Desk, MediaStore } from '../../src/core/ports.ts'
import { consoleRoutes, signInLink } from '../../src/desk/console/index.ts'
import type { Person, Shown, Stage, SurfaceHarness, Told, Wish } from '../contract/desk-surface.contract.ts'

export const origin = 'http://127.0.0.1:3110'
const nothing = { type: 'FeatureCollection', features: [] } as const

export interface ConsoleParts {
  readonly publicUrl?: string
  readonly files?: Partial<Pick<MediaStore, 'read' | 'held'>>
  readonly stopping?: AbortSignal
  readonly map?: {
    readonly outlines: Parameters<typeof outlines>[0]
    readonly streets: Parameters<typeof streetLines>[0]
  }
  readonly logged?: string[]
  readonly desk?: Partial<Desk>
  readonly lookEveryMs?: number
}

/** The console mounted as in the product. */
export function consoleApp(
  stage: Pick<Stage, 'desk' | 'sessions' | 'clock'>,
  parts: ConsoleParts = {},
): Hono {
  const { map, logged } = parts
  return new Hono().route(
    '/agent',
    consoleRoutes({
      ...stage,
      desk: { ...stage.desk, ...parts.desk },
      files: { read: async () => null, held: async () => null, ...parts.files },
      random: randomBytes,
      agentToken: null,
      publicUrl: () => parts.publicUrl ?? origin,
      log: (_level, event, fields) => logged?.push(`${event} ${JSON.stringify(fields)}`),
      services,
      outlines: () => (map === undefined ? nothing : outlines(map.outlines)),
      streets: () => (map === undefined ? nothing : streetLines(map.streets)),
      stopping: parts.stopping ?? new AbortController().signal,
      lookEveryMs: parts.lookEveryMs ?? 20,
    }),
  )
}

/** A browser without scripts: keeps its cookie, follows nothing. */
export interface Visitor {
  readonly cookie: () => string
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(
    path: string,
    form: Readonly<Record<string, string>>,
    headers?: Record<string, string>,
  ): Promise<Response>
}
export function visitor(app: Hono, base = origin): Visitor {
  let cookie = ''
  const keep = (answer: Response): Response => {
    const set = answer.headers.get('set-cookie')
    if (set !== null) cookie = set.split(';')[0] ?? ''
    return answer
  }
  return {
    cookie: () => cookie,
    get: async (path, headers = {}) =>
      keep(await app.request(`${base}${path}`, { headers: { cookie, ...headers } })),
    post: async (path, form, headers = {}) =>
      keep(
        await app.request(`${base}${path}`, {
          method: 'POST',
          headers: {
            cookie,
            origin: base,
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
            ...headers,
          },
          body: new URLSearchParams(form).toString(),
        }),
      ),
  }
}

/** Signs a visitor in with a link of its own, under this name. */
export async function signInAs(
  app: Hono,
  stage: Pick<Stage, 'sessions' | 'clock'>,
  name: string,
  base = origin,
): Promise<Visitor> {
  const link = await signInLink(stage.sessions, stage.clock, randomBytes, base)
  const browser = visitor(app, base)
  await browser.get(link.slice(base.length))
  const page = await (await browser.get('/agent')).text()
  await browser.post('/agent/name', { csrf: fieldOf(page, 'csrf'), agent: name })
  return browser
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
export const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)

/** What a page says once its markup is gone. */
export const textOf = (page: string): string =>
  decoded(
    page
      .replace(/<(script|style|title|dialog)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/[ \t\n]+/g, ' '),
  )

/** The value of a field, as the page has it. */
export function fieldOf(page: string, name: string): string {
  const input =
    [...page.matchAll(/<input\b[^>]*>/g)].find(([tag]) => tag.includes(`name="${name}"`))?.[0] ?? ''
  return decoded(/value="([^"]*)"/.exec(input)?.[1] ?? '')
}

/** Scripts, handlers and addresses of a page, as written. */
const actsOf = (page: string): readonly string[] => [
  ...[...page.matchAll(/<script\b[\s\S]*?<\/script>/g)].map(([tag]) => tag),
  ...[...page.matchAll(/\s(?:on\w+|href|src|action|hx-[\w:-]+)="([^"]*)"/g)].map(([, value]) =>
    decoded(value ?? ''),
  ),
]

/** What the form sends of a wish. */
export const formOf = (page: string, wish: Wish): Readonly<Record<string, string>> => ({
  csrf: fieldOf(page, 'csrf'),
  key: fieldOf(page, 'key'),
  seen: fieldOf(page, 'seen'),
  action:
    wish.action === 'refuse'
      ? 'refuse'
      : wish.action === 'ask'
        ? `ask-${wish.note === 'category' ? 'category' : 'location'}`
        : 'accept',
  code: wish.code ?? decoded(/name="code" value="([^"]*)" checked/.exec(page)?.[1] ?? ''),
  other: '',
  spot: '',
  place: wish.place ?? '',
  lat: '',
  lon: '',
  note: wish.action === 'refuse' ? (wish.note ?? '') : '',
  ...(wish.takeOver === true ? { takeOver: '1' } : {}),
})

export const harness: SurfaceHarness = {
  name: 'console',
  sorts: true,
  async open(stage) {
    const app = consoleApp(stage)
    const people = [
      { agent: 'ana', calledBy: 'ana' },
      { agent: 'ben', calledBy: 'ben' },
    ] as const
    const browsers = new Map<Person, Visitor>()
    for (const person of people) browsers.set(person, await signInAs(app, stage, person.agent))
    const pages = new Map<string, string>()
    const browserOf = (who: Person): Visitor => {
      const found = browsers.get(who)
      if (found === undefined) throw new Error(`${who.agent} is not signed in`)
      return found
    }
    const shown = (page: string): Shown => ({ text: textOf(page), acts: actsOf(page) })
    const told = async (browser: Visitor, answer: Response): Promise<Told> => {
      if (answer.status !== 303) return { outcome: 'refused', text: textOf(await answer.text()) }
      const after = await browser.get(answer.headers.get('location') ?? '')
      return { outcome: 'done', text: textOf(await after.text()) }
    }
    let redeliver = async (): Promise<Told> => {
      throw new Error('nothing was delivered yet')
    }
    const open = async (id: string, who: Person) => {
      const answer = await browserOf(who).get(`/agent/reviews/${id}`)
      if (answer.status === 404) return null
      const page = await answer.text()
      pages.set(`${id} ${who.agent}`, page)
      return shown(page)
    }
    return {
      people,
      list: async () => shown(await (await browserOf(people[0]).get('/agent')).text()),
      open,
      async decide(id, wish, who) {
        const known = pages.get(`${id} ${who.agent}`)
        if (known === undefined) await open(id, who)
        const page = pages.get(`${id} ${who.agent}`) ?? (await (await browserOf(who).get('/agent')).text())
        const form = formOf(page, wish)
        redeliver = async () =>
          told(browserOf(who), await browserOf(who).post(`/agent/reviews/${id}/decision`, form))
        return redeliver()
      },
      redeliver: () => redeliver(),
      async claim(id, who, takeOver) {
        const page = await (await browserOf(who).get('/agent')).text()
        const form = { csrf: fieldOf(page, 'csrf'), ...(takeOver ? { takeOver: '1' } : {}) }
        return told(browserOf(who), await browserOf(who).post(`/agent/reviews/${id}/claim`, form))
      },
      async close() {},
    }
  },
}
