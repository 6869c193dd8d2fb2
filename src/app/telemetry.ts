/**
 * Log and metrics: every event of core/events.ts becomes a JSON line and, where it counts, a figure.
 * Labels are words of ours (channel, code, kind), never a resident's.
 * @module
 */
import pino from 'pino'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { EventName, Events, Log } from '../core/events.ts'
import type { Queue, Store } from '../core/ports.ts'

export interface Telemetry {
  readonly log: Log
  /** Prometheus text format 0.0.4. */
  metrics(): Promise<string>
  /** Adds the queue's depths and the ledger's counts to the metrics; whatever is away is left out. */
  watch(queue: Queue, store: Pick<Store, 'counts'>): void
}

export function telemetry(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Telemetry {
  // Asynchronous and buffered: a log line must not hold a webhook.
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ fd: 1, sync: false, minLength: 4096 }),
  )
  const flush = setInterval(() => logger.flush(), 250)
  flush.unref()
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const count = counters(registry)
  return {
    log: (lvl, event, fields) => {
      count(event, fields)
      logger[lvl]({ event, ...fields })
    },
    metrics: () => registry.metrics(),
    watch(queue, store) {
      const dead = new Gauge({
        name: 'intake_effects_dead',
        help: 'Effects that gave up and wait for an operator.',
        registers: [registry],
        async collect() {
          const counts = await store.counts().catch(() => null)
          if (counts === null) return
          dead.set(counts.deadEffects)
          open.set(counts.openReviews)
        },
      })
      const open = new Gauge({
        name: 'intake_reviews_open',
        help: 'Reviews that wait for an agent.',
        registers: [registry],
      })
      const depth = new Gauge({
        name: 'intake_queue_jobs',
        help: 'Jobs waiting, delayed or under way.',
        labelNames: ['queue'],
        registers: [registry],
        async collect() {
          const depths = await queue.depths().catch(() => null)
          for (const [name, jobs] of Object.entries(depths ?? {})) depth.set({ queue: name }, jobs)
        },
      })
    },
  }
}

function counters(registry: Registry): <E extends EventName>(event: E, fields: Events[E]) => void {
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers: [registry] })
  const messages = counter('intake_messages_total', 'Messages accepted for the first time.', ['channel'])
  const redelivered = counter('intake_redeliveries_total', 'Messages that came again.', ['channel'])
  const refused = counter('intake_refused_total', 'Deliveries turned away at the door.', ['channel', 'code'])
  const replies = counter('intake_replies_total', 'Replies handed to a provider.', [
    'channel',
    'say',
    'language',
  ])
  const putOff = counter('intake_updates_put_off_total', 'Updates that wait, by what for.', ['why'])
  const contacts = counter('intake_contacts_total', 'Owners of stated contacts, asked or not, or proven.', [
    'channel',
    'outcome',
  ])
  const cases = counter('intake_cases_total', 'Requests filed.', ['system'])
  const reviews = counter('intake_reviews_total', 'Reviews opened.', ['reason'])
  const failures = counter('intake_effect_failures_total', 'Tries of an effect that failed.', [
    'kind',
    'code',
    'dead',
  ])
  const decided = counter('intake_decisions_total', 'Reviews decided.', ['action', 'surface'])
  const cards = counter('intake_card_failures_total', 'Tries of a card outside that failed.', [
    'board',
    'code',
  ])
  const places = counter('intake_places_checked_total', 'Places held against the geocoder, by outcome.', [
    'outcome',
  ])
  const asked = counter('intake_geocoder_questions_total', 'Questions a geocoder answered.', ['what', 'from'])
  const unanswered = counter('intake_geocoder_failures_total', 'Questions a geocoder did not answer.', [
    'what',
    'code',
  ])
  const updates = counter('intake_updates_total', 'News of cases passed on.', ['system', 'what'])
  const turnedAway = counter('intake_surface_refused_total', 'Deliveries to a surface turned away.', [
    'surface',
    'code',
  ])
  const media = counter('intake_media_total', 'Files kept, by kind.', ['kind'])
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['channel', 'measure'], registers: [registry] })
  const understood = gauge('intake_understanding', 'Abstention, confidence and agreement up to yesterday.')
  const drifted = gauge('intake_understanding_drift', '1 where a measure is clearly worse than before.')
  const money = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['channel'], registers: [registry] })
  const spent = money('intake_spent_usd', 'What a channel has cost since midnight (UTC).')
  const estimate = money(
    'intake_spend_estimate_usd',
    'What it will have cost by the end of the day at this pace.',
  )
  const budget = money('intake_budget_usd', 'The most that it may cost in a day.')
  const stopped = counter('intake_budget_stops_total', 'Reads or replies that the budget held up.', [
    'channel',
    'purpose',
  ])
  const unpolled = counter('intake_poll_failures_total', 'A network could not be asked.', ['channel', 'code'])
  const missed = counter('intake_mentions_missed_total', 'More came at once than a network shows.', [
    'channel',
    'outcome',
  ])
  const turns = new Histogram({
    name: 'intake_turn_seconds',
    help: 'A turn, from lock to commit.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers: [registry],
  })
  const on: { [E in EventName]?: (f: Events[E]) => void } = {
    'delivery.accepted': (f) => {
      messages.inc({ channel: f.channel }, f.fresh)
      redelivered.inc({ channel: f.channel }, f.messages - f.fresh)
    },
    'delivery.refused': (f) => refused.inc({ channel: f.channel, code: f.code }),
    'reply.put-off': (f) => putOff.inc({ why: f.why }),
    'reply.sent': (f) => replies.inc({ channel: f.channel, say: f.say, language: f.language }),
    'contact.asked': (f) => contacts.inc({ channel: f.channel, outcome: 'asked' }),
    'contact.unasked': (f) => contacts.inc({ channel: f.channel, outcome: f.why }),
    'contact.proven': (f) => contacts.inc({ channel: f.channel, outcome: 'proven' }),
    'case.filed': (f) => cases.inc({ system: f.system }),
    'review.opened': (f) => reviews.inc({ reason: f.reason }),
    'effect.failed': (f) => failures.inc({ kind: f.kind, code: f.code, dead: String(f.dead) }),
    'review.decided': (f) => decided.inc({ action: f.action, surface: f.surface }),
    'card.failed': (f) => cards.inc({ board: f.board, code: f.code }),
    'place.checked': (f) => places.inc({ outcome: f.outcome }),
    'place.unchecked': () => places.inc({ outcome: 'away' }),
    'geocoder.asked': (f) => asked.inc({ what: f.what, from: f.from }),
    'geocoder.failed': (f) => unanswered.inc({ what: f.what, code: f.code }),
    'case.updated': (f) => updates.inc({ system: f.system, what: f.what }),
    'surface.refused': (f) => turnedAway.inc({ surface: f.surface, code: f.code }),
    'media.kept': (f) => media.inc({ kind: f.kind }),
    'understanding.measured': ({ channel, measure, is, alarm }) => {
      understood.set({ channel, measure }, is)
      drifted.set({ channel, measure }, alarm ? 1 : 0)
    },
    'budget.spent': ({ channel, spentUsd, budgetUsd, estimateUsd }) => {
      spent.set({ channel }, spentUsd)
      estimate.set({ channel }, estimateUsd)
      budget.set({ channel }, budgetUsd)
    },
    'budget.stopped': ({ channel, purpose }) => stopped.inc({ channel, purpose }),
    'poll.failed': ({ channel, code }) => unpolled.inc({ channel, code }),
    'mentions.cut': ({ channel }) => missed.inc({ channel, outcome: 'cut' }),
    'mentions.filled': ({ channel }) => missed.inc({ channel, outcome: 'filled' }),
    'mentions.lost': ({ channel }) => missed.inc({ channel, outcome: 'lost' }),
    'turn.taken': (f) => turns.observe(f.tookMs / 1_000),
  }
  return (event, fields) => on[event]?.(fields)
}
