/**
 * Plays residents against a running intake311 through its real webhook, as its carrier would, and listens.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ScriptedResident } from '../sandbox/residents.ts'
import type { Sample } from '../sandbox/samples.ts'
import type { RunningPlayer } from '../sandbox/twilio/index.ts'

/** One line of a conversation. */
export interface Line {
  readonly who: 'resident' | '311'
  readonly text: string
}

/** How long a reply may take, and how long silence lasts before the resident goes on. Milliseconds. */
const replyWithinMs = 15_000
const quietMs = 600

/** One resident's whole conversation. Throws where a message gets no answer within 15 s. */
export async function play(
  player: RunningPlayer,
  ours: string,
  resident: ScriptedResident,
  photos: readonly Sample[],
): Promise<readonly Line[]> {
  const lines: Line[] = []
  const heard = () => player.messages().filter((m) => m.direction !== 'inbound' && m.to === resident.phone)
  for (const step of resident.steps) {
    const before = heard().length
    const files = photos
      .filter((p) => p.name === step.photo)
      .map((p) => ({ type: 'image/jpeg', bytes: p.bytes }))
    await player.deliver({ from: resident.phone, to: ours, text: step.text, files })
    lines.push({
      who: 'resident',
      text: [files.length > 0 ? '[photo]' : '', step.text].filter(Boolean).join(' '),
    })
    const deadline = Date.now() + replyWithinMs
    while (heard().length === before) {
      if (Date.now() > deadline) throw new Error(`no answer within ${replyWithinMs} ms to: ${step.text}`)
      await sleep(25)
    }
    for (let known = -1; known !== heard().length; ) {
      known = heard().length
      await sleep(quietMs)
    }
    lines.push(
      ...heard()
        .slice(before)
        .map((m): Line => ({ who: '311', text: m.body })),
    )
  }
  return lines
}

/** As the README shows it. */
export function transcript(lines: readonly Line[]): string {
  return lines
    .map(
      ({ who, text }) =>
        `${who === '311' ? '     311' : 'resident'}: ${text.replaceAll('\n', '\n          ')}`,
    )
    .join('\n')
}
