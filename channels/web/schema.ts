/**
 * What our own form sends. A mistake of the resident's is no error: the form comes back with what was in it.
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { Service } from '../../src/core/catalogue.ts'
import { AppError } from '../../src/core/errors.ts'
import type { FormProblem } from '../../src/core/pages.ts'
import type { HttpRequest } from '../../src/core/ports.ts'
import type { Contact } from '../../src/core/request.ts'
import type { Language } from '../../src/core/understanding.ts'
import { type Form, type FormFile, fieldOf, readForm, wordsOf } from '../form.ts'
import { contactOf, isEmail } from './contact.ts'
import { contentHash, formIdOf, languageOf, photosOf } from './fields.ts'
import type { WebLimits } from './limits.ts'
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
  readonly limits: WebLimits
}

const maxWords = 4000
/** Nobody fills in a form quicker; without a script this and a hidden field are all that stands against robots. */
const leastMs = 2_000

/** Throws AppError `malformed` where it is no form of ours, `rate-limited`. */
export async function readReport(request: HttpRequest, reading: Reading): Promise<WebRaw> {
  const form = readForm(request.headers['content-type'] ?? '', request.bytes ?? Buffer.from(request.body))
  const of = (name: string) => fieldOf(form, name) ?? ''
  if (!form.fields.some(([name]) => name === 'token')) throw new AppError('malformed', 'token is missing')
  const id = formIdOf(form)

  const now = reading.now()
  const hasWork = isWork(of('token'), id, of('work'))
  if (!hasWork) reading.limits.formWithoutWork(request.remote)
  const known = readToken(reading.secret, of('token'), now)
  const token = known === null ? newToken(reading.secret, now, randomBytes) : of('token')
  const service = reading.serviceOf(of('service')) ?? null
  const { photos, tooMuch } = photosOf(form)
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
  if (tooMuch) problems.push('photos')
  const isEmpty = values.words.trim() === '' && photos.length === 0
  if (step === 'report') {
    if (isEmpty && service === null) problems.push('empty')
    if (of('email') !== '' && !isEmail(of('email'))) problems.push('email')
    if (service?.contact === true && !values.contact?.phone && !values.contact?.email)
      problems.push('contact')
  }
  if (step !== 'show' && problems.length === 0) await reading.limits.taken(request.remote, hasWork)
  const isContact = isEmail(values.words) || /^[\s\d+().-]{7,40}$/.test(values.words)
  const isReachable = step === 'answer' ? isContact : Boolean(values.contact?.phone ?? values.contact?.email)
  const asksOwner = step !== 'show' && problems.length === 0 && isReachable
  return {
    step,
    silent: asksOwner && !reading.limits.contact(request.remote),
    language: languageOf(form),
    token,
    formId: id,
    conversation: known?.conversation ?? '',
    id: `${id}-${contentHash(form)}`,
    fields: form.fields.filter(([name]) => name !== 'token' && name !== 'work'),
    ...values,
    words: values.words.slice(0, maxWords),
    service: service?.code ?? null,
    photos,
    problems,
  }
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
