/**
 * The residents' pages: /, /report, /status, /photo. The forms are taken by the web's channel (channels/web).
 * @module
 */
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ReportPages } from '../../core/pages.ts'
import type { HttpAnswer } from '../../core/ports.ts'
import { hasEnded } from '../../core/request.ts'
import { asReference } from '../open311/index.ts'
import { answerPage } from './answer.ts'
import type { Kit, WebDeps } from './deps.ts'
import { emptyForm, formPage } from './form.ts'
import { homePage } from './home.ts'
import { accepted, languageOf } from './language.ts'
import { lookUpRoutes } from './look-ups.ts'
import { offlineForms } from './offline.ts'
import { photoPage, photoTakenPage } from './photo.ts'
import { refusedPage } from './refused.ts'
import { statusPage } from './status.ts'

export { webAssets } from './assets.ts'
export type { WebDeps } from './deps.ts'

/** What the channel shows. */
export const reportPages = (kit: Kit): ReportPages => ({
  form: (form) => formPage(kit, form),
  answer: (step, said) => answerPage(kit, step, said),
  photo: (form) => photoPage(kit, form),
  photoTaken: (form, said) => photoTakenPage(kit, form, said),
  refused: (code, status, accepts, back) => refusedPage(kit, accepted(accepts), code, status, back),
})

/** All that is read. Mounted at the root. */
export function webRoutes(deps: WebDeps): Hono {
  const app = new Hono()
  const offlineForm = offlineForms(deps)
  const answer = ({ status, headers, body }: HttpAnswer) =>
    new Response(body, { status: status as ContentfulStatusCode, headers })
  const language = (c: {
    req: { query(name: string): string | undefined; header(name: string): string | undefined }
  }) => languageOf(c.req.query('lang'), c.req.header('accept-language') ?? '')

  app.get('/', (c) => answer(homePage(deps, language(c), deps.withSandbox)))
  app.get('/report', (c) => {
    return answer(
      formPage(deps, { ...emptyForm, language: language(c), token: deps.token(), id: deps.random(18) }),
    )
  })
  app.get('/report/assets/:version/:name', (c) => {
    // Below this path by its address, it also serves the page above.
    if (c.req.param('name') === 'offline.js') c.header('Service-Worker-Allowed', '/report')
    return deps.assets.answer(c)
  })
  app.get('/report/offline', (c) => offlineForm(c, language(c)))
  app.route('/report', lookUpRoutes(deps))
  app.get('/photo/:link', async (c) => {
    const link = c.req.param('link').slice(0, 60)
    const opens = deps.photoLink(link)
    const found = typeof opens === 'string' ? null : await deps.store.request(opens.reference)
    const problem = typeof opens === 'string' ? opens : found === null ? 'unknown' : null
    return answer(
      photoPage(deps, {
        // The text that brought the link was in the language of the report.
        language: c.req.query('lang') === undefined ? (found?.request.language ?? language(c)) : language(c),
        link,
        reference: found?.request.reference ?? null,
        id: deps.random(18),
        problem: problem ?? (found !== null && hasEnded(found.request.state) ? 'ended' : null),
      }),
    )
  })
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
