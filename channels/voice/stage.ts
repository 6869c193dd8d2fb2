/**
 * The document in the making: what is said in it, what is listened for, and where Twilio comes back to.
 * @module
 */
import type { Expected, PlainPrompt, Utterance } from '../../src/core/ivr.ts'
import type { HttpAnswer } from '../../src/core/ports.ts'
import type { Place } from '../../src/core/understanding.ts'
import type { Answering } from './answering.ts'
import { type Call, queryOf } from './call.ts'
import { isKeyedRoom } from './keyed-place.ts'
import { keysIn, silenceIn } from './rooms.ts'
import { paths, type VoiceRaw } from './schema.ts'
import { type Document, gather, joined, newDocument, speak } from './twiml.ts'

export type Stage = ReturnType<typeof stageOf>

export function stageOf({ call }: Pick<VoiceRaw, 'call'>, { ivr, recordings, publicUrl }: Answering) {
  const document: Document = newDocument()

  /** Speaks and listens; what was heard comes to us with the state of the call. */
  function listen(
    change: Partial<Call>,
    says: readonly Utterance[],
    expects: Expected = { about: 'open' },
    near: Place | null = null,
  ): HttpAnswer {
    const { keyed: place, ...rest } = { ...call, ...change, step: call.step + 1 }
    const entering = isKeyedRoom(rest.at)
    const next: Call = entering && place !== undefined ? { ...rest, keyed: place } : rest
    // What is keyed in is not mixed up with what is said in the room.
    const voice = entering ? null : ivr.voiceOf(next.language)
    const hasHints = voice !== null && next.at !== 'menu' && next.at !== 'languages'
    const verb = gather(document, {
      action: url('heard', next),
      voice,
      keys: keysIn(next.at),
      hints: hasHints ? ivr.hints(next.language, expects, near) : [],
      silenceS: silenceIn(next.at),
      hearsSilence: true,
    })
    say(says, verb)
    return done()
  }

  function end(prompt?: PlainPrompt): HttpAnswer {
    if (prompt !== undefined) say(plain(prompt))
    document.hangup()
    return done()
  }

  /** Where a language has neither voice nor recordings, English: what else is there to say it with. */
  function plain(prompt: PlainPrompt, language = call.language): readonly Utterance[] {
    const speaks = ivr.voiceOf(language) !== null || recordings !== null
    return ivr.plain(speaks ? language : 'en', prompt)
  }

  function say(says: readonly Utterance[], to: Parameters<typeof speak>[0] = document): void {
    for (const utterance of joined(says)) speak(to, utterance, recordings)
  }

  function url(
    door: 'heard' | 'dialled' | 'queued' | 'waiting' | 'recorded' | 'recording',
    call: Call | null,
  ): string {
    const root = (publicUrl ?? '').replace(/\/+$/, '')
    return `${root}${paths[door]}${call === null ? '' : `?${queryOf(call)}`}`
  }

  function done(): HttpAnswer {
    return {
      status: 200,
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: document.toString(),
    }
  }

  return { document, listen, end, plain, say, url, done }
}
