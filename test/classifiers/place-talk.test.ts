/**
 * Answers to the questions that the dialog asks about places, through the real classifiers and the real dialog.
 * @module
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { understandBoston } from '../../src/app/understanding.ts'
import { step } from '../../src/core/dialog.ts'
import type { MessageId } from '../../src/core/request.ts'
import type { Turn } from '../../src/core/turn.ts'
import { hintsOf } from '../../workers/hints.ts'
import { created, empty, event, message, policy, restartClock, says } from '../support/dialog.ts'

const read = understandBoston()
beforeAll(restartClock)

/** The last turn of a conversation in which a resident says these things. */
function lastOf(...texts: readonly string[]): Turn {
  let last: Turn | undefined
  texts.forEach((text, at) => {
    const state = last?.state ?? empty
    const said = message(text, { id: `msg_talk0000${at}` as MessageId })
    const understanding = read(text, hintsOf({ state, media: [], message: said, requests: [] }))
    last = step(state, event(understanding, { message: said }), policy, 'sms')
  })
  if (last === undefined) throw new Error('nothing was said')
  return last
}

describe('"which Washington St?"', () => {
  it.each([
    '400 Washington St, Dorchester',
    '400 Washington St Dorchester',
    '400, Dorchester',
    'number 400 in Dorchester',
  ])('%j files the address at once', (text) => {
    const turn = lastOf('pothole on Washington St', text)
    expect(says(turn)).toEqual(['filed'])
    expect(created(turn)[0]?.place).toMatchObject({
      address: '400 Washington St',
      neighborhood: 'Dorchester',
    })
  })
  it.each([
    ['the one in Roxbury', 'Roxbury'],
    ['el de Roxbury', 'Roxbury'],
    ['sa ki nan Dorchester', 'Dorchester'],
    ['Dorchester的那个', 'Dorchester'],
    ['02124', 'Dorchester'],
  ])('%j chooses the street, and its number is asked', (text, neighborhood) => {
    const turn = lastOf('pothole on Washington St', text)
    expect(says(turn)).toEqual(['ask-number'])
    expect(turn.state.drafts[0]?.location.value).toMatchObject({ address: 'Washington St', neighborhood })
  })
  it.each(['no, 42', '400'])('%j keeps the number and asks which', (text) => {
    const turn = lastOf('pothole on Washington St', text)
    expect(says(turn)).toEqual(['choose-place'])
    expect(turn.state.drafts[0]?.location.value?.address).toMatch(/^\d+ Washington St$/)
    const chosen = created(lastOf('pothole on Washington St', text, '1'))[0]
    expect(chosen?.place?.address).toBe(turn.state.drafts[0]?.location.value?.address)
  })
  it.each(['both', 'not sure', "I don't know the number", 'no sé', 'm pa konnen', '不知道'])(
    '%j loses nothing',
    (text) => {
      const turn = lastOf('pothole on Washington St', text)
      expect(says(turn)).toEqual(['choose-place'])
      expect(turn.state.drafts[0]?.location.value?.address).toBe('Washington St')
    },
  )
  it('hears another complaint, and asks on', () => {
    const turn = lastOf('pothole on Washington St', 'streetlight out at 24 Adams St Dorchester')
    expect(says(turn)).toEqual(['filed', 'choose-place'])
    expect(created(turn)[0]).toMatchObject({ service_code: 'street-light-out' })
  })
})

describe('"where on Adams St?"', () => {
  const first = 'pothole on Adams St in Dorchester'
  it.each(['300', 'no, 300', 'el 300', 'nimewo 300', '300号', 'across from 300', '300 Adams'])(
    '%j files the address',
    (text) => {
      const turn = lastOf(first, text)
      expect(says(turn)).toEqual(['filed'])
      expect(created(turn)[0]?.place?.address).toBe('300 Adams St')
    },
  )
  it.each(['near Gallivan', 'Adams and Ashmont'])('%j files the corner', (text) => {
    const turn = lastOf(first, text)
    expect(says(turn)).toEqual(['filed'])
    expect(created(turn)[0]?.place?.kind).toBe('intersection')
  })
  it.each(['02122', 'Dorchester', 'in front of the church', 'no sé el número', '不知道门牌号'])(
    '%j keeps the street',
    (text) => {
      const turn = lastOf(first, text)
      expect(says(turn)).toEqual(['ask-number'])
      expect(turn.state.drafts[0]?.location.value?.address).toBe('Adams St')
    },
  )
})
