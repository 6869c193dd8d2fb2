/**
 * What a delivery holds for the dialog. Pure.
 * @module
 */
import type { Ivr } from '../../src/core/ivr.ts'
import type { Inbound } from '../../src/core/ports.ts'
import type { InboundMessage } from '../../src/core/request.ts'
import { mediaIdOf, messageIdOf } from '../message-id.ts'
import { storable } from '../storable.ts'
import { oursOf, phoneOf, residentOf } from './caller.ts'
import { heardIn, wordsOfKeys } from './hearing.ts'
import { cleanField, type VoiceRaw } from './schema.ts'
import { isTooOften } from './tries.ts'

export interface MessageSettings {
  readonly ivr: Ivr
  /** Whether recordings for languages without a voice are configured. */
  readonly hasRecordings: boolean
  /** The number that text messages come from, where it is fixed; null: the one that was dialled. Undefined: none is sent. */
  readonly textsFrom?: string | null
}

const ended: ReadonlySet<string> = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled'])

export function inboundOf(raw: VoiceRaw, settings: MessageSettings): readonly Inbound[] {
  const { door, fields } = raw
  switch (door) {
    case 'heard':
      return heardMessages(raw, settings)
    case 'recorded':
    case 'recording':
    case 'away':
      return recordedMessages(raw)
    case 'status':
      return ended.has(cleanField(fields, 'CallStatus').toLowerCase())
        ? [{ kind: 'left', resident: residentOf(fields), ours: oursOf(fields) }]
        : []
    case 'start':
    case 'dialled':
    case 'queued':
    case 'waiting':
    case 'fallback':
      return []
  }
}

/** Whose message it is, and which: the call and the number of the answer, the same on every try. */
function messageOf({ fields, call }: VoiceRaw, step: number, text: string): InboundMessage {
  const providerId = `${cleanField(fields, 'CallSid')}.${step}`
  return {
    id: messageIdOf('voice', providerId),
    channel: 'voice',
    providerId,
    from: residentOf(fields),
    to: oursOf(fields),
    text,
    media: [],
    point: null,
    keyword: null,
    answeredByProvider: false,
    ...(call.chosen ? { language: call.language } : {}),
    raw: storable(fields),
  }
}

function heardMessages(raw: VoiceRaw, settings: MessageSettings): readonly Inbound[] {
  const { call, fields } = raw
  const { ivr } = settings
  const heard = heardIn(raw, ivr)
  const say = (text: string, more: Partial<InboundMessage> = {}): readonly Inbound[] => [
    { kind: 'message', message: { ...messageOf(raw, call.step, text), ...more } },
  ]
  /** The message before, as it is known already: what was answered to it comes back, and nothing else happens. */
  const before = (): readonly Inbound[] =>
    call.last === 0 ? [] : [{ kind: 'message', message: messageOf(raw, call.last, '') }]
  const inVain = (): readonly Inbound[] =>
    isTooOften(call) ? say(wordsOfKeys.agent, { pressed: true }) : before()
  switch (heard.did) {
    case 'speak':
      return say(heard.text, 'pressed' in heard ? { pressed: true } : {})
    case 'key-number':
      return say(`${wordsOfKeys.status} ${heard.number}`, { keyed: heard.number })
    case 'mumble':
      return say(heard.text, { unsure: true })
    case 'choose-service':
      return say(ivr.wordsFor(heard.code))
    case 'want-agent':
      return say(wordsOfKeys.agent, { pressed: true })
    case 'want-text': {
      const phone = phoneOf(fields)
      const ours = settings.textsFrom ?? oursOf(fields)
      return phone === null || settings.textsFrom === undefined || call.last === 0
        ? before()
        : say('', { onward: { channel: 'sms', resident: phone, ours } })
    }
    case 'choose-language':
      // Nobody speaks it and nothing is recorded: a person.
      return ivr.voiceOf(heard.language) === null && !settings.hasRecordings
        ? say(wordsOfKeys.agent, { language: heard.language })
        : before()
    case 'nothing':
      // All is said: the call ends.
      if (call.at === 'after') return []
      return call.at === 'danger' ? say(wordsOfKeys.agent) : inVain()
    case 'slip':
      return call.at === 'danger' ? say(wordsOfKeys.agent) : inVain()
    case 'want-again':
      return before()
    case 'reenter':
      return isTooOften(call) ? say(wordsOfKeys.agent, { pressed: true }) : []
    case 'enter':
    case 'take-leave':
    case 'want-choices':
    case 'want-languages':
    case 'want-menu':
    case 'want-machine':
    case 'turn-page':
      return []
  }
}

/**
 * A recorded message. One that was left while we were away stands alone: nobody is asked about it. The file may be
 * there a moment later; the one who fetches it tries again.
 */
function recordedMessages(raw: VoiceRaw): readonly Inbound[] {
  const { door, fields } = raw
  const sid = cleanField(fields, 'RecordingSid')
  const url = cleanField(fields, 'RecordingUrl')
  if (sid === '' || url === '' || cleanField(fields, 'RecordingStatus').toLowerCase() === 'absent') return []
  const id = messageIdOf('voice', sid)
  const message: InboundMessage = {
    ...messageOf(raw, 0, ''),
    id,
    providerId: sid,
    media: [
      { id: mediaIdOf(id, 0), url: `${url.replace(/\.(?:wav|mp3)$/, '')}.mp3`, announcedType: 'audio/mpeg' },
    ],
    ...(door === 'away' && {
      stated: {
        service_code: null,
        address: null,
        attributes: {},
        contact: null,
        language: null,
        final: true,
      },
    }),
  }
  return [{ kind: 'message', message, unhurried: true }]
}
