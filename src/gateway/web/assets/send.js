// Sending: a little work that robots have to pay for, and a report that waits on this device while there is no
// connection. It is sent once: the id was made here, and the server knows it when it comes again.
const bits = 12
const againMs = 30_000
const freshMs = 6 * 86_400_000

/** A number that makes SHA-256 of `token:id:number` begin with enough zeros. */
async function workFor(token, id) {
  for (let tries = 0; ; tries += 64) {
    const found = await Promise.all(
      Array.from({ length: 64 }, async (_, n) => {
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${token}:${id}:${tries + n}`)))
        return ((hash[0] << 8) | hash[1]) >> (16 - bits) === 0 ? tries + n : null
      }),
    )
    const good = found.find((one) => one !== null)
    if (good !== undefined) return String(good)
  }
}

// Where reports wait. IndexedDB, because photos are too large for the rest.
const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('reports', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('kept', { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
async function inStore(mode, work) {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction('kept', mode, { durability: 'strict' })
      const request = work(transaction.objectStore('kept'))
      // On the disk only now: a page that is closed before takes it along.
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}
const keep = (report) => inStore('readwrite', (store) => store.put(report))
const forget = (id) => inStore('readwrite', (store) => store.delete(id))
const allKept = () => inStore('readonly', (store) => store.getAll())

const dataOf = (fields) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

/** The page that answers, or null where nobody took it: no connection, or a server that is away. */
async function post(fields) {
  try {
    const answer = await fetch('/report', { method: 'POST', body: dataOf(fields), redirect: 'error' })
    if (answer.status >= 500 || answer.status === 429) return null
    return { isTaken: answer.ok, page: new DOMParser().parseFromString(await answer.text(), 'text/html') }
  } catch {
    return null
  }
}

const valueOf = (fields, wanted) => fields.find(([name]) => name === wanted)?.[1] ?? ''
/** The second part of a token is when it was given out, in base 36. The server takes it for a week. */
const isFresh = (token) => Date.now() - Number.parseInt(token.split('.')[1] ?? '', 36) < freshMs

/** What is sent, with a token that counts and its work; null where a new token cannot be had now. */
async function prepared(fields) {
  const [token, id] = [valueOf(fields, 'token'), valueOf(fields, 'id')]
  if (isFresh(token) && valueOf(fields, 'work') !== '') return fields
  const good = isFresh(token) ? token : await newToken()
  if (good === null) return null
  const work = await workFor(good, id)
  return fields.map(([name, value]) => [name, name === 'token' ? good : name === 'work' ? work : value])
}

/** A form that was opened without a connection has none yet. */
async function newToken() {
  try {
    const answer = await fetch('/report/token', { method: 'POST' })
    return answer.ok ? (await answer.json()).token : null
  } catch {
    return null
  }
}

/** Files of a form that came back are in it again: no server can put them there. */
function restoreFiles(fields) {
  const input = document.getElementById('photos')
  const files = fields.flatMap(([name, value]) => (name === 'photos' && value instanceof File && value.size > 0 ? [value] : []))
  if (input === null || files.length === 0) return
  const all = new DataTransfer()
  for (const file of files) all.items.add(file)
  input.files = all.files
  input.dispatchEvent(new Event('change'))
}

/** The answer takes the place of what is shown. */
function show(page, start, fields) {
  const next = page.getElementById('main')
  if (next === null) return
  document.title = page.title
  document.documentElement.lang = page.documentElement.lang
  document.documentElement.dir = page.documentElement.dir
  document.getElementById('main').replaceWith(document.adoptNode(next))
  scrollTo(0, 0)
  const at = document.getElementById('problems') ?? document.querySelector('h1')
  at?.setAttribute('tabindex', '-1')
  at?.focus()
  start()
  restoreFiles(fields)
}

export function startSending(form, words, start) {
  // `form.id` would be the field of that name.
  const isReport = form.getAttribute('id') === 'report'
  // The server's id would be the same for everybody who got this page out of a cache.
  if (isReport && 'randomUUID' in crypto) form.elements.id.value = crypto.randomUUID()
  form.addEventListener('submit', async (event) => {
    const { submitter } = event
    if (!('subtle' in crypto) || submitter?.name === 'show') return
    event.preventDefault()
    if (form.dataset.sending === 'yes') return
    form.dataset.sending = 'yes'
    const status = document.getElementById('saved')
    const button = document.getElementById('send')
    const label = button?.textContent
    if (button !== null && words !== null) button.textContent = words.sending
    form.setAttribute('aria-busy', 'true')
    const { id } = form.elements
    const written = [...new FormData(form, submitter)]
    const ready = await prepared(written)
    const fields = ready ?? written
    const answer = ready === null ? null : await post(ready)
    form.removeAttribute('aria-busy')
    delete form.dataset.sending
    if (button !== null && words !== null) button.textContent = label
    if (answer !== null) return show(answer.page, start, fields)
    // Only a report can wait: an answer is to a question that is open now.
    if (!isReport) {
      form.elements.work.value = valueOf(fields, 'work')
      return form.submit()
    }
    const isKept = await keep({ id: id.value, fields, words: { sent: words.sent } }).then(
      () => true,
      () => false,
    )
    // Where nothing can be kept (a private window), the form stays as it is.
    if (!isKept) {
      status.textContent = words.again
      return
    }
    form.reset()
    form.hidden = true
    status.textContent = words.kept
    status.tabIndex = -1
    status.focus()
  })
}

/** Nobody's half-written report is taken away. */
const isWriting = () => {
  const form = document.getElementById('report')
  return form !== null && !form.hidden && form.elements.words.value.trim() !== ''
}
const numberIn = (page) => page.querySelector('.number strong')?.textContent ?? ''

let isSending = false
/** One page at a time: two with tokens of their own would answer in two conversations. */
const alone = async (work) => {
  if (isSending) return
  isSending = true
  try {
    await (navigator.locks === undefined ? work() : navigator.locks.request('reports', { ifAvailable: true }, (lock) => (lock === null ? undefined : work())))
  } finally {
    isSending = false
  }
}

/** Sends what waits, one after the other, also from an earlier visit. */
export async function sendKept(start) {
  if (!('indexedDB' in globalThis)) return
  const sendAll = async () => {
    for (const { id, fields: kept, words } of await allKept().catch(() => [])) {
      const fields = await prepared(kept)
      if (fields === null) return
      // Tried again it is of the same conversation.
      if (fields !== kept) await keep({ id, fields, words })
      const answer = await post(fields)
      if (answer === null) return
      await forget(id)
      if (answer.isTaken && isWriting()) document.getElementById('saved').textContent = `${words.sent} ${numberIn(answer.page)}`
      else {
        show(answer.page, start, fields)
        if (answer.isTaken) {
          const said = document.createElement('p')
          said.className = 'status'
          said.setAttribute('role', 'status')
          said.textContent = words.sent
          document.querySelector('h1')?.after(said)
        }
      }
    }
  }
  addEventListener('online', () => alone(sendAll))
  setInterval(async () => {
    if (navigator.onLine && (await allKept().catch(() => [])).length > 0) alone(sendAll)
  }, againMs)
  await alone(sendAll)
}
