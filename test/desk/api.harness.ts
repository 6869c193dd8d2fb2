/**
 * The agents' API behind its own front door: bearer and JSON.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { services } from '../../src/city/boston/services/index.ts'
import type { Desk, MediaStore } from '../../src/core/ports.ts'
import { apiRoutes } from '../../src/desk/api/index.ts'
import type { Person, Shown, Stage, SurfaceHarness, Told } from '../contract/desk-surface.contract.ts'
import { origin } from './console.harness.ts'

export const token = 'made-up-agent-token'

export interface ApiParts {
  readonly agentToken?: string | null
  readonly files?: Partial<Pick<MediaStore, 'read' | 'held'>>
  readonly logged?: string[]
  readonly desk?: Partial<Desk>
}
/** The API mounted as in the product. */
export const apiApp = (
  stage: Pick<Stage, 'desk' | 'sessions' | 'clock'>,
  { agentToken = token, files = {}, logged, desk }: ApiParts = {},
): Hono =>
  new Hono().route(
    '/api',
    apiRoutes({
      ...stage,
      desk: { ...stage.desk, ...desk },
      files: { read: async () => null, held: async () => null, ...files },
      random: randomBytes,
      agentToken,
      publicUrl: () => origin,
      log: (_level, event, fields) => logged?.push(`${event} ${JSON.stringify(fields)}`),
      services,
    }),
  )

/** A program with a token. `headers` override any of its own. */
export const program =
  (app: Hono) =>
  (
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Response | Promise<Response> =>
    app.request(`${origin}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })

/** Every string of a JSON value, one after the other: what a program could show. */
const textOf = (json: string): string => {
  const parts: string[] = []
  JSON.parse(json, (_name, value) => {
    if (typeof value === 'string' || typeof value === 'number') parts.push(String(value))
    return value
  })
  return parts.join('\n')
}

export const harness: SurfaceHarness = {
  name: 'api',
  sorts: true,
  async open(stage) {
    const call = program(apiApp(stage))
    // JSON acts nowhere, as long as nobody takes it for a page.
    const shown = async (answer: Response): Promise<Shown> => ({
      text: textOf(await answer.text()),
      acts: answer.headers.get('content-type')?.startsWith('application/json') ? [] : [await answer.text()],
    })
    const told = async (answer: Response): Promise<Told> => ({
      outcome: answer.status === 200 ? 'done' : 'refused',
      text: textOf(await answer.text()),
    })
    const seen = new Map<string, string>()
    let redeliver = async (): Promise<Told> => {
      throw new Error('nothing was delivered yet')
    }
    return {
      people: [
        { agent: 'ana', calledBy: 'ana' },
        { agent: 'ben', calledBy: 'ben' },
      ],
      list: async () => shown(await call('/api/reviews')),
      async open(id: string, who: Person) {
        const answer = await call(`/api/reviews/${id}`)
        if (answer.status === 404) return null
        const { review } = (await answer.clone().json()) as { review: { updated_at: string } }
        seen.set(`${id} ${who.agent}`, review.updated_at)
        return shown(answer)
      },
      async decide(id, wish, who) {
        const body = { ...wish, agent: who.agent, seen: seen.get(`${id} ${who.agent}`) }
        redeliver = async () => told(await call(`/api/reviews/${id}/decision`, body))
        return redeliver()
      },
      redeliver: () => redeliver(),
      claim: async (id, who, takeOver) =>
        told(await call(`/api/reviews/${id}/claim`, { agent: who.agent, takeOver })),
      async close() {},
    }
  },
}
