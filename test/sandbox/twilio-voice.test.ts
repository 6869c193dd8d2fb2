import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/sandbox/twilio-voice/index.ts'
import { problemsIn, spokenBy, spokenSeconds, startCall } from '../../src/sandbox/twilio-voice/index.ts'

const response = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?><Response>${inside}</Response>`

describe('a document', () => {
  it.each([
    ['Say', '<Say voice="Polly.Joanna-Neural" language="en-US">Hello</Say>'],
    ['SSML', '<Say><prosody rate="85%">A<break time="250ms"/>B</prosody></Say>'],
    [
      'Gather with prompts',
      '<Gather input="dtmf speech" numDigits="1" finishOnKey=""><Say>Press 1</Say><Pause/></Gather>',
    ],
    ['Dial', '<Dial timeout="25" action="/x">+16175550199</Dial>'],
    ['Dial with a noun', '<Dial><Number>+16175550199</Number></Dial>'],
    ['Enqueue', '<Enqueue action="/x" waitUrl="/y" waitUrlMethod="POST">boston-311</Enqueue>'],
    ['Record', '<Record action="/x" maxLength="180" playBeep="true"/>'],
    ['nothing', ''],
  ])('with %s is taken', (_what, inside) => {
    expect(problemsIn(response(inside))).toEqual([])
  })
  it.each([
    ['no XML', '<Response><Say></Response>'],
    ['another root', '<TwiML/>'],
    ['an unknown verb', response('<Speak>x</Speak>')],
    ['an unknown attribute', response('<Gather numdigits="1"/>')],
    ['a value out of range', response('<Gather timeout="soon"/>')],
    ['a verb where it may not stand', response('<Gather><Record/></Gather>')],
    ['Say inside Say', response('<Say>a<Say>b</Say></Say>')],
    ['text where none may be', response('<Gather>Press 1</Gather>')],
    ['silence said', response('<Say></Say>')],
    ['a queue without a name', response('<Enqueue action="/x"/>')],
    ['a queue with too long a name', response(`<Enqueue>${'x'.repeat(65)}</Enqueue>`)],
    ['a Dial to nobody', response('<Dial/>')],
    ['a Dial to a word', response('<Dial>the mayor</Dial>')],
    ['what is never reached', response('<Hangup/><Say>x</Say>')],
    [
      'too many hints',
      response(`<Gather input="speech" hints="${Array.from({ length: 501 }, (_, n) => `h${n}`).join()}"/>`),
    ],
    ['a hint too long', response(`<Gather input="speech" hints="${'x'.repeat(101)}"/>`)],
    ['more than 64 KB', response(`<Say>${'x'.repeat(70_000)}</Say>`)],
  ])('with %s is refused', (_what, xml) => {
    expect(problemsIn(xml)).not.toEqual([])
  })
})

/** Plays documents by path; keeps what was posted. */
function played(documents: Readonly<Record<string, string | number>>) {
  const posts: { readonly path: string; readonly form: Readonly<Record<string, string>> }[] = []
  const line: Line = {
    async post(path, form) {
      posts.push({ path, form: Object.fromEntries(form) })
      const found = documents[path] ?? documents[path.split('?')[0] ?? ''] ?? ''
      return typeof found === 'number'
        ? { status: found, body: '', problem: 11200 }
        : { status: 200, body: found, problem: null }
    },
    keepRecording: () => ({ sid: 'RE1', url: 'https://api.twilio.com/RE1' }),
  }
  const start = () =>
    startCall(line, { accountSid: 'AC1', from: '+16175550123', to: '+16175550100', sid: 'CA1' })
  return { posts, line, start, last: () => posts.at(-1) }
}
const voice = '/webhooks/twilio/voice'
const gather = (attributes: string, then = '') =>
  response(`<Gather action="${voice}/heard" ${attributes}><Say>one two three four five</Say></Gather>${then}`)

describe('a Gather', () => {
  it('posts speech with its confidence', async () => {
    const { start, posts } = played({
      [voice]: gather('input="speech"'),
      [`${voice}/heard`]: response('<Hangup/>'),
    })
    const call = await start()
    await call.speak('hello', { confidence: 0.7 })
    expect(posts[1]).toMatchObject({
      path: `${voice}/heard`,
      form: { SpeechResult: 'hello', Confidence: '0.7', CallSid: 'CA1' },
    })
    expect(call.state).toBe('ended')
  })
  it.each([
    ['numDigits="1"', '12', '1'],
    ['', '12#3', '12'],
    ['finishOnKey="*"', '12*3', '12'],
    ['finishOnKey=""', '12#', '12#'],
    ['numDigits="4"', '12', '12'],
  ])('with %s takes of %s the keys %s', async (attributes, keys, digits) => {
    const { start, posts } = played({ [voice]: gather(attributes), [`${voice}/heard`]: response('') })
    await (await start()).press(keys)
    expect(posts[1]?.form.Digits).toBe(digits)
  })
  it('falls through where nothing was entered, unless it is told to ask anyway', async () => {
    const through = played({ [voice]: gather('', '<Say>bye</Say>') })
    const call = await through.start()
    await call.silence()
    expect(spokenBy(call.events).at(-1)?.text).toContain('bye')
    expect(through.posts.map(({ path }) => path)).toEqual([voice, `${voice}/status`])
    const asked = played({
      [voice]: gather('actionOnEmptyResult="true"', '<Say>bye</Say>'),
      [`${voice}/heard`]: response(''),
    })
    await (await asked.start()).silence()
    expect(asked.posts[1]).toMatchObject({ path: `${voice}/heard`, form: { Digits: '', SpeechResult: '' } })
  })
  it('hears neither keys nor speech that it was not asked for', async () => {
    const { start, posts } = played({ [voice]: gather('input="dtmf"', '<Say>bye</Say>') })
    await (await start()).speak('hello')
    expect(posts.map(({ path }) => path)).toEqual([voice, `${voice}/status`])
  })
  it('is broken into, unless bargeIn is off', async () => {
    for (const [bargeIn, whole] of [
      ['true', false],
      ['false', true],
    ] as const) {
      const { start } = played({
        [voice]: gather(`input="speech" bargeIn="${bargeIn}"`),
        [`${voice}/heard`]: response(''),
      })
      const call = await start()
      await call.speak('hello', { afterS: 0.5 })
      expect(spokenSeconds(call.events) > 1).toBe(whole)
    }
  })
  it('makes no request where the caller hangs up; the status callback says so', async () => {
    const { start, posts } = played({ [voice]: gather('') })
    const call = await start()
    await call.hangUp()
    expect(posts.map(({ path }) => path)).toEqual([voice, `${voice}/status`])
    expect(posts.at(-1)?.form.CallStatus).toBe('completed')
    await expect(call.press('1')).rejects.toThrow('nobody listens')
  })
})

describe('a queue', () => {
  const enqueue = `<Enqueue action="${voice}/queued?x=1" waitUrl="${voice}/waiting">line</Enqueue>`
  const documents = (waiting: string) => ({
    [voice]: response(`<Say>hold</Say>${enqueue}`),
    [`${voice}/waiting`]: response(waiting),
    [`${voice}/leave`]: response('<Leave/>'),
    [`${voice}/queued`]: response('<Say>over</Say>'),
  })
  const listening = `<Gather input="dtmf" numDigits="1" finishOnKey="" action="${voice}/leave"><Say>wait</Say></Gather>`
  const started = async (waiting: string, queue: Parameters<typeof startCall>[1]['queue']) => {
    const { posts, line } = played(documents(waiting))
    const call = await startCall(line, {
      ...{ accountSid: 'AC1', from: '+16175550123', to: '+16175550100', sid: 'CA1' },
      ...(queue !== undefined && { queue }),
    })
    return { call, posts }
  }
  it('that somebody takes a call out of at once leads to its action, after the talk', async () => {
    const { call, posts } = await started(listening, undefined)
    expect(posts[1]).toMatchObject({ path: `${voice}/queued?x=1`, form: { QueueResult: 'bridged' } })
    expect(call.state).toBe('ended')
  })
  it('plays its document again and again, with the place in line', async () => {
    const { call, posts } = await started(listening, () => ({ after: 3, result: 'bridged', position: 2 }))
    expect(call.state).toBe('gather')
    await call.silence()
    await call.silence()
    expect(posts.slice(1).map(({ form }) => [form.QueuePosition, form.QueueTime])).toEqual([
      ['2', '0'],
      ['1', '20'],
      ['1', '40'],
    ])
    await call.silence()
    expect(posts[4]).toMatchObject({ path: `${voice}/queued?x=1`, form: { QueueResult: 'bridged' } })
  })
  it.each(['queue-full', 'error', 'system-error', 'redirected'] as const)(
    'may end with %s',
    async (result) => {
      const { posts } = await started(listening, () => ({ after: 0, result }))
      expect(posts[1]).toMatchObject({ path: `${voice}/queued?x=1`, form: { QueueResult: result } })
    },
  )
  it('is left by a key that leads to Leave, and by hanging up', async () => {
    const one = await started(listening, () => ({ after: 5, result: 'bridged' }))
    await one.call.press('1')
    expect(one.posts.map(({ path, form }) => [path, form.QueueResult])).toEqual([
      [voice, undefined],
      [`${voice}/waiting`, undefined],
      [`${voice}/leave`, undefined],
      [`${voice}/queued?x=1`, 'leave'],
      [`${voice}/status`, undefined],
    ])
    const other = await started(listening, () => ({ after: 5, result: 'bridged' }))
    await other.call.hangUp()
    expect(other.posts.slice(2).map(({ path, form }) => [path, form.QueueResult])).toEqual([
      [`${voice}/queued?x=1`, 'hangup'],
      [`${voice}/status`, undefined],
    ])
  })
  it('takes only what may be heard in it', async () => {
    expect(problemsIn(response('<Record/>'), true)).toEqual(['<Record> may not be heard in a queue'])
    expect(problemsIn(response('<Leave/>'), true)).toEqual([])
    const { posts } = await started('<Record/>', () => ({ after: 5, result: 'bridged' }))
    expect(posts[2]).toMatchObject({ path: `${voice}/queued?x=1`, form: { QueueResult: 'error' } })
  })
})

describe('a call', () => {
  it('goes to the fallback where a document fails, with the error and its address', async () => {
    const { start, posts } = played({ [voice]: 503, [`${voice}/fallback`]: response('<Say>sorry</Say>') })
    const call = await start()
    expect(posts[1]).toMatchObject({
      path: `${voice}/fallback`,
      form: { ErrorCode: '11200', ErrorUrl: voice },
    })
    expect(spokenBy(call.events)).toEqual([{ who: '311', text: 'sorry' }])
  })
  it('drops where the fallback fails too, and where a document is refused', async () => {
    const { start } = played({ [voice]: response('<Nonsense/>'), [`${voice}/fallback`]: 500 })
    expect((await start()).events).toContainEqual({ who: 'twilio', did: 'drop', code: '11200' })
  })
  it('follows redirects, and not in a circle', async () => {
    const { start } = played({ [voice]: response(`<Redirect>${voice}</Redirect>`) })
    await expect(start()).rejects.toThrow('in a circle')
  })
  it('tells who was dialled and goes on at the action', async () => {
    const { start, posts } = played({
      [voice]: response(`<Dial action="${voice}/dialled?x=1&amp;y=2">+16175550199</Dial>`),
      [`${voice}/dialled`]: response('<Say>nobody</Say>'),
    })
    await start()
    expect(posts[1]).toMatchObject({
      path: `${voice}/dialled?x=1&y=2`,
      form: { DialCallStatus: 'no-answer' },
    })
  })
  it('records: the action in the call, its callback without the caller', async () => {
    const { start, posts } = played({
      [voice]: response(
        `<Record action="${voice}/recorded" recordingStatusCallback="${voice}/recording"/><Say>empty</Say>`,
      ),
    })
    const call = await start()
    await call.leaveMessage(new Uint8Array(4))
    expect(posts.map(({ path }) => path)).toEqual([
      voice,
      `${voice}/recorded`,
      `${voice}/status`,
      `${voice}/recording`,
    ])
    expect(posts[1]?.form).toMatchObject({ RecordingSid: 'RE1', Digits: 'hangup', From: '+16175550123' })
    expect(posts[3]?.form.From).toBeUndefined()
    const silent = await played({ [voice]: response('<Record/><Say>empty</Say>') }).start()
    await silent.silence()
    expect(spokenBy(silent.events).at(-1)?.text).toContain('empty')
  })
})
