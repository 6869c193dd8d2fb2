import { beforeEach, describe, expect, it } from 'vitest'
import type { ReviewRow } from '../../src/core/ports.ts'
import { standingHtml } from '../../src/desk/console/standing.ts'
import type { FakeDesk } from '../support/fake-desk.ts'
import { fakeDesk } from '../support/fake-desk.ts'
import type { Visitor } from './console.harness.ts'
import { consoleApp, formOf, signInAs, textOf } from './console.harness.ts'

describe('what nobody is sure of', () => {
  let stage: FakeDesk
  let kim: Visitor
  beforeEach(async () => {
    stage = fakeDesk()
    kim = await signInAs(consoleApp(stage), stage, 'kim')
  })
  const put = (confidence: number, more: Partial<Parameters<FakeDesk['put']>[0]> = {}) =>
    stage.put({ words: 'its happening again', service: { code: 'pothole', confidence }, ...more })
  const pageOf = async ({ id }: ReviewRow) => (await kim.get(`/agent/reviews/${id}`)).text()
  const chosen = (page: string) => /name="code" value="([^"]*)" checked/.exec(page)?.[1]

  it.each([
    [0.31, undefined],
    [0.62, 'pothole'],
  ])('at %d has %s chosen already', async (confidence, code) => {
    expect(chosen(await pageOf(await put(confidence)))).toBe(code)
  })

  it('is not filed by pressing the button: an agent chooses first', async () => {
    const review = await put(0.31)
    const page = await pageOf(review)
    const answer = await kim.post(
      `/agent/reviews/${review.id}/decision`,
      formOf(page, { action: 'accept', code: '' }),
    )
    expect(answer.status).toBe(422)
    expect(textOf(await answer.text())).toContain('Choose a service first')
    expect((await stage.desk.review(review.id))?.closed).toBeNull()
    const done = await kim.post(
      `/agent/reviews/${review.id}/decision`,
      formOf(page, { action: 'accept', code: 'pothole' }),
    )
    expect(done.status).toBe(303)
  })

  it('is answered where it is a question, and refused where it is a request', async () => {
    expect(textOf(await pageOf(await put(0.3, { reason: 'question' })))).toContain('Answer and close')
    expect(textOf(await pageOf(await put(0.3)))).toContain('Refuse and tell the resident')
  })

  it('has no suggestion where a person is in a crisis', async () => {
    expect(await pageOf(await put(0.9, { reason: 'crisis' }))).toContain('No service is suggested.')
  })

  it('says of a resident who stopped our messages that nothing is sent', async () => {
    const review = { ...(await put(0.6)), optedOut: true }
    const session = { agent: 'kim', csrf: 'c', hash: 'h' }
    const html = String(await standingHtml({ review, session, seen: Date.now(), now: Date.now() }))
    expect(html).toContain('stopped our messages')
  })
})
