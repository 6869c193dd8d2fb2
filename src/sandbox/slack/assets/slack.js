// Sends forms without leaving the page, and shows what changes as it changes.

const byId = (id) => document.getElementById(id)
const localTime = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const localDate = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' })

function dress() {
  for (const time of document.querySelectorAll('time')) {
    const format = time.dataset.tokens === '{time}' ? localTime : localDate
    time.textContent = format.format(new Date(time.dateTime))
  }
  const dialog = document.querySelector('dialog')
  if (!dialog || dialog.matches(':modal')) return
  dialog.close()
  dialog.showModal()
}

const news = byId('news')
/** The page as it is now. What is being written in the modal stays; so do the focus and the place. */
function show(markup, words) {
  const next = new DOMParser().parseFromString(markup, 'text/html').getElementById('channel')
  const now = byId('channel')
  const [mine, theirs] = [now.querySelector('dialog'), next.querySelector('dialog')]
  const focused = document.activeElement?.id
  if (mine && theirs && mine.dataset.hash === theirs.dataset.hash && !theirs.querySelector('.problem')) {
    theirs.remove()
    for (const child of [...now.children]) if (child !== mine) child.remove()
    now.prepend(...next.children)
  } else now.replaceChildren(...next.children)
  dress()
  if (focused && !document.querySelector('dialog')) byId(focused)?.focus({ preventScroll: true })
  if (words) news.textContent = words
}

async function send(form, button) {
  const data = new FormData(form, button)
  const asked = form.method === 'get'
  // `form.action` is the input of that name.
  const address = new URL(form.getAttribute('action'), location.href)
  if (asked) address.search = new URLSearchParams(data)
  try {
    const answer = await fetch(address, asked ? {} : { method: 'POST', body: new URLSearchParams(data) })
    history.replaceState(null, '', answer.url)
    show(await answer.text(), '')
    if (asked) document.querySelector('details[open] input[name=typed]')?.focus()
  } catch {
    news.textContent = 'The sandbox does not answer. Is it still running?'
    news.classList.remove('hidden')
  }
}
document.addEventListener('submit', (event) => {
  event.preventDefault()
  send(event.target, event.submitter)
})
// Escape closes a dialog in the browser; Slack has to hear of it.
document.addEventListener(
  'cancel',
  (event) => {
    event.preventDefault()
    const form = event.target.querySelector('form[action="slack/cancel"]')
    if (form) send(form, null)
  },
  true,
)

let waiting = null
const live = new EventSource('slack/events')
live.addEventListener('changed', () => {
  clearTimeout(waiting)
  waiting = setTimeout(async () => {
    // Whoever looks for a service is not disturbed.
    if (document.querySelector('details[open]')) return
    const answer = await fetch(location.href).catch(() => null)
    if (answer?.ok) show(await answer.text(), 'The channel changed.')
  }, 150)
})
addEventListener('pagehide', () => live.close())
addEventListener('pageshow', (event) => event.persisted && location.reload())

dress()
document.documentElement.dataset.ready = 'yes'
