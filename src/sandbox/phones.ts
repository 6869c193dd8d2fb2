/**
 * The phones of the sandbox and what stands on their screens. Kept in memory, bounded, gone when the process ends.
 * @module
 */

export interface Phone {
  /** E.164, from the numbers set aside for fiction (555-0100 to 555-0199). */
  readonly number: string
  readonly label: string
}

/** Where a message is on its way. `why` is set where it failed. */
export interface Progress {
  readonly state: 'sending' | 'sent' | 'delivered' | 'failed'
  readonly why: string | null
}

export interface Attachment {
  readonly id: string
  readonly label: string
  readonly type: string
}

/** One message on the screen of a phone. */
export interface Bubble {
  readonly id: string
  readonly phone: string
  readonly side: 'resident' | 'city'
  readonly text: string
  readonly attachments: readonly Attachment[]
  /** Unix milliseconds. */
  readonly at: number
  readonly progress: Progress
}

/** Something new on a screen. `id` grows by one with each. */
export interface ScreenEvent {
  readonly id: number
  readonly kind: 'bubble' | 'progress'
  readonly bubble: Bubble
}

export interface Phones {
  /** In the order they were added; never empty. */
  list(): readonly Phone[]
  /** The next free number, or null where all are taken. */
  add(): Phone | null
  canAdd(): boolean
  has(number: string): boolean
  screen(number: string): readonly Bubble[]
  /** Adds a message. Ignored for a number that is no phone of ours. */
  put(bubble: Bubble): void
  /** Later states win; what is not on a screen any more is ignored. */
  move(bubbleId: string, progress: Progress): void
  /** The number of the latest event; 0 before the first. */
  latest(): number
  /** Events after `id`, or null where some of them are forgotten. */
  after(id: number): readonly ScreenEvent[] | null
  /** Answers the way to stop. */
  watch(listener: (event: ScreenEvent) => void): () => void
}

const numbers = Array.from({ length: 10 }, (_, index) => `+1617555012${(index + 1) % 10}`)
const maxBubbles = 200
const maxEvents = 500
const ranks: Readonly<Record<Progress['state'], number>> = { sending: 0, sent: 1, delivered: 2, failed: 2 }

/** `atFirst` phones to begin with. `ours` is never given to a phone. */
export function sandboxPhones({
  ours,
  atFirst = 3,
}: {
  readonly ours: string
  readonly atFirst?: number
}): Phones {
  const free = numbers.filter((number) => number !== ours)
  const phones: Phone[] = []
  const screens = new Map<string, Bubble[]>()
  const events: ScreenEvent[] = []
  const listeners = new Set<(event: ScreenEvent) => void>()
  let lastEvent = 0

  function tell(kind: ScreenEvent['kind'], bubble: Bubble): void {
    lastEvent += 1
    const event = { id: lastEvent, kind, bubble }
    events.push(event)
    if (events.length > maxEvents) events.shift()
    for (const listener of listeners) listener(event)
  }

  function add(): Phone | null {
    const number = free.shift()
    if (number === undefined) return null
    const phone = { number, label: `Phone ${phones.length + 1}` }
    phones.push(phone)
    screens.set(number, [])
    return phone
  }
  for (let count = 0; count < atFirst; count += 1) add()

  return {
    list: () => [...phones],
    add,
    canAdd: () => free.length > 0,
    has: (number) => screens.has(number),
    screen: (number) => [...(screens.get(number) ?? [])],
    put(bubble) {
      const screen = screens.get(bubble.phone)
      if (screen === undefined) return
      screen.push(bubble)
      if (screen.length > maxBubbles) screen.shift()
      tell('bubble', bubble)
    },
    move(bubbleId, progress) {
      for (const screen of screens.values()) {
        const at = screen.findIndex(({ id }) => id === bubbleId)
        const before = screen[at]
        if (before === undefined) continue
        if (ranks[progress.state] <= ranks[before.progress.state]) return
        const bubble = { ...before, progress }
        screen[at] = bubble
        tell('progress', bubble)
        return
      }
    },
    latest: () => lastEvent,
    after(id) {
      const oldest = events[0]?.id ?? lastEvent + 1
      if (id > lastEvent || id < oldest - 1) return null
      return events.filter((event) => event.id > id)
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
