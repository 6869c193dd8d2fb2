import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningSlackPlayer } from '../../src/sandbox/slack/index.ts'
import { startSlackPlayer } from '../../src/sandbox/slack/index.ts'
import type { TestApp } from '../support/app.ts'
import { testApp } from '../support/app.ts'
import { skipsBrowser, startBrowser } from '../support/chromium.ts'
import { resident } from '../support/resident.ts'
import { until } from '../support/until.ts'

const rounds = 50
const token = 'token-of-the-agents'
const slackKeys = { botToken: 'xoxb-of-tests', signingSecret: 'signing-secret-of-tests' }
const channel = 'C0REVIEWS'
const slackAgent = 'U0AGENT'

describe.skipIf(skipsBrowser())('an unclear text and three agents', () => {
  let app: TestApp
  let slack: RunningSlackPlayer
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    slack = await startSlackPlayer({ ...slackKeys, channels: [channel], gatewayUrl: () => app?.url ?? '' })
    app = await testApp({
      environment: {
        AGENT_TOKEN: token,
        SLACK_BOT_TOKEN: slackKeys.botToken,
        SLACK_SIGNING_SECRET: slackKeys.signingSecret,
        SLACK_REVIEW_CHANNEL: channel,
        SLACK_API_URL: slack.url,
      },
    })
    browser = await startBrowser()
    page = await browser.newPage()
    await page.goto(app.signInLink)
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await slack?.stop()
  })

  const cardOf = (reference: string) => slack.messages().find((m) => JSON.stringify(m).includes(reference))
  const decideByApi = async (id: string) => {
    const answer = await fetch(`${app.url}/api/reviews/${id}/decision`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': `round-${id}`,
      },
      body: JSON.stringify({ action: 'change', code: 'pothole', agent: 'api-agent' }),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  interface Standing {
    readonly id: string
    readonly reference: string
    readonly requestId: string
    readonly closedBy: string | null
  }
  const reviewsOf = (phone: string) =>
    app.sql<Standing>(
      `SELECT v.id, r.reference, r.id AS "requestId", v.closed_by AS "closedBy" FROM reviews v
       JOIN service_requests r ON r.id = v.request_id JOIN conversations c ON c.id = r.conversation_id
       WHERE c.resident = $1`,
      [phone],
    )

  /** A resident whose words stay unclear, and their review with its card. */
  async function unclear() {
    const someone = resident(app)
    const [question] = await someone.say('its happening again')
    expect(question).toMatch(/What is the problem/)
    expect(await reviewsOf(someone.phone)).toEqual([])
    await someone.say('its happening again and again')
    await someone.say('still happening')
    const [review] = await reviewsOf(someone.phone)
    if (review === undefined) throw new Error('no review')
    await until(() => cardOf(review.reference) !== undefined, 60_000)
    return { someone, review, before: someone.heard().length }
  }

  it(`decide it at the same moment, ${rounds} times: one case, one reply, and the others are told`, async () => {
    const prepared = await Promise.all(Array.from({ length: rounds }, unclear))
    const winners = { browser: 0, slack: 0, api: 0 }
    const marks = new Map<string, string>()
    for (const [round, { review, before, someone }] of prepared.entries()) {
      await page.goto(`${app.url}/agent/reviews/${review.id}`)
      // Typing would claim the review first; this is about nobody having done so.
      await page.evaluate("document.querySelector('#service-other').value = 'pothole'")
      const card = cardOf(review.reference)
      const moment = (n: number) => sleep(((round + n) % 3) * 12)
      const [, , answer] = await Promise.all([
        // A browser takes longest to get going.
        page.evaluate("document.querySelector('#accept').click()"),
        moment(1).then(() => slack.agent(slackAgent).choose(card?.ts ?? '', 'service', 'pothole')),
        moment(2).then(() => decideByApi(review.id)),
      ])
      await app.settled()

      const [decided] = await reviewsOf(someone.phone)
      const by = decided?.closedBy ?? ''
      const winner =
        by === 'agent:api-agent' ? 'api' : by === `agent:slack:${slackAgent}` ? 'slack' : 'browser'
      winners[winner] += 1
      expect(
        await app.sql('SELECT 1 FROM local_cases WHERE request_id = $1', [review.requestId]),
      ).toHaveLength(1)
      const heard = someone.heard().slice(before)
      expect(heard).toHaveLength(1)
      expect(heard[0]).toContain(review.reference)
      const closings = await app.sql<{ actor: string }>(
        "SELECT actor FROM history WHERE request_id = $1 AND what = 'review-closed'",
        [review.requestId],
      )
      expect(closings).toEqual([{ actor: by }])

      // Those who were late are told who was first.
      const name = by.replace('agent:', '')
      expect(answer.status).toBe(winner === 'api' ? 200 : 409)
      if (winner !== 'api') expect(JSON.stringify(answer.body)).toContain(name)
      // By the answer to the click, or by the page itself where that was faster.
      const told = winner === 'browser' ? review.reference : winner === 'slack' ? slackAgent : name
      await until(async () =>
        page
          .locator('main')
          .innerText()
          .then((words) => words.includes(told))
          .catch(() => false),
      )
      if (winner !== 'slack')
        await until(() =>
          slack
            .agent(slackAgent)
            .whispers()
            .some((w) => JSON.stringify(w).includes(name)),
        )
      marks.set(review.reference, winner === 'slack' ? slackAgent : name)
    }
    // And every card says so in the end, whoever it was.
    await until(
      () =>
        [...marks].every(([reference, mark]) => {
          const card = JSON.stringify(cardOf(reference))
          return card.includes(mark) && !card.includes('"actions"')
        }),
      60_000,
    )
    expect(slack.messages()).toHaveLength(rounds)
    console.info(`who was first: ${JSON.stringify(winners)}`)
  }, 240_000)

  it('and what they decided is kept as an example', async () => {
    const examples = await app.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM decisions WHERE action IN ('accept', 'change') AND decided ->> 'code' = 'pothole'`,
    )
    expect(examples).toEqual([{ n: rounds }])
  })

  it('is taken by nobody from a forged click', async () => {
    const answer = await fetch(`${app.url}/webhooks/slack`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
        'x-slack-signature': `v0=${'0'.repeat(64)}`,
      },
      body: 'payload=%7B%7D',
    })
    expect(answer.status).toBe(403)
    expect((await fetch(`${app.url}/api/reviews`)).status).toBe(401)
  })
})
