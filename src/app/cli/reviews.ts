/**
 * `npm run reviews -- list|show|accept|change|refuse`: what waits for an agent, and an agent's decision, from the shell.
 * The resident hears of it on their channel.
 * @module
 */

import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { decisionTurn } from '../../../workers/intake.ts'
import type { ReviewRow } from '../../core/ports.ts'
import { Decision } from '../../core/turn.ts'
import type { Place } from '../../core/understanding.ts'
import type { OpenStore } from '../../store/index.ts'
import { bostonPolicy, bostonServices } from '../city.ts'
import { bostonPlaces } from '../understanding.ts'
import { table, usage, withLedger } from './ledger.ts'

const help = `usage: npm run reviews -- list
       npm run reviews -- show NUMBER
       npm run reviews -- accept NUMBER
       npm run reviews -- change NUMBER [--service CODE] [--place "ADDRESS"]
       npm run reviews -- refuse NUMBER --reason "what the resident reads"
NUMBER is the reference (BOS-XXXX-XXXX) or the review's id. --agent NAME says who decided (default: the shell's user).`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    service: { type: 'string' },
    place: { type: 'string' },
    reason: { type: 'string' },
    agent: { type: 'string' },
  },
})
const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
const [verb, number] = positionals

if (verb === 'list') await withLedger(list)
else if (number === undefined) usage(help)
else if (verb === 'show')
  await withLedger(async (store) => void process.stdout.write(show(await find(store, number))))
else if (verb === 'accept' || verb === 'change' || verb === 'refuse')
  await withLedger((store) => settle(store, verb, number))
else usage(help)

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
  return (await store.review(wanted)) ?? usage(`No open review ${wanted}.`)
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

async function settle(
  store: OpenStore,
  action: 'accept' | 'change' | 'refuse',
  wanted: string,
): Promise<void> {
  const review = await find(store, wanted)
  const code = text(values.service)
  if (code !== undefined && !bostonPolicy.services.has(code))
    usage(`${code} is no service. One of: ${bostonServices.map((s) => s.code).join(' ')}`)
  const typed = text(values.place)
  const place = typed === undefined ? undefined : placeOf(typed)
  const reason = text(values.reason)
  if (action === 'refuse' && reason === undefined) usage('A refusal needs --reason: the resident reads it.')
  if (action === 'change' && code === undefined && place === undefined)
    usage('A change needs --service or --place.')
  if (action !== 'refuse' && (code ?? review.request.service_code) === null)
    usage('It has no service yet: use change --service CODE.')
  const decision = Decision.parse({
    requestId: review.request.id,
    action,
    ...(code === undefined ? {} : { code }),
    ...(place === undefined ? {} : { place }),
    ...(reason === undefined ? {} : { note: reason }),
    agent: text(values.agent) ?? userInfo().username,
  })
  const outcome = await store.turn({ kind: 'decision', decision }, (input) =>
    decisionTurn(bostonPolicy, Date.now(), decision, input),
  )
  if (outcome.outcome !== 'taken' || outcome.effects.length === 0) usage('Someone else decided it first.')
  // A running worker finds the effects by its sweep.
  process.stdout.write(
    `${review.request.reference}: ${action === 'refuse' ? 'refused' : 'on its way to the case system'}; the resident will hear of it.\n`,
  )
}

function placeOf(typed: string): Place {
  const found = bostonPlaces()(typed, { expecting: 'location' })[0]?.value
  return found ?? usage(`"${typed}" is no place of the gazetteer.`)
}
