/**
 * One review: what the resident said on the left, what is to be decided on the right.
 * @module
 */
import { html } from 'hono/html'
import { answerInWords, type Service } from '../../core/catalogue.ts'
import type {
  HistoryLine,
  PlaceSuggestion,
  ReviewFile,
  ReviewRow,
  StatedContact,
  ThreadLine,
} from '../../core/ports.ts'
import type { Place } from '../../core/understanding.ts'
import type { SignedIn } from '../api/session.ts'
import { nameOf } from '../api/summary.ts'
import { channelWords, languageWords, reasonWords } from '../words.ts'
import { decideHtml } from './decide-form.ts'
import { filesHtml } from './files-part.ts'
import { marked, marksOf } from './highlight.ts'
import type { Html } from './layout.ts'
import { ago, moment, photoUrl, reasonBadge, recordingUrl } from './parts.ts'
import { standingHtml } from './standing.ts'
import { contactLink, readable } from './words.ts'

/** What the agent had entered when it was not taken. */
export interface Entered {
  readonly code?: string
  readonly place?: Place
  readonly typed?: string
  /** What the typed place may mean. */
  readonly places?: readonly PlaceSuggestion[]
  readonly note?: string
}
export interface ReviewFacts {
  readonly review: ReviewRow
  readonly thread: readonly ThreadLine[]
  readonly history: readonly HistoryLine[]
  readonly files: readonly ReviewFile[]
  /** Other places the resident may have meant, as far as the city knows them. */
  readonly otherPlaces: readonly PlaceSuggestion[]
  readonly services: ReadonlyMap<string, Service>
  readonly session: SignedIn
  /** Idempotency key of this page's form. */
  readonly key: string
  readonly mapUrls: { readonly script: string; readonly outlines: string; readonly streets: string }
  readonly now: number
  readonly entered: Entered
  /** Why the last try was not taken. */
  readonly problem: Problem | null
}
export interface Problem {
  readonly words: string
  /** The field to go to, by id. */
  readonly field: string | null
}

export function reviewHtml(facts: ReviewFacts): Html {
  const { review, session, now, problem } = facts
  const { request, reason, closed } = review
  const seen = Date.parse(request.updated_datetime)
  return html`<article class="review" data-review="${review.id}" data-csrf="${session.csrf}"${closed === null ? '' : html` data-closed`}>
  <header class="head">
    <p class="line">${reasonBadge(review)} <span class="age">waits ${ago(review.openedAt, now)}</span> <a class="back" href="/agent">All reviews</a></p>
    <h1>${request.reference}</h1>
    <p class="why">${reasonWords[reason].long}</p>
  </header>
  ${problem === null ? '' : problemHtml(problem)}
  ${standingHtml({ review, session, seen, now })}
  <div class="sides">
    <div class="told">
      ${threadHtml(facts)}
      ${photosHtml(facts)}
      ${recordingsHtml(review)}
      ${filesHtml(facts)}
      ${factsHtml(facts)}
    </div>
    ${closed === null ? decideHtml(facts) : ''}
    ${historyHtml(facts)}
  </div>
</article>`
}

const problemHtml = ({
  words,
  field,
}: Problem): Html => html`<div class="status bad" id="problem" role="alert" tabindex="-1">
    <p>${field === null ? words : html`<a href="#${field}">${words}</a>`}</p>
  </div>`

function threadHtml({ review, thread }: ReviewFacts): Html {
  const { language } = review.request
  const lines = thread.map((line) => ({ line, marks: marksOf(review, line) }))
  const why = new Set(lines.flatMap(({ marks }) => marks.map((mark) => mark.why)))
  return html`<section aria-labelledby="thread-title">
    <h2 id="thread-title">What was said</h2>
    ${why.size === 0 ? '' : html`<p class="note">Marked: ${why.has('service') ? html`<mark class="service">words for the service</mark>` : ''} ${why.has('place') ? html`<mark class="place">words for the place</mark>` : ''}</p>`}
    <ol class="thread" hx-ignore>
      ${lines.map(
        ({ line, marks }) => html`<li class="${line.who}">
        <p class="meta">${line.who === 'resident' ? 'Resident' : 'We'}, ${moment(line.at)}</p>
        <p class="words" lang="${language}" dir="auto">${line.text === '' ? html`<i lang="en">no words</i>` : marked(line.text, marks)}</p>
      </li>`,
      )}
    </ol>
  </section>`
}

function photosHtml({ review: { id, photoIds }, files }: ReviewFacts): Html | string {
  if (photoIds.length === 0) return ''
  const theirs = new Set(files.filter(({ borrowed }) => borrowed).map((file) => file.id))
  return html`<section aria-labelledby="photos-title">
    <h2 id="photos-title">Photos</h2>
    ${photoIds.some((photo) => theirs.has(photo)) ? html`<p class="note">From somebody else’s post, that the resident pointed at.</p>` : ''}
    <ul class="photos">
      ${photoIds.map(
        (photo, n) => html`<li><a href="${photoUrl(id, photo, 'public')}" target="_blank" rel="noopener">
        <img src="${photoUrl(id, photo, 'thumbnail')}" alt="Photo ${n + 1} of ${photoIds.length} from ${theirs.has(photo) ? 'somebody else’s post' : 'the resident'}, opens large" width="160" height="120" loading="lazy"></a></li>`,
      )}
    </ul>
  </section>`
}

function recordingsHtml({ id, recordingIds }: ReviewRow): Html | string {
  if (recordingIds.length === 0) return ''
  return html`<section aria-labelledby="recordings-title">
    <h2 id="recordings-title">Recorded messages</h2>
    ${recordingIds.map(
      (recording, n) =>
        html`<p><audio controls preload="none" src="${recordingUrl(id, recording)}" aria-label="Recorded message ${n + 1} of ${recordingIds.length} from the resident"></audio></p>`,
    )}
  </section>`
}

function factsHtml({ review, services }: ReviewFacts): Html {
  const { request, resident, caseRef } = review
  const link = contactLink(resident)
  const service = services.get(request.service_code ?? '')
  const isPublic =
    service !== undefined &&
    !service.private &&
    request.safety === 'none' &&
    request.state !== 'refused' &&
    request.state !== 'cancelled'
  const details = new Map(service?.details.map((detail) => [detail.code, detail]))
  return html`<section aria-labelledby="facts-title">
    <h2 id="facts-title">About it</h2>
    <dl class="facts">
      <div><dt>Resident</dt><dd>${link === null ? resident : html`<a href="${link}">${readable(resident)}</a>`}</dd></div>
      ${review.contact === null ? '' : html`<div><dt>Left to be reached at</dt><dd>${contactHtml(review.contact)}</dd></div>`}
      <div><dt>Channel</dt><dd>${channelWords[request.channel]}</dd></div>
      <div><dt>Language</dt><dd>${languageWords[request.language]}</dd></div>
      <div><dt>Received</dt><dd>${moment(Date.parse(request.requested_datetime))}</dd></div>
      <div><dt>Case</dt><dd>${caseRef === null ? 'none yet' : `${caseRef.number ?? 'number to come'} (${caseRef.system})`}</dd></div>
      ${Object.entries(request.attributes).map(
        ([code, answer]) =>
          html`<div><dt>${details.get(code)?.question ?? code}</dt><dd dir="auto">${answerInWords(details.get(code), answer)}</dd></div>`,
      )}
      <div><dt>Public record</dt><dd>${
        isPublic
          ? html`<a href="/open311/v2/requests/${request.reference}.json" target="_blank" rel="noopener">${request.reference} as everyone sees it</a>`
          : 'none: words, place and photos are withheld'
      }</dd></div>
    </dl>
  </section>`
}

/** What may be called or written to by hand, and whether we write there. */
function contactHtml(contact: StatedContact): Html {
  const { name, phone, email, owner, askedOn } = contact
  const linked = (address: string): Html | string => {
    const link = contactLink(address)
    return link === null ? address : html`<a href="${link}">${readable(address)}</a>`
  }
  const ways = [phone, email].flatMap((one) => (one === null ? [] : [linked(one)]))
  const by = askedOn === 'sms' ? 'by text message' : 'by e-mail'
  const standing = {
    proven: `Proven to be theirs: news goes there ${by}.`,
    asked: `Not proven to be theirs: its owner was asked ${by} and has not answered with the code. No news goes there.`,
    unasked: 'Not proven to be theirs: its owner was not asked. No news goes there.',
  }[owner]
  return html`<bdi>${name ?? ''}</bdi> ${ways.map((way) => html`<bdi>${way}</bdi> `)}<br><small>${standing}</small>`
}

function historyHtml({ history }: ReviewFacts): Html {
  return html`<section class="history" aria-labelledby="history-title">
    <h2 id="history-title">History</h2>
    <ol>
      ${history.map(
        ({ at, actor, what, detail }) =>
          html`<li>${moment(at)} <b>${actorWords(actor)}</b> ${what.replaceAll('-', ' ')}${detailWords(detail)}</li>`,
      )}
    </ol>
  </section>`
}

const actorWords = (actor: string): string =>
  actor === 'resident' ? 'the resident' : actor === 'bot' ? 'we' : nameOf(actor)

/** Ids are for the shell: here they say nothing to anybody. */
const shownDetails: ReadonlySet<string> = new Set([
  'state',
  'service_code',
  'safety',
  'reason',
  'outcome',
  'why',
  'say',
  'change',
  'code',
  'number',
  'failure',
])
function detailWords(detail: HistoryLine['detail']): string {
  const parts = Object.entries(detail).flatMap(([name, value]) =>
    shownDetails.has(name) && typeof value === 'string' ? [`${name.replace('_code', '')} ${value}`] : [],
  )
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}
