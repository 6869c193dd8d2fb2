import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../src/core/errors.ts'
import type { Desk, ReviewRow } from '../../src/core/ports.ts'
import { verifySignature } from '../../src/desk/slack/signature.ts'
import { signature } from '../../src/sandbox/slack/index.ts'
import type { Seed } from '../contract/desk-surface.contract.ts'
import { type FakeDesk, fakeDesk, knownPlaces } from '../support/fake-desk.ts'
import { until } from '../support/until.ts'
import { type OpenSlack, openSlack, readBlocks, secrets } from './slack.harness.ts'

const seed: Seed = {
  words: 'huge hole by the library',
  service: { code: 'pothole', confidence: 0.62 },
  others: [{ code: 'sidewalk-repair', confidence: 0.21 }],
  place: knownPlaces[0] ?? null,
}
const [agentA, agentB] = ['U0AGENTA', 'U0AGENTB']

let stage: FakeDesk
let slack: OpenSlack
/** What stands between the door and the desk; tests put something slow or broken here. */
let between: Partial<Desk>
beforeEach(async () => {
  stage = fakeDesk()
  between = {}
  const desk = new Proxy(stage.desk, {
    get: (target, name: keyof Desk) => between[name] ?? target[name],
  })
  slack = await openSlack({ desk, clock: stage.clock }, { patienceMs: 60 })
})
afterEach(() => slack.close())

const agent = (user = agentA) => slack.player.agent(user)
async function card(more: Partial<Seed> = {}): Promise<{ review: ReviewRow; ts: string }> {
  const review = await stage.put({ ...seed, ...more })
  const name = await slack.surface.board.show(review, null, null)
  return { review, ts: name.split(':')[1] ?? '' }
}
const settled = () => slack.surface.idle()
const whispered = (user = agentA) =>
  agent(user)
    .whispers()
    .map((w) => readBlocks(w.blocks).text)
const now = async ({ id }: ReviewRow) => {
  const review = await stage.desk.review(id)
  if (review === null) throw new Error('it is gone')
  return review
}
const modalText = (user = agentA) => {
  const modal = agent(user).modal()
  return modal === null ? null : readBlocks(modal.view.blocks).text
}

describe('the door to Slack over HTTP', () => {
  const at = () => Math.floor(stage.clock.now() / 1000)
  async function post(
    body: string,
    {
      time = at(),
      sign = signature(secrets.signingSecret, time, body),
      type = 'application/json',
      headers = {},
    } = {},
  ): Promise<{ status: number; text: string }> {
    const answer = await fetch(`${slack.gatewayUrl()}/webhooks/slack`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-signature': sign,
        'x-slack-request-timestamp': String(time),
        ...headers,
      },
    })
    return { status: answer.status, text: await answer.text() }
  }
  const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'unused' })

  it("checks the example of Slack's documentation", () => {
    // https://docs.slack.dev/authentication/verifying-requests-from-slack
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
    const headers = {
      timestamp: '1531420618',
      signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    }
    const check = (
      more: Partial<typeof headers>,
      seconds: number,
      secret = '8f742231b10e8888abcd99yyyzzz85a5',
    ) => verifySignature(secret, { ...headers, ...more }, body, (1531420618 + seconds) * 1000)
    expect(() => check({}, 0)).not.toThrow()
    expect(() => check({}, 300)).not.toThrow()
    expect(() => check({}, -60)).not.toThrow()
    for (const wrong of [
      () => check({}, 301),
      () => check({}, -61),
      () => check({}, 0, 'another secret'),
      () => check({ signature: headers.signature.replace('a2', 'a3') }, 0),
      () => check({ signature: headers.signature.replace('v0', 'v1') }, 0),
      () => check({ signature: 'v0=' }, 0),
      () => check({ timestamp: '1531420618.0' }, 0),
      () => check({ timestamp: '' }, 0),
    ])
      expect(wrong).toThrow(expect.objectContaining({ code: 'bad-signature' }))
  })

  it('answers the challenge and the check of the certificate, both signed', async () => {
    expect(await post(challenge)).toEqual({ status: 200, text: '{"challenge":"abc"}' })
    const form = 'application/x-www-form-urlencoded'
    expect(await post('ssl_check=1&token=x', { type: form })).toEqual({ status: 200, text: '' })
  })

  it.each([
    ['is not signed', { sign: '' }],
    ['is signed with another secret', { sign: signature('other', 0, challenge) }],
    ['is six minutes old', { time: Math.floor(Date.UTC(2026, 10, 2, 15) / 1000) - 360 }],
    ['is from the future', { time: Math.floor(Date.UTC(2026, 10, 2, 15) / 1000) + 90 }],
  ])('turns away what %s, and says so to operators', async (_, how) => {
    expect((await post(challenge, how)).status).toBe(403)
    expect(slack.logged.at(-1)).toMatchObject({ event: 'surface.refused', fields: { code: 'bad-signature' } })
  })

  it('takes a megabyte at most, announced or not', async () => {
    expect((await post(' '.repeat(1_000_001))).status).toBe(413)
    expect(slack.logged.at(-1)).toMatchObject({ fields: { code: 'too-large' } })
  })

  it.each([
    ['{"type":', 'application/json'],
    ['null', 'application/json'],
    ['payload={broken', 'application/x-www-form-urlencoded'],
    ['', 'application/x-www-form-urlencoded'],
    ['payload=[1]', 'application/x-www-form-urlencoded'],
    ['{"type":"block_actions","actions":[{}]}', 'application/json'],
    ['{"type":"view_submission","user":{"id":"U1"}}', 'application/json'],
  ])('answers 400 to %s', async (body, type) => {
    expect((await post(body, { type })).status).toBe(400)
  })

  it('acknowledges what it does not know, and tells operators', async () => {
    const unknown = [
      { type: 'shortcut', callback_id: 'x', user: { id: 'U1' }, team: { id: 'T1' } },
      { type: 'message_action', callback_id: 'x', user: { id: 'U1' }, team: { id: 'T1' } },
      { type: 'something_new' },
      {
        type: 'block_actions',
        user: { id: agentA },
        team: { id: 'T1' },
        actions: [{ action_id: 'theirs', block_id: 'b' }],
      },
      {
        type: 'block_suggestion',
        user: { id: agentA },
        team: { id: 'T1' },
        action_id: 'x',
        block_id: 'b',
        value: '',
      },
      { type: 'view_submission', user: { id: agentA }, team: { id: 'T1' }, view: { callback_id: 'theirs' } },
      { type: 'view_closed', user: { id: agentA }, team: null, view: { callback_id: 'theirs' } },
    ]
    for (const payload of unknown) {
      const before = slack.logged.length
      expect(await slack.player.deliver({ kind: 'interactive', payload })).toMatchObject({ status: 200 })
      await settled()
      expect(slack.logged.slice(before).map((l) => l.event)).toContain('surface.ignored')
    }
    expect(stage.commands).toEqual([])
  })

  it('acknowledges events, which it does not use, at the first try', async () => {
    expect(await slack.player.event({ type: 'app_mention', user: 'U1', channel: 'C1' })).toHaveLength(1)
  })
})

describe('a click in Slack', () => {
  it('carries a key of the click, so that a second delivery is the same decision', async () => {
    const { review, ts } = await card()
    await agent().press(ts, 'accept')
    await settled()
    await slack.player.redeliver()
    await settled()
    const [first, second] = stage.commands
    expect(first).toMatchObject({
      reviewId: review.id,
      action: 'accept',
      agent: `slack:${agentA}`,
      surface: 'slack',
      seen: Date.parse(review.request.updated_datetime),
    })
    expect(first?.key).toMatch(new RegExp(`^slack:T0SANDBOX:${ts}:\\d+\\.\\d+:accept$`))
    expect(second?.key).toBe(first?.key)
    expect((await stage.desk.history(review)).filter((l) => l.what === 'accepted')).toHaveLength(1)
  })

  it('on another button is another key, also in the same moment', async () => {
    const { ts } = await card()
    await agent().press(ts, 'ask-where')
    await agent(agentB).press(ts, 'ask-what')
    await settled()
    expect(new Set(stage.commands.map((c) => c.key)).size).toBe(2)
    expect(stage.commands.every((c) => c.key.length <= 200)).toBe(true)
  })

  it('is acknowledged while the desk is slow, and what came of it is told afterwards', async () => {
    const { review, ts } = await card()
    const gate = Promise.withResolvers<void>()
    between.decide = async (command) => {
      await gate.promise
      return stage.desk.decide(command)
    }
    expect(await agent().press(ts, 'accept')).toMatchObject({ status: 200, problem: null })
    expect(whispered()).toEqual([])
    gate.resolve()
    await settled()
    expect(whispered()).toEqual([`Accepted: ${review.request.reference}.`])
  })

  it('tells that nothing is lost while the ledger is away', async () => {
    const { review, ts } = await card()
    stage.failWith(new AppError('storage-away', 'no connection'))
    expect(await agent().press(ts, 'accept')).toMatchObject({ status: 200 })
    await settled()
    expect(whispered()).toEqual([expect.stringMatching(/Nothing was done.*Nothing is lost/)])
    expect(slack.logged).toContainEqual(
      expect.objectContaining({
        event: 'surface.failed',
        fields: expect.objectContaining({ code: 'storage-away' }),
      }),
    )
    stage.failWith(null)
    await agent().press(ts, 'accept')
    await settled()
    expect((await now(review)).closed).not.toBeNull()
  })

  it('on something that someone else has offers to take it over, and that works from there', async () => {
    const { review, ts } = await card()
    await agent(agentB).press(ts, 'claim')
    await settled()
    expect(whispered(agentB)[0]).toMatch(/is yours until/)
    await agent().press(ts, 'accept')
    await settled()
    const [whisper] = agent().whispers()
    expect(whispered()[0]).toContain(`@${agentB}`)
    await agent().press(whisper?.ts ?? '', 'take-over')
    await settled()
    expect((await now(review)).claim?.agent).toBe(`slack:${agentA}`)
  })

  it('does no harm where telling the agent fails', async () => {
    const { review, ts } = await card()
    slack.player.fault({ method: 'chat.postEphemeral', kind: 'platform', error: 'user_not_in_channel' })
    expect(await agent().press(ts, 'accept')).toMatchObject({ status: 200 })
    await settled()
    expect((await now(review)).closed).toMatchObject({ outcome: 'accepted' })
    expect(slack.logged.at(-1)).toMatchObject({
      event: 'surface.failed',
      fields: { what: 'whisper', providerCode: 'user_not_in_channel' },
    })
  })
})

describe('the menu of services', () => {
  it('has the whole catalogue, the suggestions first, and finds by keyword', async () => {
    const { ts } = await card()
    const all = await agent().options(ts, 'service', '')
    expect(all.slice(0, 2).map((o) => o.value)).toEqual(['pothole', 'sidewalk-repair'])
    expect(all.length).toBeGreaterThan(50)
    expect(all.length).toBeLessThanOrEqual(100)
    const some = await agent().options(ts, 'service', 'graffiti')
    expect(some.map((o) => o.value)).toContain('graffiti')
    expect(some.length).toBeLessThan(all.length)
  })

  it('decides for what was chosen', async () => {
    const { review, ts } = await card()
    await agent().choose(ts, 'service', 'graffiti')
    await settled()
    expect(await now(review)).toMatchObject({
      closed: { outcome: 'changed' },
      request: { service_code: 'graffiti' },
    })
  })

  it('has options although the ledger is away', async () => {
    const { ts } = await card()
    stage.failWith(new AppError('storage-away', 'no connection'))
    expect((await agent().options(ts, 'service', '')).length).toBeGreaterThan(50)
  })

  it('takes no service that is none', async () => {
    const { review, ts } = await card()
    await agent().choose(ts, 'service', 'no-such-thing')
    await settled()
    expect((await now(review)).closed).toBeNull()
    expect(whispered()[0]).toMatch(/Nothing was done/)
  })
})

describe('a modal in Slack', () => {
  it('holds its review while it is open, and lets go of it when it is closed', async () => {
    const { review, ts } = await card()
    await agent().press(ts, 'refuse')
    await settled()
    expect(agent().modal()?.view.title.text).toBe('Refuse')
    expect((await now(review)).claim?.agent).toBe(`slack:${agentA}`)
    await agent().cancel()
    await settled()
    expect((await now(review)).claim).toBeNull()
  })

  it('says who has it, and goes on after it was taken over', async () => {
    const { review, ts } = await card()
    await agent(agentB).press(ts, 'claim')
    await settled()
    await agent().press(ts, 'refuse')
    await settled()
    expect(modalText()).toContain(`@${agentB}`)
    expect(agent().modal()?.view.submit).toBeUndefined()
    await agent().press('modal', 'take-over')
    await settled()
    await agent().submit({ reason: 'Not ours.' })
    await settled()
    expect((await now(review)).request).toMatchObject({ state: 'refused', status_notes: 'Not ours.' })
    expect(agent().modal()).toBeNull()
  })

  it.each(['\u0000\u0007', ' \u009f\r\n ', '\u200b'])('takes %j for no reason', async (reason) => {
    const { review, ts } = await card()
    await agent().press(ts, 'refuse')
    await settled()
    await agent().submit({ reason })
    await settled()
    expect(stage.commands).toEqual([])
    expect(agent().modal()).not.toBeNull()
    await agent().submit({ reason: 'Not\u0000 ours.\u0007' })
    await settled()
    expect((await now(review)).request).toMatchObject({ state: 'refused', status_notes: 'Not ours.' })
  })

  it('keeps what was typed while the ledger is away', async () => {
    const { review, ts } = await card()
    await agent().press(ts, 'refuse')
    await settled()
    stage.failWith(new AppError('storage-away', 'no connection'))
    await agent().submit({ reason: 'Not ours.' })
    expect(agent().modal()?.errors).toEqual({ reason: expect.stringContaining('Nothing is lost') })
    stage.failWith(null)
    await agent().submit({ reason: 'Not ours.' })
    await settled()
    expect((await now(review)).closed).toMatchObject({ outcome: 'refused' })
  })

  it('is acknowledged while the desk is slow, and shows the end of it', async () => {
    const { ts, review } = await card()
    await agent().press(ts, 'refuse')
    await settled()
    const gate = Promise.withResolvers<void>()
    between.decide = async (command) => {
      await gate.promise
      return stage.desk.decide(command)
    }
    expect(await agent().submit({ reason: 'Not ours.' })).toMatchObject({ status: 200 })
    expect(modalText()).toContain('Still working')
    gate.resolve()
    await settled()
    expect(modalText()).toContain(`Refused: ${review.request.reference}`)
  })

  it('submitted twice by Slack decides once', async () => {
    const { review, ts } = await card()
    await agent().press(ts, 'refuse')
    await settled()
    await agent().submit({ reason: 'Not ours.' })
    await settled()
    await slack.player.redeliver()
    await settled()
    const [first, second] = stage.commands
    expect(first?.key).toMatch(/^slack:view:V[0-9A-F]+:/)
    expect(second?.key).toBe(first?.key)
    expect((await stage.desk.history(review)).filter((l) => l.what === 'refused')).toHaveLength(1)
  })

  it('finds a place by what is typed, again for what is typed anew, and takes the one chosen', async () => {
    const { review, ts } = await card({ service: null, others: [] })
    await agent().press(ts, 'place')
    await settled()
    await agent().submit({ typed: 'Nowhere Ln' })
    expect(modalText()).toContain('Nothing in the city is called that')
    await agent().submit({ typed: 'Boylston' })
    const shown = JSON.stringify(agent().modal()?.view.blocks)
    expect(shown).toContain('700 Boylston St, Back Bay · 60 %')
    expect(shown).toContain('701 Boylston St')
    await agent().submit({ typed: 'Franklin Park', choice: '1' })
    expect(JSON.stringify(agent().modal()?.view.blocks)).toContain('Franklin Park, Roxbury')
    expect(stage.commands).toEqual([])
    expect((await agent().options('modal', 'service', 'pothole')).map((o) => o.value)).toContain('pothole')
    await agent().submit({ typed: 'Franklin Park', choice: '0', service: 'pothole' })
    await settled()
    expect(await now(review)).toMatchObject({
      closed: { outcome: 'changed' },
      request: { service_code: 'pothole', place: { address: 'Franklin Park' } },
    })
  })

  it('says what has changed meanwhile', async () => {
    const { review, ts } = await card()
    await agent().press(ts, 'place')
    await settled()
    await agent().submit({ typed: '700 Boylston St' })
    await stage.addWords(review.id, 'and a wire hangs over it')
    await agent().submit({ typed: '700 Boylston St', choice: '0' })
    expect(modalText()).toContain('has changed since')
    expect((await now(review)).closed).toBeNull()
  })

  it('that came too late is told, and holds nothing', async () => {
    const { review, ts } = await card()
    slack.player.fault({ method: 'views.open', kind: 'platform', error: 'expired_trigger_id' })
    await agent().press(ts, 'refuse')
    await settled()
    expect(whispered()[0]).toContain('Press the button again')
    expect((await now(review)).claim).toBeNull()
  })

  it('opens once for a click that is delivered twice', async () => {
    const { review, ts } = await card()
    await agent().press(ts, 'refuse')
    await settled()
    await slack.player.redeliver()
    await settled()
    expect(whispered()).toEqual([])
    expect((await now(review)).claim).not.toBeNull()
    expect(slack.player.calls().filter((m) => m === 'views.open')).toHaveLength(2)
  })
})

describe('the start of the door', () => {
  const start = async (faults: Parameters<OpenSlack['player']['fault']>[0]) => {
    slack.player.fault(faults)
    return slack.surface.start()
  }
  it('ends where the token is not good', async () => {
    await expect(start({ kind: 'platform', error: 'invalid_auth' })).rejects.toMatchObject({
      code: 'misconfigured',
    })
  })
  it('waits for nobody: Slack away is for the log', async () => {
    await start({ kind: 'error', status: 503 })
    expect(slack.logged.at(-2)).toMatchObject({ event: 'surface.lost', fields: { code: 'provider-away' } })
  })
  it('goes on working meanwhile', async () => {
    await start({ kind: 'cut' })
    const { review, ts } = await card()
    await agent().press(ts, 'accept')
    await until(async () => (await now(review)).closed !== null)
  })
})
