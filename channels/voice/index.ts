/**
 * The telephone, through Twilio. The turn of what a caller says is taken in the request, and its answer is spoken.
 * @module
 */
import { AppError } from '../../src/core/errors.ts'
import { asVerified, type Channel } from '../../src/core/ports.ts'
import { isSigned } from '../_twilio/signature.ts'
import type { Answering } from './answering.ts'
import { inboundOf } from './message.ts'
import { answerTo } from './respond.ts'
import { paths, readVoice, type VoiceRaw } from './schema.ts'

/** All of it comes from the environment; see README.md for the variables. `authTokens`: several during a rotation. */
export interface VoiceConfig extends Answering {
  readonly authTokens: readonly string[]
}

/** A caller listens to no more at once: about a minute. Characters. */
const longestSpeech = 900

export function voiceChannel(config: VoiceConfig): Channel<VoiceRaw> {
  const { textsFrom, ivr, recordings } = config
  const messages = { ivr, hasRecordings: recordings !== null, ...(textsFrom !== undefined && { textsFrom }) }
  return {
    name: 'voice',
    can: {
      synchronous: true,
      public: false,
      media: false,
      proactive: false,
      rings: false,
      fits: (text) => text.length <= longestSpeech,
    },
    routes: Object.values(paths).map((path) => ({ method: 'POST', path })),
    async verify(request) {
      if (!isSigned(request, config))
        throw new AppError('bad-signature', "not signed with the account's token")
      return asVerified(request)
    },
    receive: readVoice,
    normalise: (raw) => inboundOf(raw, messages),
    respond: (raw, said) => answerTo(raw, said, config),
    async reply() {
      // The worker suppresses it before: whoever hung up is not called back by a machine.
      throw new AppError('provider-refused', 'a call that has ended takes no reply')
    },
  }
}
