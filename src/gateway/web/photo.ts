/**
 * Where a link to add a photo leads: a form for files, for one request. Whoever has the link sees the request's number
 * and nothing of what is in it.
 * @module
 */
import { html } from 'hono/html'
import type { PhotoForm, PhotoProblem } from '../../core/pages.ts'
import type { HttpAnswer, Said } from '../../core/ports.ts'
import type { Language } from '../../core/understanding.ts'
import type { Kit } from './deps.ts'
import { type Html, page } from './page.ts'

/** What each problem is to a browser. */
const statusOf: Readonly<Record<PhotoProblem, number>> = {
  none: 422,
  photos: 422,
  enough: 409,
  over: 410,
  unknown: 404,
  ended: 409,
}

export function photoPage(kit: Kit, form: PhotoForm): HttpAnswer {
  const { language, link, problem, reference } = form
  const words = kit.city.words(language)
  const says: Readonly<Record<PhotoProblem, string>> = {
    none: words.photoMissing,
    photos: words.photosProblem,
    enough: words.photoEnough,
    over: words.photoOver,
    unknown: words.photoUnknown,
    ended: words.photoEnded,
  }
  const canSend = reference !== null && (problem === null || problem === 'none' || problem === 'photos')
  const mended = canSend && problem !== null
  return framed(kit, {
    language,
    link,
    status: problem === null ? 200 : statusOf[problem],
    title: words.photoTitle,
    body: html`<h1>${words.photoTitle}</h1>
    ${problem === null ? '' : html`<p class="problems" role="alert" id="problem">${says[problem]}</p>`}
    ${reference === null ? '' : numberHtml(kit, language, reference)}
    ${
      canSend
        ? html`<form class="report" method="post" action="/photo/${link}" enctype="multipart/form-data" accept-charset="utf-8">
      <input type="hidden" name="id" value="${form.id}">
      <input type="hidden" name="lang" value="${language}">
      <section>
        <label for="photos" class="big">${words.photos}</label>
        <p class="hint" id="photos-hint">${words.photosHint}</p>
        <input id="photos" name="photos" type="file" accept="image/*" multiple required aria-describedby="photos-hint${mended ? ' problem' : ''}"${mended ? html` aria-invalid="true"` : ''}>
      </section>
      <button type="submit" class="primary">${words.sendAnswer}</button>
    </form>`
        : html`<p><a href="/status?lang=${language}">${words.statusTitle}</a></p>
    <p><a href="/report?lang=${language}">${words.reportTitle}</a></p>`
    }`,
  })
}

/** What came of it. The dialog says `status` of a request that ended meanwhile. */
export function photoTakenPage(kit: Kit, form: PhotoForm, said: readonly Said[]): HttpAnswer {
  const { language, link, reference } = form
  const words = kit.city.words(language)
  const kinds = said.map(({ reply }) => reply.speech.say)
  if (kinds.includes('status')) return photoPage(kit, { ...form, problem: 'ended' })
  if (kinds.includes('status-unknown'))
    return photoPage(kit, { ...form, problem: 'unknown', reference: null })
  const { danger } = kit.city.told(said)
  const notices = kit.city.notices(said)
  return framed(kit, {
    language,
    link,
    title: words.photoDone,
    body: html`${danger === null ? '' : html`<p class="alarm" role="alert">${danger}</p>`}
    <h1 id="done">${words.photoDone}</h1>
    ${notices.map((notice) => html`<p>${notice}</p>`)}
    ${reference === null ? '' : numberHtml(kit, language, reference)}
    <p><a href="/photo/${link}?lang=${language}">${words.photoMore}</a></p>`,
  })
}

function numberHtml({ city }: Kit, language: Language, reference: string): Html {
  const words = city.words(language)
  return html`<article class="card">
      <p>${words.photoIntro}</p>
      <p class="label">${words.number}</p>
      <p class="number" dir="ltr"><strong>${reference}</strong></p>
      <p><a href="/status/${reference}?lang=${language}">${words.seeStatus}</a></p>
    </article>`
}

/** No search engine keeps it: the address is the key. */
function framed(
  kit: Kit,
  frame: { readonly link: string } & Pick<
    Parameters<typeof page>[1],
    'language' | 'title' | 'body' | 'status'
  >,
): HttpAnswer {
  const { link, ...rest } = frame
  const answer = page(kit, { ...rest, path: `/photo/${encodeURIComponent(link)}` })
  return { ...answer, headers: { ...answer.headers, 'x-robots-tag': 'noindex' } }
}
