/**
 * What our own form sends. A mistake of the resident's is no error: the form comes back with what was in it.
 * @module
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Service } from '../../src/core/catalogue.ts'
import { AppError } from '../../src/core/errors.ts'
import type { Allows } from '../../src/core/limits.ts'
import type { FormProblem } from '../../src/core/pages.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import type { Contact } from '../../src/core/request.ts'
import { Language } from '../../src/core/understanding.ts'
import { type Form, type FormFile, fieldOf, readForm, wordsOf } from '../form.ts'
import { contactOf, isEmail } from './contact.ts'
import { newToken, readToken } from './token.ts'
import { isWork } from './work.ts'

export interface WebRaw {
  /** `report` and `answer` are messages, unless there are problems; `show` only wants more of the form. */
  readonly step: 'report' | 'answer' | 'show'
  readonly language: Language
  readonly token: string
  /** Of the browser: the same when it sends the same again. */
  readonly formId: string
  readonly conversation: string
  /** Unique for ever, the same for the same: the browser's id, and a hash of what the resident put in. */
  readonly id: string
  readonly fields: Form['fields']
  readonly words: string
  readonly service: string | null
  readonly address: string
  readonly point: { readonly lat: number; readonly lon: number; readonly accuracyM: number } | null
  readonly answers: Readonly<Record<string, string>>
  readonly contact: Contact | null
  /** The owner of the contact is not asked: too many were left from one address. */
  readonly silent: boolean
  readonly photos: readonly FormFile[]
  readonly problems: readonly FormProblem[]
}

export interface Reading {
  readonly secret: string
  readonly serviceOf: (code: string) => Service | undefined
  readonly now: () => number
  /** For browsers that proved no work. */
  readonly workless: Allows
  /** For contacts, whose owners get a message because of it. */
  readonly contacts: Allows
}

const maxWords = 4000
const maxPhotos = 5
const maxPhotoBytes = 10 * 1024 * 1024
/** Nobody fills in a form quicker; without a script this and a hidden field are all that stands against robots. */
const leastMs = 2_000
const formId = /^[\w-]{16,64}$/
/** Fields that are ours and not the resident's. */
const ours: ReadonlySet<string> = new Set(['token', 'id', 'lang', 'work', 'website', 'step', 'show'])

/** Throws AppError `malformed` where it is no form of ours, `rate-limited`. */
export function readReport(request: HttpRequest, reading: Reading): WebRaw {
  const form = readForm(request.headers['content-type'] ?? '', request.bytes ?? Buffer.from(request.body))
  const of = (name: string) => fieldOf(form, name) ?? ''
  if (!form.fields.some(([name]) => name === 'token')) throw new AppError('malformed', 'token is missing')
  const id = of('id')
  if (!formId.test(id)) throw new AppError('malformed', 'id is missing')

  const now = reading.now()
  const hasWork = isWork(of('token'), id, of('work'))
  if (!hasWork) checkLimit(reading.workless(request.remote))
  const known = readToken(reading.secret, of('token'), now)
  const token = known === null ? newToken(reading.secret, now, randomBytes) : of('token')
  const service = reading.serviceOf(of('service')) ?? null
  const photos = form.files.filter(({ name }) => name === 'photos')
  const step = of('step') === 'answer' ? 'answer' : of('show') === '' ? 'report' : 'show'
  const values = {
    words: step === 'answer' ? of('choice') || wordsOf(form, 'answer') : wordsOf(form, 'words'),
    address: of('address').slice(0, 300),
    point: pointOf(of),
    answers: answersOf(form, service),
    contact: contactOf(of),
  }
  const problems: FormProblem[] = []
  // An answer is to a form that took its time, and an empty one makes the dialog ask again.
  const isQuick = step === 'report' && !hasWork && known !== null && now - known.issuedAt < leastMs
  if (known === null || of('website') !== '' || isQuick) problems.push('again')
  if (photos.length > maxPhotos || photos.some(({ bytes }) => bytes.length > maxPhotoBytes))
    problems.push('photos')
  const isEmpty = values.words.trim() === '' && photos.length === 0
  if (step === 'report') {
    if (isEmpty && service === null) problems.push('empty')
    if (of('email') !== '' && !isEmail(of('email'))) problems.push('email')
    if (service?.contact === true && !values.contact?.phone && !values.contact?.email)
      problems.push('contact')
  }
  const isContact = isEmail(values.words) || /^[\s\d+().-]{7,40}$/.test(values.words)
  const isReachable = step === 'answer' ? isContact : Boolean(values.contact?.phone ?? values.contact?.email)
  const asksOwner = step !== 'show' && problems.length === 0 && isReachable
  return {
    step,
    silent: asksOwner && reading.contacts(request.remote) !== null,
    language: Language.safeParse(of('lang')).data ?? 'en',
    token,
    formId: id,
    conversation: known?.conversation ?? '',
    id: `${id}-${contentHash(form)}`,
    fields: form.fields.filter(([name]) => name !== 'token' && name !== 'work'),
    ...values,
    words: values.words.slice(0, maxWords),
    service: service?.code ?? null,
    photos: photos.slice(0, maxPhotos),
    problems,
  }
}

export function checkLimit(afterMs: number | null): void {
  if (afterMs !== null) throw new AppError('rate-limited', 'too many forms from one address', { afterMs })
}

function pointOf(of: (name: string) => string): WebRaw['point'] {
  if (of('lat') === '' || of('lon') === '') return null
  const [lat, lon, accuracy] = [Number(of('lat')), Number(of('lon')), Number(of('accuracy'))]
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return null
  return { lat, lon, accuracyM: accuracy >= 1 && accuracy < 100_000 ? accuracy : 15 }
}

function answersOf({ fields }: Form, service: Service | null): WebRaw['answers'] {
  const answers = new Map<string, string[]>()
  for (const [name, value] of fields) {
    const detail = service?.details.find(({ code }) => name === `q-${code}`)
    if (detail === undefined || value.trim() === '') continue
    const keys = detail.values.map(({ key }) => key)
    if (keys.length > 0 && !keys.includes(value)) continue
    answers.set(detail.code, [...(answers.get(detail.code) ?? []), value.trim().slice(0, 500)])
  }
  return Object.fromEntries([...answers].map(([code, values]) => [code, values.join(', ')]))
}

/** Edited and sent again it is another message, unchanged it is the same. */
function contentHash({ fields, files }: Form): string {
  const hash = createHash('sha256')
  for (const [name, value] of fields) if (!ours.has(name)) hash.update(`${name}\0${value}\0`)
  for (const { name, bytes } of files) hash.update(`${name}\0`).update(bytes)
  return hash.digest('hex').slice(0, 16)
}
