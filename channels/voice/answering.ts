/** What answers depend on beside the call. @module */
import type { Ivr } from '../../src/core/ivr.ts'

export interface Answering {
  readonly ivr: Ivr
  /** Where a caller is transferred, E.164; null: they leave a message. */
  readonly agentPhone: string | null
  /** A line at Twilio in which callers wait for a person, by its name; null or absent: there is none. */
  readonly agentQueue?: string | null
  /** Folder of recordings, without a slash at its end; null: there are none. */
  readonly recordings: string | null
  /** Our root as Twilio reaches it; null: addresses are relative to its own request. */
  readonly publicUrl: string | null
  /** Undefined: no text messages. */
  readonly textsFrom?: string | null
}
