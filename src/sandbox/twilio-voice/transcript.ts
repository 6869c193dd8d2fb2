/**
 * What was said in a call, as lines.
 * @module
 */
import type { CallEvent } from './types.ts'

export interface SpokenLine {
  readonly who: 'resident' | '311'
  readonly text: string
}

/** Both sides in order; what one side says in a row is one line. */
export function spokenBy(events: readonly CallEvent[]): readonly SpokenLine[] {
  const lines: SpokenLine[] = []
  const add = (who: SpokenLine['who'], text: string): void => {
    const last = lines.at(-1)
    if (last?.who === who) lines[lines.length - 1] = { who, text: `${last.text} ${text}` }
    else lines.push({ who, text })
  }
  for (const event of events) {
    if (event.did === 'say') add('311', event.text)
    else if (event.did === 'play') add('311', `[recording ${event.url.split('/').slice(-2).join('/')}]`)
    else if (event.did === 'speak') add('resident', event.text)
    else if (event.did === 'press') add('resident', `[presses ${event.keys}]`)
    else if (event.did === 'silence') add('resident', '[says nothing]')
    else if (event.did === 'record') add('resident', `[leaves a message of ${event.seconds} seconds]`)
    else if (event.did === 'hang-up') add('resident', '[hangs up]')
    else if (event.did === 'dial') add('311', `[transfers the call: ${event.outcome}]`)
    else if (event.did === 'enqueue') add('311', `[puts the call in line: ${event.queue}]`)
    else if (event.did === 'dequeue') add('311', `[out of the line: ${event.result}]`)
    else if (event.did === 'drop') add('311', '[an application error has occurred]')
  }
  return lines
}

/** Seconds of prompts that the caller heard. */
export const spokenSeconds = (events: readonly CallEvent[]): number =>
  events.reduce((sum, event) => sum + ('seconds' in event && event.who === '311' ? event.seconds : 0), 0)
