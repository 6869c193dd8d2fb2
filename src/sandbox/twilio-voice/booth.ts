/**
 * Telephones of the sandbox: calls by id, what is said in each, and what the caller may do now.
 * @module
 */
import { startCall } from './call.ts'
import type { SpokenLine } from './transcript.ts'
import { spokenBy, spokenSeconds } from './transcript.ts'
import type { CallOptions, Line, PlayedCall } from './types.ts'

/** A call as a page shows it. `saying` is what 311 says now; it joins `lines` once the caller acts. */
export interface CallView {
  readonly id: string
  readonly from: string
  readonly state: PlayedCall['state']
  readonly saying: string
  readonly lines: readonly SpokenLine[]
  /** Of prompts so far, reckoned. */
  readonly seconds: number
}
export type CallerAct =
  | { readonly do: 'press'; readonly keys: string }
  | { readonly do: 'speak'; readonly text: string }
  | { readonly do: 'wait' }
  | { readonly do: 'hang-up' }
  /** After the tone; without bytes, a second of silence. */
  | { readonly do: 'leave-message'; readonly bytes?: Uint8Array; readonly seconds?: number }

export interface Booth {
  /** Dials 311. */
  dial(from: string): Promise<CallView>
  /** Null: there is no such call. Throws where the call does not wait for that. */
  act(id: string, act: CallerAct): Promise<CallView | null>
  view(id: string): CallView | null
  /** Newest first. */
  list(): readonly CallView[]
}

const mostCalls = 100

export function callBooth(line: Line, options: Omit<CallOptions, 'from' | 'sid'>): Booth {
  const calls = new Map<string, { readonly call: PlayedCall; readonly from: string }>()
  const viewOf = (id: string): CallView | null => {
    const found = calls.get(id)
    if (found === undefined) return null
    const { call, from } = found
    return {
      id,
      from,
      state: call.state,
      saying: call.saying,
      lines: spokenBy(call.events),
      seconds: Math.round(spokenSeconds(call.events)),
    }
  }
  return {
    async dial(from) {
      const call = await startCall(line, { ...options, from })
      calls.set(call.sid, { call, from })
      if (calls.size > mostCalls) calls.delete(calls.keys().next().value ?? '')
      const view = viewOf(call.sid)
      if (view === null) throw new Error('the call was lost')
      return view
    },
    async act(id, act) {
      const call = calls.get(id)?.call
      if (call === undefined) return null
      if (act.do === 'press') await call.press(act.keys)
      else if (act.do === 'speak') await call.speak(act.text)
      else if (act.do === 'wait') await call.silence()
      else if (act.do === 'hang-up') await call.hangUp()
      else
        await call.leaveMessage(act.bytes ?? silentRecording(), {
          ...(act.seconds !== undefined && { seconds: act.seconds }),
        })
      return viewOf(id)
    },
    view: viewOf,
    list: () => [...calls.keys()].toReversed().flatMap((id) => viewOf(id) ?? []),
  }
}

/** A second of silence that players open: WAV, 8 kHz, one channel, 8 bits. http://soundfile.sapp.org/doc/WaveFormat/ */
export function silentRecording(): Uint8Array {
  const [rate, headerBytes] = [8_000, 44]
  const file = Buffer.alloc(headerBytes + rate, 0x80)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + rate, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate, 28)
  file.writeUInt16LE(1, 32)
  file.writeUInt16LE(8, 34)
  file.write('data', 36)
  file.writeUInt32LE(rate, 40)
  return file
}
