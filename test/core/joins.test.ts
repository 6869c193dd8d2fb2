/** Files for one request, from whoever has a link to it. */
import { expect, it } from 'vitest'
import { step } from '../../src/core/dialog.ts'
import type { RequestView } from '../../src/core/turn.ts'
import { emptyState } from '../../src/core/turn.ts'
import {
  at,
  changed,
  created,
  elm,
  event,
  filedRequest,
  message,
  policy,
  problem,
  says,
  understood,
} from '../support/dialog.ts'

const file = { id: 'med_00000001', url: 'inline:med_00000001', announcedType: 'image/jpeg' } as const
/** A photo of a pothole far from the request, which a text message would make a request of its own. */
function send(named: readonly RequestView[]) {
  const elsewhere = { ...at({ ...elm, lat: 42.37 }), mention: null }
  const photo = { id: file.id, kind: 'photo', point: { lat: 42.37, lon: elm.lon } } as const
  return step(
    emptyState,
    event(understood({ problems: [problem('pothole', elsewhere)] }), {
      message: message('', { channel: 'web', media: [file], joins: 'BOS-7K3M-Q2XA' }),
      media: [photo],
      named,
    }),
    policy,
    'web',
  )
}

it.each([
  ['filed', ['amend', 'reply']],
  ['filing', ['amend', 'reply']],
  ['review', ['reply']],
] as const)('joins a request that is %s, days later and from miles away', (state, effects) => {
  const request = filedRequest({ state, changedAt: 1_700_000_000_000 })
  const turn = send([request])
  expect(changed(turn)).toMatchObject([{ requestId: request.id, patch: { addMediaIds: [file.id] } }])
  expect(turn.effects.map(({ kind }) => kind)).toEqual(effects)
  expect([says(turn), created(turn)]).toEqual([['added'], []])
})

it.each(['closed', 'cancelled', 'refused'] as const)('changes nothing of one that is %s', (state) => {
  const turn = send([filedRequest({ state })])
  expect([says(turn), turn.writes]).toEqual([['status'], []])
})

it('is no receipt where there is danger, and nothing where there is no such request', () => {
  expect(says(send([filedRequest({ state: 'review', safety: 'emergency' })]))).toEqual(['emergency'])
  const unknown = send([])
  expect([says(unknown), unknown.writes]).toEqual([['status-unknown'], []])
})
