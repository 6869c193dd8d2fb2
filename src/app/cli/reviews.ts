/**
 * `npm run reviews -- list|show|accept|change|ask|refuse|examples|link`: what waits for an agent, and an agent's
 * decision, from the shell. The resident hears of it on their channel.
 * @module
 */

import { randomBytes, randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import type { DeskRefusal, Queue, ReviewRow } from '../../core/ports.ts'
import type { Place } from '../../core/understanding.ts'
import { signInLink } from '../../desk/api/index.ts'
import type { OpenStore } from '../../store/index.ts'
import { bostonPolicy, bostonServices } from '../city.ts'
import { deskOf } from '../desk.ts'
import { configFromProcess } from '../environment.ts'
import { anyGeocoder } from '../geocoder.ts'
import { loadImported } from '../imported-gazetteer.ts'
import { bostonPlaces } from '../understanding.ts'
import { table, usage, warnOnStderr, withLedger } from './ledger.ts'

const help = `usage: npm run reviews -- list
       npm run reviews -- show NUMBER
       npm run reviews -- accept NUMBER
       npm run reviews -- change NUMBER [--service CODE] [--place "ADDRESS"]
       npm run reviews -- ask NUMBER [--for category|location]
       npm run reviews -- refuse NUMBER --reason "what the resident reads"
       npm run reviews -- examples        what agents decided, as JSON Lines to train on
       npm run reviews -- link            a new sign-in link for the console, good once
NUMBER is the reference (BOS-XXXX-XXXX) or the review's id. --agent NAME says who decided (default: the shell's user).`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    service: { type: 'string' },
    place: { type: 'string' },
    reason: { type: 'string' },
    for: { type: 'string' },
    agent: { type: 'string' },
  },
})
const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
const [verb, number] = positionals

async function list(store: OpenStore): Promise<void> {
  const reviews = await store.reviews(500)
  if (reviews.length === 0) return void process.stdout.write('No reviews wait.\n')
  const rows = reviews.map((r) => [
    r.pinned ? '!' : ' ',
    r.request.reference,
    r.reason,
    r.request.service_code ?? 'no service',
    r.request.place?.address ?? 'no place',
    new Date(r.openedAt).toISOString(),
  ])
  process.stdout.write(`${table(rows)}\n`)
}

async function find(store: OpenStore, wanted: string): Promise<ReviewRow> {
  const review = await store.review(wanted)
  return review === null || review.closed !== null ? usage(`No open review ${wanted}.`) : review
}

function show(review: ReviewRow): string {
  const { request } = review
  const lines = [
    `${request.reference}  ${review.reason}${review.pinned ? '  (pinned)' : ''}  by ${request.channel}, ${request.language}`,
    `words:     ${request.description.replaceAll('\n', '\n           ')}`,
    `service:   ${request.service_code ?? '-'} ${odds(request.category)}`,
    `place:     ${request.place === null ? '-' : `${request.place.address}, ${request.place.neighborhood ?? '?'}`} ${odds(request.location)}`,
    `files:     ${request.media_ids.join(' ') || '-'}`,
  ]
  return `${lines.join('\n')}\n`
}

function odds(slot: ReviewRow['request']['category']): string {
  if (slot === null) return ''
  const percent = (p: number): string => `${Math.round(p * 100)} %`
  const others = slot.alternatives.map((a) => `${a.value} ${percent(a.confidence)}`).join(', ')
  return `(${slot.by}${slot.confidence === null ? '' : `, ${percent(slot.confidence)}`}${others === '' ? '' : `; or ${others}`})`
}

/** What an agent made of it, in the form that `npm run train` reads; a refusal teaches nothing. */
async function examples(store: OpenStore): Promise<void> {
  for (let since = 0; ; ) {
    const found = await store.examples(since, 1_000)
    for (const example of found.filter((e) => e.at > since && e.action !== 'ask'))
      process.stdout.write(`${JSON.stringify(example)}\n`)
    const last = found.at(-1)?.at ?? 0
    if (found.length < 1_000 || last === since) return
    since = last
  }
}

async function link(store: OpenStore): Promise<void> {
  const { PUBLIC_URL, HOST, PORT } = configFromProcess('all')
  const root = PUBLIC_URL ?? `http://${HOST}:${PORT}`
  const made = await signInLink(store, { now: () => Date.now() }, randomBytes, root)
  process.stdout.write(`${made}\n`)
}

type Action = 'accept' | 'change' | 'refuse' | 'ask'

const refusals: Readonly<Record<DeskRefusal, string>> = {
  unknown: 'There is no such review.',
  decided: 'Someone else decided it first.',
  held: 'Someone else works on it.',
  changed: 'It has changed in the meantime: look again.',
  impossible: 'That cannot be decided: it may lack a service (use change --service CODE).',
}

async function settle(store: OpenStore, action: Action, wanted: string): Promise<void> {
  const review = await find(store, wanted)
  const code = text(values.service)
  if (code !== undefined && !bostonPolicy.services.has(code))
    usage(`${code} is no service. One of: ${bostonServices.map((s) => s.code).join(' ')}`)
  const typed = text(values.place)
  const place = typed === undefined ? undefined : await placeOf(typed)
  const reason = text(values.reason)
  if (action === 'refuse' && reason === undefined) usage('A refusal needs --reason: the resident reads it.')
  if (action === 'change' && code === undefined && place === undefined)
    usage('A change needs --service or --place.')
  const note = action === 'ask' ? (text(values.for) ?? 'location') : reason
  // A running worker finds the effects by its sweep.
  const desk = deskOf({
    store,
    queue: noQueue,
    clock: { now: () => Date.now() },
    log: () => undefined,
    open311: configFromProcess('all').open311,
  })
  const answer = await desk.decide({
    key: `shell ${randomUUID()}`,
    surface: 'shell',
    reviewId: review.id,
    action,
    ...(code === undefined ? {} : { code }),
    ...(place === undefined ? {} : { place }),
    ...(note === undefined ? {} : { note }),
    agent: text(values.agent) ?? userInfo().username,
  })
  if (answer.outcome === 'refused') usage(refusals[answer.why])
  const done = {
    accept: 'on its way to the case system',
    change: 'on its way to the case system',
    refuse: 'refused',
    ask: 'asked',
  }[action]
  process.stdout.write(`${review.request.reference}: ${done}; the resident will hear of it.\n`)
}

/** A command that ends at once carries nothing out itself. */
const noQueue: Queue = {
  add: () => Promise.resolve(),
  work: () => undefined,
  depths: () => Promise.resolve({ intake: 0, media: 0, file: 0, reply: 0 }),
  close: () => Promise.resolve(),
}

/** Less may be another place. */
const surelyMeant = 0.9

async function placeOf(typed: string): Promise<Place> {
  const { GEOCODER_URL, DATA_DIR } = configFromProcess('all')
  loadImported(DATA_DIR, warnOnStderr)
  if (GEOCODER_URL !== undefined) {
    const geocoder = anyGeocoder(GEOCODER_URL, { clock: { now: () => Date.now() }, log: warnOnStderr })
    const [found] = await geocoder.find(typed, {})
    if (found !== undefined && found.score >= surelyMeant) return found.place
  }
  // What is not finished, the gazetteer alone can complete.
  return bostonPlaces(typed)[0]?.place ?? usage(`"${typed}" is no place of the gazetteer.`)
}

// Last: everything above is there by then.
if (verb === 'list') await withLedger(list)
else if (verb === 'examples') await withLedger(examples)
else if (verb === 'link') await withLedger(link)
else if (number === undefined) usage(help)
else if (verb === 'show')
  await withLedger(async (store) => void process.stdout.write(show(await find(store, number))))
else if (verb === 'accept' || verb === 'change' || verb === 'refuse' || verb === 'ask')
  await withLedger((store) => settle(store, verb, number))
else usage(help)
