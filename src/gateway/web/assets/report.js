// The form with a script: services and danger while one types, the service's questions, places, photos, and a report
// that waits for a connection. Everything works without it, in more steps.
import { startPhotos, startPlace } from './place.js'
import { sendKept, startSending } from './send.js'

const pauseMs = 350

/** Asks the server; null where it does not answer. What is typed goes in the body: addresses are written into logs. */
export async function ask(path, body) {
  try {
    const answer = await fetch(`/report/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

/** Runs once the hand rests; what comes later than a newer call is dropped. */
export function whenResting(work) {
  let timer = 0
  let latest = 0
  return (...given) => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      latest += 1
      const mine = latest
      const show = await work(...given)
      if (mine === latest) show?.()
    }, pauseMs)
  }
}

const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

function startForm(form) {
  const words = JSON.parse(form.dataset.words)
  const lang = form.elements.lang.value
  const typed = form.elements.words
  const select = form.elements.service
  const box = document.getElementById('suggestions')
  const list = document.getElementById('suggested')
  const alarm = document.getElementById('alarm')
  const questions = document.getElementById('questions')
  const announce = document.getElementById('announce')
  const needed = document.getElementById('contact-needed')
  const optional = document.getElementById('contact-hint')
  let danger = { typed: null, service: null }

  const showDanger = () => {
    const text = danger.typed ?? danger.service
    if (alarm.textContent === (text ?? '')) return
    alarm.replaceChildren(...(text === null ? [] : [make('p', { class: 'alarm' }, text)]))
  }

  async function choose(code) {
    select.value = code
    const found = code === '' ? { questions: '', contact: false, danger: null } : await ask('service', { service: code, lang })
    if (found === null || select.value !== code) return
    questions.innerHTML = found.questions
    questions.hidden = found.questions === ''
    needed.hidden = !found.contact
    optional.hidden = found.contact
    danger = { ...danger, service: found.danger }
    showDanger()
  }

  function showServices(services) {
    const before = list.querySelector(':checked')?.value ?? null
    box.hidden = services.length === 0
    const option = (value, name, reason) => {
      const input = make('input', { type: 'radio', name: 'suggested', value })
      input.checked = value === before
      const label = make('span', {}, name)
      if (reason) label.append(make('small', {}, words.because.replace('%', () => reason)))
      return make('label', { class: 'choice' }, input, label)
    }
    list.replaceChildren(...services.map(({ code, name, reason }) => option(code, name, reason)), ...(services.length > 0 ? [option('', words.none, '')] : []))
    // The choice is no longer offered, so it is no longer made.
    if (before !== null && list.querySelector(':checked') === null && select.value === before) choose('')
    announce.textContent = services.map(({ name }) => name).join(', ')
  }

  list.addEventListener('change', ({ target }) => choose(target.value))
  select.addEventListener('change', () => {
    for (const input of list.querySelectorAll('input')) input.checked = input.value === select.value
    choose(select.value)
  })
  document.getElementById('show-questions').hidden = true
  typed.addEventListener(
    'input',
    whenResting(async () => {
      const text = typed.value
      const found = text.trim() === '' ? { services: [], danger: null } : await ask('suggest', { text, lang })
      return found && (() => {
        danger = { ...danger, typed: found.danger }
        showDanger()
        showServices(found.services)
      })
    }),
  )
  // Typed before the script was there, or brought back by the browser.
  if (typed.value !== '') typed.dispatchEvent(new Event('input'))
  return words
}

/** Whatever page this is, or became. */
export function start() {
  const form = document.getElementById('report')
  const words = form === null ? null : startForm(form)
  const place = document.getElementById('place')?.closest('form') ?? null
  if (place !== null) startPlace(place, words ?? {}, ask, whenResting)
  if (form !== null && place !== null) startPhotos(form, words, ask)
  for (const one of document.querySelectorAll('form.report')) startSending(one, words, start)
  document.documentElement.dataset.ready = 'yes'
}

/** The page stays on this device, so that it opens without a connection. Where it can't, nothing else is missing. */
async function keepPage() {
  if (!('serviceWorker' in navigator)) return
  const script = new URL('./offline.js', import.meta.url)
  // Without a connection there is nothing to register, but the worker of an earlier visit is there.
  await navigator.serviceWorker.register(script, { scope: '/report' }).catch(() => undefined)
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    document.documentElement.dataset.kept = 'yes'
  }
  active.postMessage({ lang: document.documentElement.lang }, [port2])
}

/** Says that one may write without a connection, as long as there is none. */
function sayOffline() {
  const form = document.getElementById('report')
  const saved = document.getElementById('saved')
  if (form === null || form.hidden) return
  const { offline } = JSON.parse(form.dataset.words)
  if (!navigator.onLine && saved.textContent === '') saved.textContent = offline
  if (navigator.onLine && saved.textContent === offline) saved.textContent = ''
}

start()
document.getElementById('problems')?.focus()
for (const change of ['online', 'offline']) addEventListener(change, sayOffline)
sayOffline()
sendKept(start)
keepPage().catch(() => undefined)
