// What the page does without being asked again: sends, shows what comes live, shows what will be attached.

const byId = (id) => document.getElementById(id)
const [log, composer, text, photo, attached, problem] = ['log', 'composer', 'text', 'photo', 'attached', 'problem'].map(byId)
const { phone, seen } = document.body.dataset
const send = composer.querySelector('.send')

// ---- the screen

const localTime = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
function showTimes(within) {
  for (const time of within.querySelectorAll('time')) time.textContent = localTime.format(new Date(time.dateTime))
}
const toEnd = () => log.scrollTo({ top: log.scrollHeight })
// Whoever reads the end stays there when something is added or the message box grows.
let atEnd = true
log.addEventListener('scroll', () => {
  atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60
})
const stay = () => atEnd && toEnd()
new ResizeObserver(stay).observe(log)

function addBubble(markup) {
  const template = document.createElement('template')
  template.innerHTML = markup
  const bubble = template.content.firstElementChild
  if (byId(bubble.id)) return
  if (bubble.classList.contains('mine')) atEnd = true
  showTimes(bubble)
  bubble.classList.add('new')
  byId('empty').hidden = true
  log.append(bubble)
  stay()
}

function moveBubble({ bubble, state, words }) {
  const place = byId(bubble)?.querySelector('[data-progress]')
  if (!place) return
  place.textContent = words
  place.className = `progress ${state}`
  stay()
}

const titled = document.title
function countUnread(number) {
  const badge = document.querySelector(`[data-number="${CSS.escape(number)}"] [data-unread]`)
  if (!badge) return
  const count = Number(badge.dataset.unread || 0) + 1
  badge.dataset.unread = count
  badge.hidden = false
  badge.textContent = count
  badge.setAttribute('aria-label', `${count} new`)
  const all = [...document.querySelectorAll('[data-unread]')].reduce((sum, one) => sum + Number(one.dataset.unread || 0), 0)
  document.title = `(${all}) ${titled}`
}

const live = new EventSource(`sandbox/events?after=${encodeURIComponent(seen)}`)
live.addEventListener('bubble', (event) => {
  const news = JSON.parse(event.data)
  if (news.phone === phone) addBubble(news.html)
  else if (news.side === 'city') countUnread(news.phone)
})
live.addEventListener('progress', (event) => moveBubble(JSON.parse(event.data)))
// The server began anew or forgot how far we were.
live.addEventListener('reload', () => {
  live.close()
  location.reload()
})
addEventListener('pagehide', () => live.close())
addEventListener('pageshow', (event) => event.persisted && location.reload())

// ---- what will be attached

function showAttached() {
  for (const image of attached.querySelectorAll('img')) URL.revokeObjectURL(image.src)
  attached.replaceChildren(...[...photo.files].map(attachedItem))
}
function attachedItem(file, index) {
  const item = document.createElement('li')
  if (/^image\/(jpeg|png|gif|webp)$/.test(file.type)) {
    const image = document.createElement('img')
    image.src = URL.createObjectURL(file)
    image.alt = ''
    item.append(image)
  }
  const name = document.createElement('span')
  name.textContent = file.name
  const remove = document.createElement('button')
  remove.type = 'button'
  remove.textContent = '×'
  remove.setAttribute('aria-label', `Remove ${file.name}`)
  remove.addEventListener('click', () => {
    const kept = new DataTransfer()
    for (const [at, one] of [...photo.files].entries()) if (at !== index) kept.items.add(one)
    photo.files = kept.files
    showAttached()
    text.focus()
  })
  item.append(name, remove)
  return item
}
photo.addEventListener('change', () => {
  say('')
  showAttached()
  text.focus()
})

// ---- sending

const say = (words) => {
  problem.textContent = words
}

async function sendMessage() {
  const form = new FormData(composer)
  const files = form.getAll('photo').filter((file) => file.size > 0)
  if (!text.value.trim() && files.length === 0 && form.getAll('sample').length === 0) return text.focus()
  if (files.reduce((sum, file) => sum + file.size, 0) > 8 * 1024 * 1024) return say('These files are larger than 8 MB.')
  send.disabled = true
  say('')
  try {
    const answer = await fetch(composer.action, { method: 'POST', body: form, headers: { accept: 'application/json' } })
    if (!answer.ok) return say((await answer.json().catch(() => null))?.problem ?? `That did not work (${answer.status}).`)
    composer.reset()
    text.value = ''
    showAttached()
  } catch {
    say('The sandbox does not answer. Is it still running?')
  } finally {
    send.disabled = false
    text.focus()
  }
}
composer.addEventListener('submit', (event) => {
  event.preventDefault()
  if (!send.disabled) sendMessage()
})
text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  composer.requestSubmit()
})
for (const link of document.querySelectorAll('[data-try]')) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    text.value = link.dataset.try
    text.focus()
  })
}

showTimes(document)
toEnd()
if (matchMedia('(pointer: fine)').matches) text.focus()
document.documentElement.dataset.ready = 'yes'
