import { describe, expect, it } from 'vitest'
import { step } from '../../src/core/dialog.ts'
import type { InboundMessage } from '../../src/core/request.ts'
import type { ConversationState } from '../../src/core/turn.ts'
import { emptyState } from '../../src/core/turn.ts'
import type { Understanding } from '../../src/core/understanding.ts'
import {
  at,
  created,
  elm,
  event,
  filedRequest,
  message,
  nowhere,
  policy,
  problem,
  says,
  sure,
  understood,
} from '../support/dialog.ts'

/** One message on the phone. */
function hear(
  state: ConversationState,
  understanding: Partial<Understanding>,
  more: Partial<InboundMessage> = {},
  requests: Parameters<typeof event>[1] = {},
) {
  const base = event(understood(understanding), requests)
  const heard = { ...base, message: message('words', { ...more, id: base.message.id, channel: 'voice' }) }
  return step(state, heard, policy, 'voice')
}

describe('words that a machine heard', () => {
  it('are read back before anything is filed, however sure they are', () => {
    const first = hear(emptyState, { problems: [problem('pothole', at(elm, 0.99), 0.99)] })
    expect(says(first)).toEqual(['confirm'])
    expect(created(first)).toEqual([])
    const second = hear(first.state, { intent: sure('yes') })
    expect(says(second)).toEqual(['filed'])
    expect(created(second)).toMatchObject([{ state: 'filing', service_code: 'pothole', place: elm }])
  })
  it('are read back as well where they answer a question', () => {
    const asked = hear(emptyState, { problems: [problem('pothole', nowhere)] })
    expect(says(asked)).toEqual(['ask-location'])
    const named = hear(asked.state, { problems: [problem(null, at(elm, 0.99))] })
    expect(says(named)).toEqual(['confirm'])
  })
  it('of a message are not: who writes sees what they wrote', () => {
    const turn = step(
      emptyState,
      event(understood({ problems: [problem('pothole', at(elm, 0.99))] })),
      policy,
      'sms',
    )
    expect(turn.effects.map(({ kind }) => kind)).toContain('file')
  })
})

describe('words that were heard badly', () => {
  const unsure = { unsure: true } as const
  it('are kept, and asked again', () => {
    const turn = hear(emptyState, { problems: [problem('pothole', at(elm))] }, unsure)
    expect(says(turn)).toEqual(['not-understood'])
    expect(turn.state.drafts).toMatchObject([{ text: 'words', category: { value: null } }])
    const gone = step(
      turn.state,
      { type: 'idle', seed: 'seed99999999', now: 1_800_000_100_000 },
      policy,
      'voice',
    )
    expect(created(gone)).toMatchObject([{ state: 'review', description: 'words' }])
  })
  it('are danger where they surely are, and noise where they hardly are', () => {
    const danger = (confidence: number) =>
      hear(emptyState, { safety: sure('emergency' as const, confidence) }, unsure)
    expect(says(danger(0.9))[0]).toBe('emergency')
    expect(says(danger(0.4))).toEqual(['not-understood'])
  })
  it('bring a person where one is wanted, and end nothing', () => {
    expect(says(hear(emptyState, { intent: sure('agent' as const) }, unsure))).toEqual(['agent-called'])
    const stop = hear(emptyState, { intent: sure('stop' as const) }, unsure)
    expect(stop.consent).toBeNull()
  })
})

describe('a number wanted elsewhere', () => {
  const onward = { channel: 'sms', resident: '+16175550123', ours: '+16175550100' } as const
  const view = filedRequest()
  it('is sent there, and what is open stays open', () => {
    const open = hear(emptyState, { problems: [problem('graffiti', nowhere)] })
    const turn = hear(open.state, {}, { onward }, { requests: [view] })
    expect(turn.state).toEqual(open.state)
    expect(turn.effects).toMatchObject([
      { kind: 'reply', requestId: view.id, elsewhere: onward, reply: { speech: { say: 'number-sent' } } },
    ])
  })
  it('is none where nothing was reported', () => {
    expect(says(hear(emptyState, {}, { onward }))).toEqual(['status-none'])
  })
})

describe('the language that a resident chose', () => {
  it('is the one they are answered in, whatever the words look like', () => {
    const turn = hear(
      emptyState,
      { language: sure('en'), problems: [problem(null, nowhere)] },
      { language: 'es' },
    )
    expect(turn.state.language).toBe('es')
  })
})

describe('an answer by a key', () => {
  const pressed = { pressed: true } as const
  it('settles what was asked, and is none of the words of the report', () => {
    const first = hear(emptyState, { problems: [problem('pothole', at(elm, 0.99), 0.99)] })
    const second = hear(first.state, { intent: sure('yes') }, pressed)
    expect(created(second)).toMatchObject([{ state: 'filing', description: 'words' }])
    const spoken = hear(first.state, { intent: sure('yes') })
    expect(created(spoken)).toMatchObject([{ description: 'words\nwords' }])
  })
  it('that is no leaves no words with a filed request either', () => {
    const turn = hear(emptyState, { intent: sure('no') }, pressed, { requests: [filedRequest()] })
    expect(says(turn)).toEqual(['ask-correction'])
    expect(JSON.stringify(turn.writes)).not.toContain('addText')
  })
})

describe('a place that is read back', () => {
  it('is read back as often as it is given anew: that is no question in vain', () => {
    let state = emptyState
    const said: string[] = []
    for (let round = 0; round < 3; round++) {
      const named = hear(state, { problems: [problem('pothole', at(elm, 0.99), 0.99)] })
      const no = hear(named.state, { intent: sure('no') })
      said.push(...says(named), ...says(no))
      state = no.state
    }
    expect(said).toEqual([
      ...['confirm', 'ask-location', 'confirm', 'ask-location', 'confirm', 'ask-location'],
    ])
  })
})

describe('"no" to what waits for a person', () => {
  const waiting = filedRequest({ state: 'review', reason: 'place-unclear', place: null })
  it('asks what is wrong, and an answer goes to it', () => {
    const no = hear(emptyState, { intent: sure('no') }, {}, { requests: [waiting] })
    expect(says(no)).toEqual(['ask-correction'])
    const named = hear(no.state, { problems: [problem(null, at(elm, 0.99))] }, {}, { requests: [waiting] })
    expect(says(named)).toEqual(['filed'])
    const words = hear(no.state, {}, {}, { requests: [waiting] })
    expect(says(words)).toEqual(['added'])
  })
  it('says 911 again where there is danger', () => {
    const danger = { ...waiting, safety: 'emergency' as const, reason: 'emergency' as const }
    const no = hear(emptyState, { intent: sure('no') }, {}, { requests: [danger] })
    expect(says(no)).toEqual(['emergency'])
  })
})

describe('"no, thank you" after a report', () => {
  it('makes no comment of it', () => {
    const turn = hear(
      emptyState,
      { intent: sure('no'), problems: [problem('comment', nowhere, 0.6)] },
      {},
      { requests: [filedRequest()] },
    )
    expect(says(turn)).toEqual(['ask-correction'])
    expect(JSON.stringify(turn.writes)).not.toContain('service_code')
  })
})
