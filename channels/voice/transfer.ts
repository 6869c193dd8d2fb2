/**
 * To a person, by phone or in a line, or to the machine that records where nobody is there.
 * @module
 */
import type { Utterance } from '../../src/core/ivr.ts'
import type { HttpAnswer } from '../../src/core/ports.ts'
import type { Language } from '../../src/core/understanding.ts'
import type { Answering } from './answering.ts'
import type { Call } from './call.ts'
import { phoneOf } from './caller.ts'
import { endOfLine, waitingIn, waitingS } from './line.ts'
import { cleanField, type VoiceRaw } from './schema.ts'
import type { Stage } from './stage.ts'
import { gather } from './twiml.ts'

/** Seconds. */
const ringS = 25
const longestMessageS = 180
const messageSilenceS = 6

export function transferOf(
  raw: VoiceRaw,
  { ivr, agentPhone, agentQueue = null }: Answering,
  { document, end, plain, say, url, done }: Stage,
) {
  const { call } = raw

  /** The call from here on, in this language. */
  function speaking(language: Language): Call {
    return { ...call, language, chosen: call.chosen || language !== call.language }
  }

  /** To a person, or to the machine that records. */
  function toPerson(before: readonly Utterance[] = [], language = call.language): HttpAnswer {
    if (agentQueue === null && agentPhone === null) return toMachine(before, language)
    say([...before, ...plain('connecting', language)])
    if (agentQueue === null) return dial(language)
    const [action, waitUrl] = [url('queued', speaking(language)), url('waiting', speaking(language))]
    document.enqueue({ action, method: 'POST', waitUrl, waitUrlMethod: 'POST' }, agentQueue)
    return done()
  }

  /** Where the caller stands, and a way out. The document ends, and Twilio asks for it again. */
  function inLine(): HttpAnswer {
    const { leaves, position } = waitingIn(raw.fields)
    if (leaves) {
      document.leave()
      return done()
    }
    const verb = gather(document, {
      ...{ action: url('waiting', call), voice: null, keys: 1, hints: [], silenceS: waitingS },
      // Asked for anew by Twilio, which then says where the caller stands.
      hearsSilence: false,
    })
    const where = position === null ? [] : ivr.inLine(call.language, position)
    say([...where, ...plain('queueStay'), ...plain('queueLeave')], verb)
    return done()
  }

  /** Out of the line, one way or another. */
  function afterLine(): HttpAnswer {
    switch (endOfLine(raw.fields)) {
      case 'over':
        return end()
      case 'elsewhere':
        return done()
      case 'message':
        return toMachine()
      case 'too-long':
        return toMachine(plain('nobody'))
      case 'failed':
        return agentPhone === null ? toMachine(plain('nobody')) : dial(call.language)
    }
  }

  function dial(language: Language): HttpAnswer {
    if (agentPhone === null) return toMachine([], language)
    const phone = phoneOf(raw.fields)
    const ours = cleanField(raw.fields, 'To')
    // A browser or a SIP phone has no number to show.
    const callerId = phone === null && /^\+\d{7,15}$/.test(ours) ? { callerId: ours } : {}
    const action = url('dialled', speaking(language))
    document.dial({ action, method: 'POST', timeout: ringS, answerOnBridge: true, ...callerId }, agentPhone)
    return done()
  }

  /** A recorded message, announced as one (M.G.L. c. 272, s. 99). What follows is heard by who says nothing. */
  function toMachine(before: readonly Utterance[] = [], language = call.language): HttpAnswer {
    say([...before, ...plain('record', language)])
    document.record({
      action: url('recorded', speaking(language)),
      method: 'POST',
      recordingStatusCallback: url('recording', null),
      recordingStatusCallbackMethod: 'POST',
      maxLength: longestMessageS,
      timeout: messageSilenceS,
      finishOnKey: '#',
      playBeep: true,
    })
    say(plain('nothingHeard', language))
    document.hangup()
    return done()
  }

  return { toPerson, toMachine, inLine, afterLine }
}
