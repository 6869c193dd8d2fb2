/**
 * Plays Slack as its documentation says: takes cards and modals, delivers what people do with them.
 * @module
 */
import { agentOf } from './agent.ts'
import { deliverByHttp } from './deliver.ts'
import { slackState } from './state.ts'
import type { Delivered, Fault, Outgoing, SlackPlayer, SlackPlayerOptions } from './types.ts'
import { type ApiState, webApi } from './web-api.ts'

const team = 'T0SANDBOX'
/** https://docs.slack.dev/apis/events-api#retries */
const eventTries = 4

export function slackPlayer(options: SlackPlayerOptions): SlackPlayer {
  const state = slackState(options.clock)
  const faults: Fault[] = []
  const calls: string[] = []
  const api: ApiState = { options, state, faults, calls, team, away: false, limited: false }
  let last: Outgoing | null = null

  const carry = (outgoing: Outgoing): Promise<Delivered> =>
    options.transport == null ? deliverByHttp(options, outgoing) : options.transport.deliver(outgoing)
  function deliver(outgoing: Outgoing): Promise<Delivered> {
    last = outgoing
    return carry(outgoing)
  }

  return {
    app: webApi(api),
    botToken: options.botToken,
    team,
    messages: (channel) => state.messages().filter((m) => channel === undefined || m.channel === channel),
    say: (channel, text) => state.post({ channel, text, blocks: [], metadata: null }).ts,
    remove: state.remove,
    agent: (userId) => agentOf({ state, team, apiUrl: options.apiUrl, deliver }, userId),
    deliver,
    redeliver() {
      if (last === null) throw new Error('nothing was delivered yet')
      return carry(last)
    },
    async event(event) {
      const payload = { type: 'event_callback', team_id: team, event_id: `Ev${state.stamp()}`, event }
      const tries: Delivered[] = []
      for (let num = 0; num < eventTries; num += 1) {
        const retry = num === 0 ? {} : { retry: { num, reason: 'http_error' } }
        const answer = await deliver({ kind: 'event', payload, ...retry })
        tries.push(answer)
        if (answer.problem === null) break
      }
      return tries
    },
    fault(fault, times = 1) {
      for (let n = 0; n < times; n += 1) faults.push(fault)
    },
    away(away) {
      api.away = away
    },
    limit(on) {
      api.limited = on
    },
    calls: () => [...calls],
    watch: state.watch,
  }
}
