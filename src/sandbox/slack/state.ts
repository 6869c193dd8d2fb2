/**
 * What Slack remembers: messages, modals, triggers, whispers. In memory, bounded.
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { Block, Metadata, View } from './block-kit.ts'
import type { PlayedMessage, PlayedView, Whisper } from './types.ts'

/** A trigger lives this long, once. https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
const triggerMs = 3_000
const maxMessages = 5_000
const maxWhispers = 500

export function slackState(clock: { now(): number }) {
  const messages = new Map<string, PlayedMessage>()
  const views = new Map<string, PlayedView>()
  const triggers = new Map<string, { readonly user: string; readonly until: number; used: boolean }>()
  const whispers: Whisper[] = []
  const listeners = new Set<() => void>()
  let lastStamp = 0
  const tell = () => {
    for (const listener of listeners) listener()
  }
  /** `1700000000.000100`: unique, and it grows. Unix seconds. */
  function stamp(): string {
    lastStamp = Math.max(clock.now() * 1000, lastStamp + 1)
    return `${Math.floor(lastStamp / 1e6)}.${String(lastStamp % 1e6).padStart(6, '0')}`
  }
  const random = (bytes: number) => randomBytes(bytes).toString('hex').toUpperCase()

  return {
    stamp,
    watch(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    messages: (): readonly PlayedMessage[] => [...messages.values()],
    message: (ts: string) => messages.get(ts) ?? null,
    post(message: {
      readonly channel: string
      readonly text: string
      readonly blocks: readonly Block[]
      readonly metadata: Metadata | null
    }): PlayedMessage {
      const posted = { ...message, ts: stamp(), edits: 0 }
      messages.set(posted.ts, posted)
      if (messages.size > maxMessages) messages.delete(messages.keys().next().value ?? '')
      tell()
      return posted
    },
    change(ts: string, change: Pick<PlayedMessage, 'text' | 'blocks' | 'metadata'>): void {
      const before = messages.get(ts)
      if (before === undefined) return
      messages.set(ts, { ...before, ...change, edits: before.edits + 1 })
      tell()
    },
    remove(ts: string): void {
      messages.delete(ts)
      tell()
    },
    whisper(whisper: Omit<Whisper, 'ts'>): string {
      const ts = stamp()
      whispers.push({ ...whisper, ts })
      if (whispers.length > maxWhispers) whispers.shift()
      tell()
      return ts
    },
    whispers: (user: string) => whispers.filter((w) => w.user === user),
    unwhisper(ts: string): void {
      const at = whispers.findIndex((w) => w.ts === ts)
      if (at >= 0) whispers.splice(at, 1)
      tell()
    },
    trigger(user: string): string {
      const id = `${random(3)}.${random(3)}.${random(8)}`
      triggers.set(id, { user, until: clock.now() + triggerMs, used: false })
      if (triggers.size > 500) triggers.delete(triggers.keys().next().value ?? '')
      return id
    },
    /** Whose it is, or Slack's word for what is wrong with it. */
    exchange(id: string): { readonly user: string } | { readonly error: string } {
      const trigger = triggers.get(id)
      if (trigger === undefined) return { error: 'invalid_trigger_id' }
      if (trigger.used) return { error: 'exchanged_trigger_id' }
      if (trigger.until < clock.now()) return { error: 'expired_trigger_id' }
      trigger.used = true
      return { user: trigger.user }
    },
    /** One modal a person: a new one takes the place of the old one. */
    open(user: string, view: View): PlayedView {
      const opened = { id: `V${random(6)}`, hash: `${stamp()}.${random(3)}`, user, view, errors: {} }
      views.set(user, opened)
      tell()
      return opened
    },
    view: (id: string) => [...views.values()].find((v) => v.id === id) ?? null,
    viewOf: (user: string) => views.get(user) ?? null,
    replace(shown: PlayedView, view: View): PlayedView {
      const next = { ...shown, view, hash: `${stamp()}.${random(3)}`, errors: {} }
      views.set(shown.user, next)
      tell()
      return next
    },
    complain(shown: PlayedView, errors: Readonly<Record<string, string>>): void {
      views.set(shown.user, { ...shown, errors })
      tell()
    },
    close(user: string): void {
      views.delete(user)
      tell()
    },
  }
}
export type SlackState = ReturnType<typeof slackState>
