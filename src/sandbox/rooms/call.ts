import type { Booth, CallView } from '../twilio-voice/index.ts'
import type { Entry, Room } from './room.ts'

const keypad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'].map((key) => ({
  value: `press ${key}`,
  label: key,
}))

/** A telephone that calls: keys, words typed or spoken, silence, hanging up. */
export function callRoom(booth: Booth): Room {
  const current = (from: string): CallView | undefined => booth.list().find((call) => call.from === from)
  return {
    path: 'call',
    title: 'Call',
    lead: 'Call 311 from a make-believe phone. What you type is taken for spoken; what 311 says can be read aloud.',
    people: [
      { id: '+16175550141', label: 'Phone A' },
      { id: '+16175550142', label: 'Phone B' },
      { id: 'anonymous', label: 'No caller ID' },
    ],
    send: null,
    spoken: true,
    fields: [
      { kind: 'line', name: 'speech', label: 'Say', hint: 'There is a pothole at 45 Elm Street' },
      {
        kind: 'buttons',
        name: 'act',
        label: 'The call',
        buttons: [
          { value: 'speak', label: 'Say it' },
          { value: 'dial', label: 'Call 311' },
          { value: 'hang-up', label: 'Hang up' },
        ],
      },
      { kind: 'buttons', name: 'act', label: 'Keypad', buttons: keypad },
      {
        kind: 'buttons',
        name: 'act',
        label: 'More',
        buttons: [
          { value: 'wait', label: 'Say nothing' },
          { value: 'leave-message', label: 'Leave a message' },
        ],
      },
    ],
    tries: [],
    entries(as) {
      return booth
        .list()
        .filter((call) => call.from === as)
        .toReversed()
        .flatMap((call): readonly Entry[] => [
          { id: `${call.id}-call`, who: 'note', head: null, text: 'The phone rings at 311.', files: [] },
          ...call.lines.map(
            (line, n): Entry => ({
              id: `${call.id}-${n}`,
              who: line.who,
              head: null,
              text: line.text,
              files: [],
            }),
          ),
          ...(call.saying === ''
            ? []
            : [
                {
                  id: `${call.id}-${call.lines.length}`,
                  who: '311' as const,
                  head: null,
                  text: call.saying,
                  files: [],
                },
              ]),
          ...(isOver(call)
            ? [
                {
                  id: `${call.id}-over`,
                  who: 'note' as const,
                  head: null,
                  text: 'The call is over.',
                  files: [],
                },
              ]
            : []),
        ])
    },
    async take(as, { values }) {
      const { act = 'speak', speech = '' } = values
      const call = current(as)
      try {
        if (act === 'dial') {
          if (call !== undefined && !isOver(call)) return 'You are on the phone already.'
          await booth.dial(as)
          return null
        }
        if (call === undefined || isOver(call)) return 'Call 311 first.'
        if (act === 'speak') {
          if (speech.trim() === '') return 'There is nothing to say in the field.'
          await booth.act(call.id, { do: 'speak', text: speech })
        } else if (act.startsWith('press ')) await booth.act(call.id, { do: 'press', keys: act.slice(6) })
        else if (act === 'wait' || act === 'hang-up' || act === 'leave-message')
          await booth.act(call.id, { do: act })
        return null
      } catch (thrown) {
        return thrown instanceof Error ? thrown.message : 'That is not possible now.'
      }
    },
  }
}

const isOver = ({ state }: CallView): boolean => state === 'ended'
