/**
 * The form for reports: what, where, photos, the service's own questions, contact.
 * @module
 */
import { html, raw } from 'hono/html'
import type { Detail, Service } from '../../core/catalogue.ts'
import type { Asked, FormProblem, PageWords, ReportForm } from '../../core/pages.ts'
import type { HttpAnswer } from '../../core/ports.ts'
import type { Language } from '../../core/understanding.ts'
import type { Kit } from './deps.ts'
import { type Html, inEnglish, page } from './page.ts'
import { hiddenHtml, placeHtml } from './parts.ts'

/** Nothing is written in it. */
export const emptyForm = {
  words: '',
  service: null,
  address: '',
  point: null,
  answers: {},
  name: '',
  phone: '',
  email: '',
  problems: [],
} as const satisfies Omit<ReportForm, 'language' | 'token' | 'id'>

export function formPage(kit: Kit, form: ReportForm): HttpAnswer {
  const words = kit.city.words(form.language)
  return page(kit, {
    language: form.language,
    title: words.reportTitle,
    path: '/report',
    withScript: true,
    status: form.problems.length > 0 ? 422 : 200,
    body: formHtml(kit, form),
  })
}

function formHtml(kit: Kit, form: ReportForm): Html {
  const { language } = form
  const words = kit.city.words(language)
  const service = kit.services.find(({ code }) => code === form.service) ?? null
  const wrong = (problem: FormProblem): boolean => form.problems.includes(problem)
  return html`<h1>${words.reportTitle}</h1>
    <p class="intro">${words.intro}</p>
    <div id="saved" class="status" role="status" aria-live="polite"></div>
    ${form.problems.length === 0 ? '' : problemsHtml(words, form.problems)}
    <form id="report" class="report" method="post" action="/report" enctype="multipart/form-data" accept-charset="utf-8" ${dataHtml(words)}>
      ${hiddenHtml(form, 'report')}
      ${defaultButton}
      <section>
        <label for="words" class="big">${words.what}</label>
        <p class="hint" id="words-hint">${words.whatHint}</p>
        <textarea id="words" name="words" rows="4" maxlength="4000" aria-describedby="words-hint"${wrong('empty') ? raw(' aria-invalid="true"') : ''} dir="auto">${form.words}</textarea>
        <div id="alarm" role="alert"></div>
        <div id="announce" class="unseen" role="status" aria-live="polite"></div>
        <fieldset id="suggestions" class="choices" hidden>
          <legend>${words.oneOfThese}</legend>
          <div id="suggested"></div>
        </fieldset>
        <details id="all-services"${service === null ? '' : raw(' open')}>
          <summary>${words.service}</summary>
          <label for="service" class="unseen">${words.service}</label>
          <select id="service" name="service">
            <option value="">${words.weChoose}</option>
            ${groupsOf(kit, language).map(({ code, name }) => html`<option value="${code}"${code === form.service ? raw(' selected') : ''}>${name}</option>`)}
          </select>
          <button type="submit" name="show" value="questions" formnovalidate class="quiet" id="show-questions">${words.showQuestions}</button>
        </details>
      </section>
      <section id="questions"${service === null || service.details.length === 0 ? raw(' hidden') : ''}>
        ${service === null ? '' : questionsHtml(kit, language, service, form.answers)}
      </section>
      <section>
        ${placeHtml(kit, form)}
      </section>
      <section>
        <label for="photos" class="big">${words.photos} <span class="optional">(${words.optional})</span></label>
        <p class="hint" id="photos-hint">${words.photosHint}</p>
        <input id="photos" name="photos" type="file" accept="image/*" multiple aria-describedby="photos-hint"${wrong('photos') ? raw(' aria-invalid="true"') : ''}>
        <ul id="previews" class="previews" aria-label="${words.photos}" hidden></ul>
        <div id="photo-place" role="status" aria-live="polite"></div>
      </section>
      <section>
        <fieldset id="contact">
          <legend class="big">${words.contact}</legend>
          <p class="hint" id="contact-hint"${wrong('contact') || service?.contact ? raw(' hidden') : ''}>${words.contactOptional}</p>
          <p class="needed" id="contact-needed"${service?.contact ? '' : raw(' hidden')}>${words.contactNeeded}</p>
          <label for="name">${words.name}</label>
          <input id="name" name="name" autocomplete="name" maxlength="200" value="${form.name}">
          <label for="phone">${words.phone}</label>
          <input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="40" value="${form.phone}" dir="ltr"${wrong('contact') ? raw(' aria-invalid="true" aria-describedby="contact-needed"') : ''}>
          <label for="email">${words.email}</label>
          <input id="email" name="email" type="email" autocomplete="email" maxlength="200" value="${form.email}" dir="ltr"${wrong('email') ? raw(' aria-invalid="true"') : ''}>
        </fieldset>
      </section>
      <button type="submit" class="primary" id="send">${words.send}</button>
    </form>`
}

function problemsHtml(words: PageWords, problems: readonly FormProblem[]): Html {
  const says: Readonly<Record<FormProblem, readonly [text: string, field: string]>> = {
    empty: [words.emptyProblem, 'words'],
    contact: [words.contactNeeded, 'phone'],
    email: [words.emailProblem, 'email'],
    photos: [words.photosProblem, 'photos'],
    again: [words.againProblem, 'send'],
  }
  return html`<div class="problems" role="alert" id="problems" tabindex="-1">
      <h2>${words.problems}</h2>
      <ul>${problems.map((problem) => html`<li><a href="#${says[problem][1]}">${says[problem][0]}</a></li>`)}</ul>
    </div>`
}

/** The Enter key presses a form's first button, and that is to send. */
const defaultButton = html`<button type="submit" class="unseen" tabindex="-1" aria-hidden="true"></button>`

/** What the script says by itself. */
const dataHtml = (words: PageWords): Html => {
  const said = {
    because: words.because('%'),
    none: words.noneOfThese,
    finding: words.finding,
    unknown: words.hereUnknown,
    chosen: words.chosen('%'),
    outside: words.outside,
    marker: words.marker,
    photoPlace: words.photoPlace('%'),
    usePhotoPlace: words.usePhotoPlace,
    sending: words.sending,
    offline: words.offline,
    kept: words.kept,
    sent: words.keptSent,
    again: words.againProblem,
    optional: words.optional,
    photos: words.photosProblem,
  }
  return html`data-words="${JSON.stringify(said)}"`
}

/** All services by name, in the reader's own order of letters. */
function groupsOf({ city, services }: Kit, language: Language): readonly { code: string; name: string }[] {
  const collator = new Intl.Collator(language)
  return services
    .map(({ code, name }) => ({ code, name: city.serviceName(language, code) ?? name }))
    .toSorted((a, b) => collator.compare(a.name, b.name))
}

/** A service's own questions, in English where they are not in the page's language. Answers are sent by key. */
export function questionsHtml(
  { city }: Pick<Kit, 'city'>,
  language: Language,
  { code: service, details }: Pick<Service, 'code' | 'details'>,
  answers: Readonly<Record<string, string>>,
): Html {
  if (details.length === 0) return html``
  const words = city.words(language)
  return html`<fieldset>
      <legend class="big">${words.questions}</legend>
      ${details.map((detail) => questionHtml(words, spokenIn(language, city.question(language, service, detail.code)), detail, answers[detail.code] ?? ''))}
    </fieldset>`
}

/** The question, or one of its answers, as the page says it. */
type Spoken = (detail: Detail, key?: string) => Html

const spokenIn =
  (language: Language, asked: Asked | null): Spoken =>
  (detail, key) => {
    const { question, values } = asked ?? detail
    const text = key === undefined ? question : (values.find((value) => value.key === key)?.name ?? key)
    return html`<span${asked === null ? inEnglish(language) : ''}>${text}</span>`
  }

function questionHtml(words: PageWords, spoken: Spoken, detail: Detail, answer: string): Html {
  const { code, datatype, required, values } = detail
  const name = `q-${code}`
  const optional = required ? '' : html` <span class="optional">(${words.optional})</span>`
  if (datatype === 'singlevaluelist' || datatype === 'multivaluelist') {
    const chosen = new Set(answer.split(', '))
    const type = datatype === 'singlevaluelist' ? 'radio' : 'checkbox'
    return html`<fieldset class="choices"><legend>${spoken(detail)}${optional}</legend>
        ${values.map(({ key }) => html`<label class="choice"><input type="${type}" name="${name}" value="${key}"${chosen.has(key) ? raw(' checked') : ''}>${spoken(detail, key)}</label>`)}
      </fieldset>`
  }
  const label = html`<label for="${name}">${spoken(detail)}${optional}</label>`
  if (datatype === 'text')
    return html`${label}<textarea id="${name}" name="${name}" rows="2" maxlength="500" dir="auto">${answer}</textarea>`
  const type =
    datatype === 'datetime' ? raw('type="date"') : datatype === 'number' ? raw('inputmode="numeric"') : ''
  return html`${label}<input id="${name}" name="${name}" ${type} maxlength="500" dir="auto" value="${answer}">`
}
