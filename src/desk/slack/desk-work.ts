/**
 * Asking the desk from a click: once per click, answered in words, never longer than Slack waits.
 * @module
 */
import { asAppError } from '../../core/errors.ts'
import type { Log } from '../../core/events.ts'
import type { Desk, DeskCommand } from '../../core/ports.ts'
import type { ReviewId } from '../../core/request.ts'
import { type Told, toldOfClaim, toldOfDecision, toldOfFailure } from './answers.ts'
import { agentOf } from './mrkdwn.ts'

/** What came of it. `done` false: nothing was. `failed`: the desk could not be asked; the same may be tried again. */
export interface Outcome {
  readonly done: boolean
  readonly failed: boolean
  readonly told: Told
}
/** A decision as a click says it. `click` makes the key: the same click twice is one decision. */
export interface Click extends Omit<DeskCommand, 'key' | 'surface' | 'agent'> {
  readonly click: readonly string[]
  readonly user: string
  /** What the agent did, once it is done. */
  readonly did: string
}
const longestKey = 200

export function deskWork({ desk, log }: { readonly desk: Desk; readonly log: Log }) {
  const failed = (thrown: unknown, what: string): Outcome => {
    const error = asAppError(thrown)
    const { code, providerCode } = error
    log(code === 'bug' ? 'error' : 'warn', 'surface.failed', { surface: 'slack', what, code, providerCode })
    return { done: false, failed: true, told: toldOfFailure(error) }
  }
  return {
    async decide({ click, user, did, ...command }: Click): Promise<Outcome> {
      const key = ['slack', ...click].join(':').slice(0, longestKey)
      try {
        const answer = await desk.decide({ ...command, key, surface: 'slack', agent: agentOf(user) })
        const done = answer.outcome === 'done'
        return { done, failed: false, told: toldOfDecision(answer, did) }
      } catch (thrown) {
        return failed(thrown, command.action)
      }
    },
    async claim(id: ReviewId, user: string, takeOver: boolean): Promise<Outcome> {
      try {
        const answer = await desk.claim(id, agentOf(user), takeOver)
        return { done: answer.outcome === 'done', failed: false, told: toldOfClaim(answer) }
      } catch (thrown) {
        return failed(thrown, 'claim')
      }
    },
    async release(id: ReviewId, user: string): Promise<void> {
      // A lease that is not given back ends by itself.
      await desk.release(id, agentOf(user)).catch((thrown: unknown) => failed(thrown, 'release'))
    },
  }
}
export type DeskWork = ReturnType<typeof deskWork>

/** What `work` comes to within `ms`, or null. The work goes on. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(() => resolve(null), ms)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
