import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningBluesky, startBlueskyPlayer } from '../../src/sandbox/bluesky/index.ts'
import type { TestApp } from '../support/app.ts'
import { testApp } from '../support/app.ts'
import { photo } from '../support/photos.ts'
import { until } from '../support/until.ts'
import { type TestX, testX } from '../support/x.ts'

let played: TestX
let app: TestApp
let sky: RunningBluesky
const handle = 'bos311.example'
beforeAll(async () => {
  played = await testX()
  const appPassword = 'abcd-efgh-ijkl-mnop'
  sky = await startBlueskyPlayer({ handle, appPassword })
  const bluesky = {
    BLUESKY_HANDLE: handle,
    BLUESKY_APP_PASSWORD: appPassword,
    BLUESKY_API_URL: sky.url,
    BLUESKY_POLL_SECONDS: '1',
    BLUESKY_DIRECT_POLL_SECONDS: '1',
  }
  app = await testApp({ environment: { ...played.variables, ...bluesky } })
})
afterAll(async () => {
  await app.close()
  await played.x.stop()
  await sky.stop()
})

const repliesTo = (author: string) => played.x.replies().filter(({ to }) => to === author)
async function answered(author: string, count: number) {
  await until(() => repliesTo(author).length >= count)
  await app.settled()
  return repliesTo(author)
}
const reference = /BOS-[0-9A-Z]{4}-[0-9A-Z]{4}/

describe('a resident of X', () => {
  it('posts a pothole with a photo: it is filed once, and the reply names our number and no place', async () => {
    const id = played.x.post('ann', '@BOS311 huge pothole in front of 700 Boylston St, Back Bay', [
      { type: 'image/jpeg', bytes: await photo({}) },
    ])
    const [reply, ...others] = await answered('ann', 1)
    expect(others).toEqual([])
    expect(reply).toMatchObject({ kind: 'post', inReplyTo: id })
    expect(reply?.text).toMatch(reference)
    expect(reply?.text).toContain('Pothole')
    expect(reply?.text).not.toMatch(/boylston|back bay|700/i)
    const filed = (await app.requests()).filter(({ description }) => description?.includes('700 Boylston'))
    expect(filed).toHaveLength(1)
    expect(filed[0]).toMatchObject({ service_code: 'pothole' })
    expect(filed[0]?.media_url).toMatch(/\/media\/med_/)
  })

  it('is asked where it is in public, answers by direct message, and hears the rest there', async () => {
    played.x.post('bea', '@BOS311 there is graffiti all over the wall')
    const [question] = await answered('bea', 1)
    expect(question?.kind).toBe('post')
    expect(question?.text).toContain('Where is it?')
    played.x.direct('bea', 'it is at 45 Centre St, Roxbury')
    const [, filed] = await answered('bea', 2)
    expect(filed?.kind).toBe('direct')
    expect(filed?.text).toMatch(reference)
    expect(filed?.text).toContain('45 Centre St')
  })

  it('summons us under a neighbor’s photo: it is the photo of the request', async () => {
    const above = played.x.post('neighbor', 'huge pothole in front of 755 Boylston St, Back Bay', [
      { type: 'image/jpeg', bytes: await photo({}) },
    ])
    played.x.post('pam', '@BOS311 please fix this', [], above)
    const [reply] = await answered('pam', 1)
    expect(reply?.text).toMatch(reference)
    const filed = (await app.requests()).filter(({ description }) => description?.includes('755 Boylston'))
    expect(filed[0]?.media_url).toMatch(/\/media\/med_/)
  })

  it('sends a photo in a direct message: it is fetched for our account and goes with the request', async () => {
    played.x.direct('quin', 'pothole in front of 444 Washington St, Dorchester', {
      type: 'image/jpeg',
      bytes: await photo({}),
    })
    const [reply] = await answered('quin', 1)
    expect(reply).toMatchObject({ kind: 'direct' })
    expect(reply?.text).not.toContain('t.co')
    const filed = (await app.requests()).filter(({ description }) => description?.includes('444 Washington'))
    expect(filed[0]?.media_url).toMatch(/\/media\/med_/)
    expect(filed[0]?.description).not.toContain('t.co')
  })

  it('in danger reads the 911 text and nothing else', async () => {
    played.x.post(
      'cyd',
      '@BOS311 there is a gas leak in my building at 12 Newbury St, people are passing out',
    )
    const replies = await answered('cyd', 1)
    expect(replies.map(({ text }) => text)).toEqual([
      "If anyone is in danger, call 911 now. 311 can't send emergency help.",
    ])
  })

  it('says stop and is left alone; what is reported is filed all the same', async () => {
    played.x.post('dot', '@BOS311 stop')
    await answered('dot', 1)
    played.x.post('dot', '@BOS311 pothole in front of 200 Washington St, Dorchester')
    await until(async () =>
      (await app.requests()).some(({ description }) => description?.includes('200 Washington')),
    )
    await app.settled()
    expect(repliesTo('dot')).toHaveLength(1)
  })

  it('who did not ask is not answered', async () => {
    const asked = played.x.post('eve', '@BOS311 pothole at 30 Beacon St, Beacon Hill')
    await answered('eve', 1)
    played.x.post('fay', 'so true', [], asked)
    played.x.post('gus', 'RT @BOS311 pothole', [], null, { repostOf: asked })
    played.x.post('hal', '@BOS311 trash not picked up at 77 Charles St, Beacon Hill')
    await answered('hal', 1)
    expect(repliesTo('fay')).toEqual([])
    expect(repliesTo('gus')).toEqual([])
  })
})

describe('one post gets one reply', () => {
  it('also where one problem is filed and another asked about', async () => {
    played.x.post(
      'moe',
      '@BOS311 pothole in front of 80 Newbury St, Back Bay. Also a street light is out on Washington St',
    )
    const [reply] = await answered('moe', 1)
    await app.settled()
    expect(repliesTo('moe')).toHaveLength(1)
    expect(reply?.text).toMatch(reference)
    expect(reply?.text).toContain('Where is it?')
    expect(reply?.text).not.toMatch(/newbury/i)
  })

  it('and what is decided later is not written under it', async () => {
    const [reply] = repliesTo('moe')
    const number = reference.exec(reply?.text ?? '')?.[0] ?? ''
    await app.sql(
      `UPDATE local_cases SET status = 'closed', notes = 'Filled.' FROM service_requests r
      WHERE r.id = local_cases.request_id AND r.reference = $1`,
      [number],
    )
    await until(
      async () => (await app.sql("SELECT 1 FROM effects WHERE why = 'unreachable'")).length > 0,
      30_000,
    )
    expect(repliesTo('moe')).toHaveLength(1)
  })
})

describe('a post that changes', () => {
  it('by an edit after it was filed goes to a person, and is no second request', async () => {
    const id = played.x.post('joy', '@BOS311 pothole in front of 21 Newbury St, Back Bay')
    await answered('joy', 1)
    played.x.edit(id, '@BOS311 pothole in front of 12 Newbury St, Back Bay')
    const [, second] = await answered('joy', 2)
    expect(second?.text).toContain('A person at 311 will look at it.')
    expect(second?.text).toMatch(reference)
    const rows = await app.sql<{ reason: string }>(
      `SELECT v.reason FROM service_requests r JOIN reviews v ON v.request_id = r.id
        WHERE r.description LIKE '%21 Newbury%' AND r.description LIKE '%12 Newbury%'`,
    )
    expect(rows).toEqual([{ reason: 'change-after-filing' }])
  })

  it('by an edit while we ask begins anew with the later words', async () => {
    const id = played.x.post('kay', '@BOS311 graffiti all over my fence')
    await answered('kay', 1)
    played.x.edit(id, '@BOS311 pothole in front of 40 Newbury St, Back Bay')
    const [, filed] = await answered('kay', 2)
    expect(filed?.text).toContain('Pothole')
    expect(
      await app.sql("SELECT 1 FROM service_requests WHERE description LIKE '%all over my fence%'"),
    ).toEqual([])
  })

  it('by being deleted is emptied here, and what was filed stays', async () => {
    const id = played.x.post('lee', '@BOS311 pothole in front of 61 Newbury St, Back Bay')
    await answered('lee', 1)
    played.x.remove(id)
    const event = played.x.event(id)
    expect((await fetch(`${app.url}/webhooks/x`, { method: 'POST', ...event })).status).toBe(200)
    const [row] = await app.sql<{ raw: object; text: string; emptied: string }>(
      `SELECT raw, normalised ->> 'text' AS text, emptied FROM messages WHERE provider_id = $1`,
      [id],
    )
    expect(row).toEqual({ raw: { emptied: 'deleted' }, text: '', emptied: 'deleted' })
    expect((await app.requests()).some(({ description }) => description?.includes('61 Newbury'))).toBe(true)
  })
})

describe('the webhook', () => {
  it('and the poll bring the same post once', async () => {
    const id = played.x.post('ivy', '@BOS311 street light out at 10 Tremont St, Downtown')
    const event = played.x.event(id)
    const send = () => fetch(`${app.url}/webhooks/x`, { method: 'POST', ...event })
    expect((await send()).status).toBe(200)
    expect((await send()).status).toBe(200)
    await answered('ivy', 1)
    await until(() =>
      app.events
        .filter(({ event: name }) => name === 'delivery.accepted')
        .some(({ fields }) => fields.channel === 'social' && fields.fresh === 0),
    )
    await app.settled()
    expect(repliesTo('ivy')).toHaveLength(1)
    expect(await app.sql('SELECT 1 FROM messages WHERE provider_id = $1', [id])).toHaveLength(1)
  })

  it('answers X’s challenge, and none that could be an event', async () => {
    const answer = await fetch(`${app.url}/webhooks/x?crc_token=abcDEF123`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ response_token: expect.stringMatching(/^sha256=.{44}$/) })
    const forged = encodeURIComponent('{"data":{}}')
    expect((await fetch(`${app.url}/webhooks/x?crc_token=${forged}`)).status).toBe(403)
  })
})

describe('a resident of Bluesky', () => {
  const answersTo = async (author: string, count = 1) => {
    await until(() => sky.replies().filter(({ to }) => to === author).length >= count)
    await app.settled()
    return sky.replies().filter(({ to }) => to === author)
  }

  it('posts a pothole with a photo: it is filed once, and the reply names our number and no place', async () => {
    const post = sky.post('ann.example', `@${handle} huge pothole in front of 800 Boylston St, Back Bay`, [
      { type: 'image/jpeg', bytes: await photo({}) },
    ])
    const [reply, ...others] = await answersTo('ann.example')
    expect(others).toEqual([])
    expect(reply?.inReplyTo).toBe(post)
    expect(reply?.text).toMatch(reference)
    expect(reply?.text).not.toMatch(/boylston|back bay|800/i)
    const filed = (await app.requests()).filter(({ description }) => description?.includes('800 Boylston'))
    expect(filed).toHaveLength(1)
    expect(filed[0]?.media_url).toMatch(/\/media\/med_/)
  })

  it('is asked where it is and answers in the thread, without our name', async () => {
    sky.post('bea.example', `@${handle} there is graffiti all over the wall`)
    const [question] = await answersTo('bea.example')
    expect(question?.text).toContain('Where is it?')
    sky.post('cyd.example', 'it is at 1 City Hall Sq', [], question?.uri ?? '')
    sky.post('bea.example', 'it is at 55 Centre St, Roxbury', [], question?.uri ?? '')
    const replies = await answersTo('bea.example', 2)
    expect(replies[1]?.text).toMatch(reference)
    expect(sky.replies().filter(({ to }) => to === 'cyd.example')).toEqual([])
  })

  it('is asked for the place in public, answers by direct message, and hears the rest there', async () => {
    sky.post('gil.example', `@${handle} there is graffiti all over my fence`)
    const [question] = await answersTo('gil.example')
    expect(question?.text).toContain('Where is it?')
    sky.direct('gil.example', 'it is at 65 Centre St, Roxbury')
    const said = () => sky.directs().filter(({ authorDid }) => authorDid === sky.did(handle))
    await until(() => said().length > 0)
    await app.settled()
    expect(said()).toHaveLength(1)
    expect(said()[0]?.text).toContain('65 Centre St')
    expect(said()[0]?.text).toMatch(reference)
    expect(sky.replies().filter(({ to }) => to === 'gil.example')).toHaveLength(1)
  })

  it('points at a neighbor’s post, which is read with it', async () => {
    const other = sky.post('dot.example', 'huge pothole at Beacon St and Charles St')
    sky.post('eve.example', `@${handle} please fix this`, [], other)
    const [reply] = await answersTo('eve.example')
    expect(reply?.text).toMatch(reference)
    expect(reply?.text).not.toMatch(/beacon|charles/i)
  })

  it('says of itself that it is a bot: nobody answers', async () => {
    sky.post('bot.example', `@${handle} pothole at 5 Elm St`, [], null, { isBot: true })
    sky.expire()
    sky.post('fay.example', `@${handle} pothole at 99 Chauncy St, Downtown`)
    await answersTo('fay.example')
    expect(sky.replies().filter(({ to }) => to === 'bot.example')).toEqual([])
  })
})
