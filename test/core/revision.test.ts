import { describe, expect, it } from 'vitest'
import { step } from '../../src/core/dialog.ts'
import type { MessageId } from '../../src/core/request.ts'
import type { ConversationState, Turn } from '../../src/core/turn.ts'
import {
  at,
  created,
  elm,
  empty,
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

const [first, second, edited]: readonly MessageId[] = ['msg_00000001', 'msg_00000002', 'msg_00000003']
const words = (id: MessageId | undefined, text: string, revises?: readonly (MessageId | undefined)[]) => ({
  seed: `${id}`.slice(4),
  message: message(text, {
    ...(id !== undefined && { id }),
    channel: 'social',
    ...(revises !== undefined && { revises: revises.flatMap((one) => one ?? []) }),
  }),
})
const hear = (state: ConversationState, ...[what, more]: Parameters<typeof event>): Turn =>
  step(state, event(what, more), policy, 'social')

const graffiti = understood({ problems: [problem('graffiti', nowhere)] })
const pothole = understood({ problems: [problem('pothole', at(elm))] })

describe('an edited post', () => {
  it('begins anew what was begun with the earlier one', () => {
    const begun = hear(empty, graffiti, words(first, 'graffiti'))
    expect(begun.state.drafts).toHaveLength(1)
    const turn = hear(begun.state, pothole, words(edited, 'pothole at 45 Elm St', [first]))
    expect(turn.writes).toMatchObject([
      { do: 'create', request: { service_code: 'pothole', description: 'pothole at 45 Elm St' } },
    ])
    expect(turn.state.drafts).toEqual([])
    expect(turn.state.question).toBeNull()
  })

  it('joins what other posts are part of, and nothing of those is lost', () => {
    const begun = hear(empty, graffiti, words(first, 'graffiti'))
    const more = hear(begun.state, understood(), words(second, 'it is everywhere'))
    const turn = hear(
      more.state,
      understood({ problems: [problem(null, at(elm))] }),
      words(edited, 'at 45 Elm St', [second]),
    )
    const [request] = created(turn)
    expect(request).toMatchObject({ service_code: 'graffiti', place: { address: '45 Elm St' } })
    expect(request?.message_ids).toEqual([first, second, edited])
  })

  it('of a request that is filed goes to an agent once, with both wordings', () => {
    const request = filedRequest({ messageIds: first === undefined ? [] : [first] })
    const edit = words(edited, 'pothole at 54 Elm St', [first])
    const turn = hear(empty, pothole, { ...edit, requests: [request] })
    expect(turn.writes).toMatchObject([
      { do: 'change', requestId: request.id, patch: { addText: 'pothole at 54 Elm St' } },
      { do: 'open-review', reason: 'change-after-filing' },
    ])
    expect(says(turn)).toEqual(['in-review'])
    const again = hear(empty, pothole, { ...edit, requests: [{ ...request, reason: 'change-after-filing' }] })
    expect(again.writes.map((write) => write.do)).toEqual(['change'])
  })

  it('of nothing that we know is a report like any other', () => {
    const turn = hear(empty, pothole, words(edited, 'pothole at 45 Elm St', [first]))
    expect(turn.writes).toMatchObject([{ do: 'create' }])
  })

  it('that tells of danger is answered with 911 first', () => {
    const danger = understood({ safety: sure('emergency') })
    expect(says(hear(empty, danger, words(edited, 'gas', [first])))[0]).toBe('emergency')
  })
})
