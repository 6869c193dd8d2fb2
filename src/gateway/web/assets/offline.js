// A service worker: the form opens without a connection. It keeps files of the page and empty forms, one for each
// language that was opened here, and nothing else: what residents write and read does not come through it. Its address
// has the version of the files in it; with another version comes another worker.
const base = location.pathname.replace(/\/[^/]+$/, '')
const name = `report${base.slice(base.lastIndexOf('/'))}`
const files = ['report.css', 'report.js', 'place.js', 'map.js', 'send.js', 'icon.svg', 'exifr.mjs'].map((file) => `${base}/${file}`)
/** The form that was opened last, and that of a language. */
const last = '/report/offline'
const formIn = (lang) => `${last}?lang=${lang}`
/** A connection that is no better than none. */
const patienceMs = 8_000

/** Asks whether it has changed. Throws where there is no connection. */
async function keepForm(lang, isLast) {
  const cache = await caches.open(name)
  const form = await fetch(formIn(lang), { cache: 'no-cache', credentials: 'omit' })
  if (!form.ok) throw new Error(`the form answers ${form.status}`)
  if (isLast) await cache.put(last, form.clone())
  await cache.put(formIn(lang), form)
}

async function install() {
  const cache = await caches.open(name)
  await cache.addAll(files)
  // Languages that were opened with the version before.
  for (const other of await caches.keys()) {
    if (other === name || !other.startsWith('report/')) continue
    for (const { url } of await (await caches.open(other)).keys()) {
      const { pathname, searchParams } = new URL(url)
      if (pathname === last) await keepForm(searchParams.get('lang') ?? 'en', !searchParams.has('lang')).catch(() => undefined)
    }
  }
  await skipWaiting()
}

async function activate() {
  for (const other of await caches.keys()) if (other !== name && other.startsWith('report/')) await caches.delete(other)
  await clients.claim()
}

const kept = async (path) => (await caches.open(name)).match(path, { ignoreVary: true })

/** As it is now; where nobody answers, or not soon, as it was. */
async function formFor(request, lang) {
  const [form, newest] = await Promise.all([lang === null ? kept(last) : kept(formIn(lang)), kept(last)])
  const shell = form ?? newest
  const waited = shell === undefined ? [] : [new Promise((resolve) => setTimeout(resolve, patienceMs, null))]
  const answer = await Promise.race([fetch(request).catch(() => null), ...waited])
  if (answer !== null && (answer.status < 500 || shell === undefined)) return answer
  return shell ?? Response.error()
}

addEventListener('install', (event) => event.waitUntil(install()))
addEventListener('activate', (event) => event.waitUntil(activate()))
// A page says which language it is in.
addEventListener('message', (event) => {
  const [page] = event.ports
  const done = keepForm(event.data.lang, true).then(() => page?.postMessage('kept'))
  event.waitUntil(done.catch(() => undefined))
})
addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, searchParams } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === '/report') event.respondWith(formFor(request, searchParams.get('lang')))
  else if (files.includes(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)))
})
