// What pages do beyond links and forms: stay true, say what changed, hold a review while somebody works on it.

import { startChoices } from './choose.js'
import { startKeys } from './keys.js'

const byId = (id) => document.getElementById(id)
const page = document.body.dataset.page

// ---- saying things

/** Read out after what the reader is at; the same words twice are news twice. */
export function announce(words) {
  const place = byId('announce')
  place.textContent = ''
  requestAnimationFrame(() => {
    place.textContent = words
  })
}
function lost(words) {
  const box = byId('lost')
  box.hidden = words === ''
  if (box.textContent !== words) box.textContent = words
}

// ---- times

const clock = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' })
const ages = [
  [60, () => 'now'],
  [3600, (seconds) => `${Math.floor(seconds / 60)} min`],
  [172_800, (seconds) => `${Math.floor(seconds / 3600)} h`],
  [Number.POSITIVE_INFINITY, (seconds) => `${Math.floor(seconds / 86_400)} days`],
]
// This machine's clock may be wrong; the server's said what time it was when the page was made.
const skewMs = Date.now() - Number(document.body.dataset.now)
function showTimes(within) {
  for (const time of within.querySelectorAll('time[data-moment]')) time.textContent = clock.format(new Date(time.dateTime))
}
function growOlder() {
  for (const time of document.querySelectorAll('time[data-age]')) {
    const seconds = Math.max(0, (Date.now() - skewMs - Date.parse(time.dateTime)) / 1000)
    time.textContent = ages.find(([below]) => seconds < below)[1](seconds)
  }
}
setInterval(growOlder, 30_000)

// ---- the list

const reviews = () => byId('reviews')
const urgentIds = () => new Set([...document.querySelectorAll('#reviews [data-pinned]')].map((item) => item.id))
let urgent = urgentIds()
let before = -1

const links = () => [...document.querySelectorAll('#reviews a[data-review]')]
function listChanged() {
  const list = reviews()
  const count = Number(list.dataset.count)
  document.title = `${count === 0 ? '' : `(${count}) `}Reviews · 311`
  const now = urgentIds()
  const fresh = [...now].filter((id) => !urgent.has(id))
  urgent = now
  if (fresh.length > 0) {
    const [first] = fresh
    const reason = byId(first).querySelector('.badge').textContent
    const words = byId(first).querySelector('h2').textContent.trim().slice(0, 80)
    announce(fresh.length === 1 ? `New, urgent: ${reason}. ${words}` : `${fresh.length} new urgent reviews. First: ${reason}. ${words}`)
  }
  // Whoever stood on a review that is gone stands on the one in its place.
  if (before >= 0 && document.activeElement === document.body) {
    const left = links()
    ;(left[Math.min(before, left.length - 1)] ?? byId('main')).focus()
    announce('The review you were at was decided by someone else.')
  }
}
document.addEventListener('htmx:before:swap', () => {
  before = links().indexOf(document.activeElement)
})
document.addEventListener('htmx:after:swap', (event) => {
  showTimes(document)
  if (event.target.closest?.('#reviews')) listChanged()
  if (event.target.closest?.('#standing')) standingChanged()
})

// ---- the connection

document.addEventListener('htmx:sse:after:connection', ({ detail }) => {
  if (detail.connection.status === 401) signedOut()
  else lost('')
})
document.addEventListener('htmx:sse:error', ({ detail }) => {
  if (detail.status === 401) signedOut()
  else lost('No connection. What you see may be old; it is tried again.')
})
document.addEventListener('htmx:response:error', ({ detail }) => {
  if (detail.ctx?.response?.status === 401) signedOut()
})
document.addEventListener('signed-out', () => signedOut())
const signedOut = () => lost('You are signed out. Get a new link (npm run reviews -- link), then open this page again.')
// A page from the browser's memory is as old as it looks.
addEventListener('pageshow', (event) => event.persisted && location.reload())

// ---- one review: held while somebody works on it

const review = document.querySelector('article[data-review]')
const form = byId('decide')
const busyMs = 120_000
const renewMs = 60_000
let holds = false
let busyAt = 0
let leaving = false
let state = byId('standing')?.dataset.state

const call = (verb) => [`/agent/reviews/${review.dataset.review}/${verb}`, new URLSearchParams({ csrf: review.dataset.csrf })]
async function hold() {
  const [url, body] = call('claim')
  const answer = await fetch(url, { method: 'POST', body, headers: { 'x-quiet': '1' } }).catch(() => null)
  holds = answer?.ok ?? false
}
function letGo() {
  if (!holds || leaving) return
  holds = false
  navigator.sendBeacon(...call('release'))
}
function standingChanged() {
  const standing = byId('standing')
  if (standing.dataset.state === state) return
  state = standing.dataset.state
  if (state === 'held') holds = false
  if (state === 'closed' && form) {
    for (const button of form.querySelectorAll('button')) button.disabled = true
    form.classList.add('over')
  }
}

if (form) {
  const begins = ({ target }) => {
    busyAt = Date.now()
    const edits = target.matches('input:not([type=hidden]), textarea, select')
    if (!edits || holds || (state !== 'free' && state !== 'mine')) return
    holds = true
    hold()
  }
  form.addEventListener('focusin', ({ target }) => target.matches('input[type=text], textarea, #lat, #lon, select') && begins({ target }))
  form.addEventListener('input', begins)
  form.addEventListener('change', begins)
  for (const sign of ['keydown', 'pointerdown']) addEventListener(sign, () => (busyAt = Date.now()))
  setInterval(() => {
    if (holds && document.visibilityState === 'visible' && Date.now() - busyAt < busyMs) hold()
  }, renewMs)
  addEventListener('pagehide', letGo)

  // Pressed twice is pressed once; the key in the form says the same to the server.
  form.addEventListener('submit', (event) => {
    if (leaving) return event.preventDefault()
    leaving = true
  })
}

// ---- start

showTimes(document)
if (page === 'list' || page === 'review') startKeys({ page, announce })
if (form) startChoices({ form, announce })
;(byId('problem') ?? byId('status'))?.focus()
document.documentElement.dataset.ready = 'yes'
