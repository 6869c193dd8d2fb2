/**
 * Whole conversations through the whole stack, with the real classifiers. A question whether we understood may
 * come in between: `report` answers it, as a resident would.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answers } from '../../src/city/boston/answers/index.ts'
import type { TestApp } from '../support/app.ts'
import { ours, testApp } from '../support/app.ts'
import { brokenPhoto, otherFiles, photo } from '../support/photos.ts'
import type { Resident } from '../support/resident.ts'
import { referenceIn, resident } from '../support/resident.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

interface Row {
  readonly id: string
  readonly reference: string
  readonly state: string
  readonly service_code: string | null
  readonly description: string
  readonly safety: string
  readonly address: string | null
  readonly neighborhood: string | null
  readonly media: number
}
/** A resident's requests, oldest first, as the ledger has them. */
const requestsOf = ({ phone }: Resident): Promise<readonly Row[]> =>
  app.sql<Row>(
    `SELECT r.id, r.reference, r.state, r.service_code, r.description, r.safety, r.place ->> 'address' AS address,
       r.neighborhood, cardinality(r.media_ids) AS media
     FROM service_requests r JOIN conversations c ON c.id = r.conversation_id
     WHERE c.resident = $1 ORDER BY r.requested_at, r.id`,
    [phone],
  )
async function onlyRequestOf(someone: Resident): Promise<Row> {
  const [request, ...others] = await requestsOf(someone)
  expect(others).toEqual([])
  if (request === undefined) throw new Error(`no request; heard: ${someone.heard().join(' | ')}`)
  return request
}
/** The open review of a request. */
const reviewsOf = (request: Row) =>
  app.sql<{ reason: string; pinned: boolean }>(
    'SELECT reason, pinned FROM reviews WHERE request_id = $1 AND closed_at IS NULL',
    [request.id],
  )
const jpeg = async () => ({ type: 'image/jpeg', bytes: await photo() })
const pothole = 'pothole at 45 Elm St Jamaica Plain'
const graffiti = 'graffiti on the wall at 40 Westville St Dorchester'

describe('a report', () => {
  it('that comes as photo, then words, then address is one request', async () => {
    const someone = resident(app)
    const [first] = await someone.say('', await jpeg())
    expect(first).toMatch(/photo/i)
    const second = await someone.say('there is a huge pothole')
    expect(second.join()).toMatch(/Where is it/)
    await someone.report('45 Elm St Jamaica Plain')
    const request = await onlyRequestOf(someone)
    expect(request).toMatchObject({ service_code: 'pothole', state: 'filed', address: '45 Elm St', media: 1 })
    expect(request.description).toContain('huge pothole')
  })

  it('of two problems is two requests', async () => {
    const someone = resident(app)
    await someone.report(`${pothole}. also ${graffiti}`)
    const requests = await requestsOf(someone)
    expect(requests.map((r) => r.service_code).toSorted()).toEqual(['graffiti', 'pothole'])
    expect(requests.map((r) => r.address).toSorted()).toEqual(['40 Westville St', '45 Elm St'])
    for (const r of requests) expect(someone.heard().join('\n')).toContain(r.reference)
  })

  it('on a street of many neighborhoods is asked which, and filed at the one that the resident says', async () => {
    const someone = resident(app)
    const [question] = await someone.say('pothole in front of 100 washington st')
    expect(question).toMatch(/Which Washington St/)
    expect(question).toMatch(/Dorchester/)
    expect(await requestsOf(someone)).toEqual([])
    await someone.report('dorchester')
    expect(await onlyRequestOf(someone)).toMatchObject({
      service_code: 'pothole',
      state: 'filed',
      address: '100 Washington St',
      neighborhood: 'Dorchester',
    })
  })

  it('that a resident corrects is corrected, and stays what it is', async () => {
    const someone = resident(app)
    const reference = referenceIn(await someone.report(pothole))
    const answer = (await someone.report("no, it's 54 not 45")).join('\n')
    expect(answer).toContain('54 Elm St')
    expect(answer).toContain(reference)
    expect(await onlyRequestOf(someone)).toMatchObject({ address: '54 Elm St', service_code: 'pothole' })
    const [snapshot] = await app.sql<{ address: string }>(
      "SELECT snapshot #>> '{place,address}' AS address FROM local_cases WHERE number = $1",
      [reference],
    )
    expect(snapshot?.address).toBe('54 Elm St')
  })

  it('after another one is a second request, hours later or at once', async () => {
    const someone = resident(app)
    await someone.report(pothole)
    await someone.report(graffiti)
    await app.sql("UPDATE service_requests SET updated_at = updated_at - interval '6 hours'")
    await someone.report('the street light is out at 100 Centre St Jamaica Plain')
    const requests = await requestsOf(someone)
    expect(requests).toHaveLength(3)
    expect(requests.map((r) => r.service_code)).toEqual(expect.arrayContaining(['pothole', 'graffiti']))
  })

  it('from out of town names the town and files nothing', async () => {
    const someone = resident(app)
    const [answer] = await someone.say('pothole at 100 Massachusetts Ave in Cambridge')
    expect(answer).toContain('Cambridge')
    expect(answer).toMatch(/617/)
    expect(await requestsOf(someone)).toEqual([])
  })

  it('about a stop sign is not a wish to stop', async () => {
    const someone = resident(app)
    const replies = await someone.say('the stop sign is missing at the corner of Tremont St and Dartmouth St')
    expect(replies.length).toBeGreaterThan(0)
    expect(await app.sql('SELECT 1 FROM consents WHERE resident = $1', [someone.phone])).toEqual([])
    expect(replies.join()).not.toMatch(/any more messages/)
  })

  it('that nobody can place is asked about twice at most, and then an agent has it', async () => {
    const someone = resident(app)
    for (const words of ['there is a pothole', 'near my house', 'you know, by the big tree', 'over there'])
      await someone.say(words)
    const questions = someone.heard().filter((text) => /\?/.test(text))
    expect(questions.length).toBeLessThanOrEqual(3)
    const [request] = await requestsOf(someone)
    expect(request).toMatchObject({ state: 'review', service_code: 'pothole', address: null })
    expect(someone.heard().join()).toContain(request?.reference)
  })
})

describe('a word on a report', () => {
  it('cancel it', async () => {
    const someone = resident(app)
    const reference = referenceIn(await someone.report(pothole))
    const answer = await someone.say('cancel it please')
    expect(answer.join()).toContain(reference)
    expect(await onlyRequestOf(someone)).toMatchObject({ state: 'cancelled' })
    const shown = (await app.requests()).find((r) => r.service_request_id === reference)
    expect(shown).toMatchObject({ status: 'closed', description: null, address: null })
  })

  it('status, one’s own and by number, from any phone', async () => {
    const someone = resident(app)
    const reference = referenceIn(await someone.report(pothole))
    expect((await someone.say('status')).join()).toContain(reference)
    const neighbor = resident(app)
    expect((await neighbor.say('status')).join()).toMatch(/no report/)
    expect((await neighbor.say(`status ${reference.toLowerCase()}`)).join()).toContain(reference)
    expect((await neighbor.say('status BOS-0000-0000')).join()).toContain("can't find BOS-0000-0000")
    expect(await requestsOf(neighbor)).toEqual([])
  })

  it('agent', async () => {
    const someone = resident(app)
    const reference = referenceIn(await someone.report(pothole))
    expect((await someone.say('agent')).join()).toContain(reference)
    const request = await onlyRequestOf(someone)
    expect(await reviewsOf(request)).toEqual([{ reason: 'agent-wanted', pinned: true }])
  })

  it('thanks', async () => {
    const someone = resident(app)
    await someone.report(pothole)
    expect(await someone.say('thanks!')).toHaveLength(1)
    expect(await requestsOf(someone)).toHaveLength(1)
  })

  it('one more photo', async () => {
    const someone = resident(app)
    await someone.report(pothole)
    expect(await someone.say('', await jpeg())).toHaveLength(1)
    expect(await onlyRequestOf(someone)).toMatchObject({ media: 1, state: 'filed' })
  })
})

describe('a question', () => {
  it('that has an approved answer gets its words and its page, and opens nothing', async () => {
    const someone = resident(app)
    const [reply] = await someone.say('how do i get a birth certificate')
    const answer = answers.find(({ id }) => id === 'birth-certificate')
    expect(reply).toContain(answer?.says.en)
    expect(reply).toContain('boston.gov/departments/registry/how-get-birth-certificate')
    expect(await requestsOf(someone)).toEqual([])
  })
})

describe('stop, start and help', () => {
  const wish = async ({ phone }: Resident) =>
    (await app.sql<{ wish: string }>('SELECT wish FROM consents WHERE resident = $1', [phone]))[0]?.wish

  it('as Twilio does them: it answers, we do not, and we know', async () => {
    const someone = resident(app)
    expect(await someone.say('STOP')).toEqual([])
    expect(await wish(someone)).toBe('out')
    expect(await someone.say('START')).toEqual([])
    expect(await wish(someone)).toBe('in')
    expect(await someone.say('HELP')).toEqual([])
    const byTwilio = app.player.messages().filter((m) => m.byTwilio && m.to === someone.phone)
    expect(byTwilio).toHaveLength(3)
    expect(referenceIn(await someone.report(pothole))).toMatch(/^BOS-/)
  })

  it('in plain words: one confirmation, and then silence until they come back', async () => {
    const someone = resident(app)
    await someone.report(pothole)
    expect(await someone.say('please stop texting me')).toHaveLength(1)
    expect(await wish(someone)).toBe('out')
    expect(await someone.say('status')).toEqual([])
    await someone.say('UNSTOP')
    expect(await wish(someone)).toBe('in')
    expect(await someone.say('status')).toHaveLength(1)
  })

  it('CANCEL alone, which Twilio takes for STOP: the report is withdrawn, and we hear of the opt-out by error 21610', async () => {
    const someone = resident(app)
    await someone.report(pothole)
    expect(await someone.say('CANCEL')).toEqual([])
    expect(await onlyRequestOf(someone)).toMatchObject({ state: 'cancelled' })
    expect(await wish(someone)).toBe('out')
  })
})

describe('danger', () => {
  it('is answered first and alone, with 911, and pinned for review', async () => {
    const someone = resident(app)
    const replies = await someone.say('I smell gas really strong in the hallway at 12 Peverell St')
    expect(replies).toEqual(["If anyone is in danger, call 911 now. 311 can't send emergency help."])
    const request = await onlyRequestOf(someone)
    expect(request).toMatchObject({ state: 'review', safety: 'emergency' })
    expect(await reviewsOf(request)).toEqual([{ reason: 'emergency', pinned: true }])
    const shown = (await app.requests()).find((r) => r.service_request_id === request.reference)
    expect(shown).toMatchObject({ description: null, address: null, lat: null })
  })

  it('to oneself is answered with 988', async () => {
    const someone = resident(app)
    const [answer, ...others] = await someone.say('I want to kill myself')
    expect(answer).toContain('988')
    expect(others).toEqual([])
    expect(await reviewsOf(await onlyRequestOf(someone))).toEqual([{ reason: 'crisis', pinned: true }])
  })

  it('interrupts whatever is open', async () => {
    const someone = resident(app)
    await someone.say('there is a pothole')
    const [answer] = await someone.say('help there is a fire in the building, people are trapped')
    expect(answer).toMatch(/911/)
    expect(await requestsOf(someone)).toMatchObject([{ safety: 'emergency', state: 'review' }])
  })
})

describe('another language', () => {
  it('Spanish is answered in Spanish', async () => {
    const someone = resident(app)
    const replies = await someone.report('Hay un bache enorme en la calle frente a 45 Elm St, Jamaica Plain')
    expect(replies.join('\n')).toMatch(/Bache/)
    expect(replies.join('\n')).not.toMatch(/We filed|Is this right/)
    expect(await onlyRequestOf(someone)).toMatchObject({ service_code: 'pothole', state: 'filed' })
    expect(replies.at(-1)).toContain((await onlyRequestOf(someone)).reference)
  })

  it('Haitian Creole is answered in Haitian Creole', async () => {
    const someone = resident(app)
    const replies = await someone.report('Gen yon gwo twou nan lari a devan 45 Elm St Jamaica Plain')
    expect(replies.join('\n')).toMatch(/Twou nan lari/)
    expect(await onlyRequestOf(someone)).toMatchObject({ service_code: 'pothole', state: 'filed' })
  })
})

describe('files that nobody can show', () => {
  const cases: readonly (readonly [
    string,
    () => Promise<{ type: string; bytes: Uint8Array }>,
    string,
    RegExp,
  ])[] = [
    [
      'a broken photo',
      async () => ({ type: 'image/jpeg', bytes: await brokenPhoto() }),
      'broken',
      /didn't open/,
    ],
    ['a video', async () => ({ type: 'video/mp4', bytes: otherFiles.mp4() }), 'video', /your video/],
    ['a recording', async () => ({ type: 'audio/amr', bytes: otherFiles.amr() }), 'audio', /your recording/],
    ['a contact', async () => ({ type: 'text/vcard', bytes: otherFiles.vcard() }), 'contact', /the contact/],
    [
      'HEIC',
      async () => ({ type: 'image/heic', bytes: otherFiles.heic() }),
      'other',
      /kept your (file|photo)/,
    ],
    ['a PDF', async () => ({ type: 'application/pdf', bytes: otherFiles.pdf() }), 'other', /kept your file/],
  ]
  it.each(cases)('%s is kept and named, and the report is filed', async (_name, make, kind, words) => {
    const someone = resident(app)
    const replies = await someone.report(pothole, await make())
    expect(replies.join('\n')).toMatch(words)
    expect(await onlyRequestOf(someone)).toMatchObject({ state: 'filed', media: 1 })
    const kept = await app.sql(
      `SELECT m.state, m.kind, m.shown FROM media m JOIN messages g ON g.id = m.message_id WHERE g.resident = $1`,
      [someone.phone],
    )
    expect(kept).toEqual([{ state: 'kept', kind, shown: false }])
    const shown = (await app.requests()).find((r) => r.service_request_id === referenceIn(replies))
    expect(shown?.media_url).toBeNull()
  })
})

it('messages that come at once are taken in their order', async () => {
  const someone = resident(app)
  const texts = ['there is a huge pothole', '45 Elm St Jamaica Plain']
  const deliveries: Promise<unknown>[] = []
  for (const text of texts) {
    deliveries.push(app.player.deliver({ from: someone.phone, to: ours, text }))
  }
  await Promise.all(deliveries)
  await app.settled()
  const order = await app.sql<{ text: string }>(
    "SELECT normalised ->> 'text' AS text FROM messages WHERE resident = $1 ORDER BY seq",
    [someone.phone],
  )
  expect(order).toHaveLength(2)
  expect(someone.heard()).toHaveLength(2)
  const request = await onlyRequestOf(someone)
  expect(request.description.split('\n')).toEqual(order.map((m) => m.text))
})

it('every request has its history, without a word of the resident', async () => {
  const someone = resident(app)
  await someone.report(pothole)
  await someone.say('cancel it please')
  const request = await onlyRequestOf(someone)
  const lines = await app.sql<{ actor: string; what: string }>(
    'SELECT actor, what, detail FROM history WHERE request_id = $1 ORDER BY seq',
    [request.id],
  )
  expect(lines.map((l) => l.what)).toEqual(
    expect.arrayContaining(['created', 'filed', 'replied', 'withdrew it', 'amended']),
  )
  expect(JSON.stringify(lines)).not.toMatch(/Elm|pothole at|\+1/)
})
