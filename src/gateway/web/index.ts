/**
 * The residents' pages: /, /report, /status. The form is taken by the web's channel (channels/web).
 * @module
 */
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ReportPages } from '../../core/pages.ts'
import type { HttpAnswer } from '../../core/ports.ts'
import { asReference } from '../open311/index.ts'
import { answerPage } from './answer.ts'
import type { Kit, WebDeps } from './deps.ts'
import { formPage } from './form.ts'
import { homePage } from './home.ts'
import { accepted, languageOf } from './language.ts'
import { lookUpRoutes } from './look-ups.ts'
import { refusedPage } from './refused.ts'
import { statusPage } from './status.ts'

export { webAssets } from './assets.ts'
export type { WebDeps } from './deps.ts'

/** What the channel shows. */
export const reportPages = (kit: Kit): ReportPages => ({
  form: (form) => formPage(kit, form),
  answer: (step, said) => answerPage(kit, step, said),
  refused: (code, status, accepts) => refusedPage(kit, accepted(accepts), code, status),
})

/** All that is read. Mounted at the root. */
export function webRoutes(deps: WebDeps): Hono {
  const app = new Hono()
  const answer = ({ status, headers, body }: HttpAnswer) =>
    new Response(body, { status: status as ContentfulStatusCode, headers })
  const language = (c: {
    req: { query(name: string): string | undefined; header(name: string): string | undefined }
  }) => languageOf(c.req.query('lang'), c.req.header('accept-language') ?? '')

  app.get('/', (c) => answer(homePage(deps, language(c), deps.withSandbox)))
  app.get('/report', (c) => {
    const empty = {
      words: '',
      service: null,
      address: '',
      point: null,
      answers: {},
      name: '',
      phone: '',
      email: '',
    }
    const form = { language: language(c), token: deps.token(), id: deps.random(18), ...empty, problems: [] }
    return answer(formPage(deps, form))
  })
  app.get('/report/assets/:version/:name', (c) => deps.assets.answer(c))
  app.route('/report', lookUpRoutes(deps))
  app.get('/status', (c) => {
    const number = c.req.query('number')?.trim() ?? ''
    if (number === '') return answer(statusPage(deps, language(c), null, null))
    return c.redirect(`/status/${encodeURIComponent(asReference(number))}?lang=${language(c)}`, 303)
  })
  app.get('/status/:number', async (c) => {
    const number = asReference(c.req.param('number').trim().slice(0, 60))
    return answer(statusPage(deps, language(c), number, await deps.store.request(number)))
  })
  return app
}
