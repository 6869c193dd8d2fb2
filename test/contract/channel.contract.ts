/**
 * What every channel has to do, whoever the provider is. A harness makes genuine deliveries and plays the provider.
 * @module
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '../../src/core/errors.ts'
import type { Channel, HttpRequest, Inbound, OutboundReply } from '../../src/core/ports.ts'
import { DeliveryReport, InboundMessage } from '../../src/core/request.ts'
import { outbound } from '../channels/outbound.ts'

/** One message as a resident writes it. `id` is the provider's; `extra` are fields nobody announced. */
export interface TestMessage {
  readonly id: string
  readonly text: string
  readonly files?: number
  readonly extra?: Readonly<Record<string, string>>
}
export interface OpenChannel {
  readonly channel: Channel
  /** Genuine: signed as the provider signs. */
  message(message: TestMessage): HttpRequest
  /** Genuine, but without what a message cannot do without. */
  malformed(): HttpRequest
  /** The request with a signature someone else made, and with none. */
  forged(request: HttpRequest): HttpRequest
  unsigned(request: HttpRequest): HttpRequest
  /** Genuine news on a reply, as its provider words it; null where this provider sends none. */
  report(providerId: string, stage: 'sent' | 'delivered'): HttpRequest | null
  readonly addresses: { readonly resident: string; readonly ours: string }
  /** Texts the provider took from us, in order. */
  sent(): readonly { readonly to: string; readonly text: string }[]
  /**
   * The provider meets the next reply with this. `unknown-outcome`: it takes the reply, and its answer is lost.
   * `rate-limited`: it asks for a pause of `pauseMs`.
   */
  fail(code: ErrorCode): void
  close(): Promise<void>
}
export interface ChannelHarness {
  open(): Promise<OpenChannel>
  /** Failures of a reply that this provider knows. */
  readonly failures: readonly ErrorCode[]
  /** Why a promise can't be kept or shown here; the suite prints it. */
  readonly unable?: { readonly [promise in Promised]?: string }
  /** Where its paths begin; `/webhooks/` where nothing else is fixed from the outside. */
  readonly paths?: RegExp
  /** What arrives of a text, where the medium itself can't carry all of it (line endings, outer space). */
  arrives?(text: string): string
}
/**
 * `once`: a reply tried again is out once. `pause`: the provider says for how long it wants to be left alone.
 * `signature`: nobody signs here. `reply`: nothing can be sent, all is said in the response. `empty`: a delivery
 * without words is no message (silence on the phone).
 */
type Promised = 'once' | 'pause' | 'signature' | 'reply' | 'empty'

/** The pause a played provider asks for: longer than a test may take, so nobody waits for it in a reply. */
export const pauseMs = 60_000

/** Text with everything that breaks software: controls, NUL, surrogates, right to left, emoji. */
const anyText = fc.string({
  unit: fc.oneof(
    { weight: 9, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom('\0', '\n', '\u202e', '\ud800', '\udfff', '+', '&', '%') },
  ),
  maxLength: 200,
})

const isSilent = (text: string): boolean => text.replaceAll('\0', '').trim() === ''

async function read(channel: Channel, request: HttpRequest): Promise<readonly Inbound[]> {
  return channel.normalise(await channel.receive(await channel.verify(request)))
}
/** The request with another body. */
function hullo(request: HttpRequest): HttpRequest {
  if (request.bytes === undefined) return { ...request, body: request.body.replace('hello', 'hullo') }
  const changed = Buffer.from(request.bytes).toString('latin1').replace('hello', 'hullo')
  return { ...request, bytes: Buffer.from(changed, 'latin1') }
}
async function codeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'no error'
  } catch (error) {
    return error instanceof AppError ? error.code : `not an AppError: ${String(error)}`
  }
}
function onlyMessage(inbound: readonly Inbound[]) {
  const [first, ...others] = inbound
  if (first?.kind !== 'message' || others.length > 0) throw new Error('one message was expected')
  return first.message
}

export function channelContract(name: string, harness: ChannelHarness): void {
  describe(`the ${name} channel keeps the contract:`, () => {
    let open: OpenChannel
    let again: OpenChannel
    beforeAll(async () => {
      open = await harness.open()
      again = await harness.open()
    })
    afterAll(async () => {
      await open.close()
      await again.close()
    })
    const hello = { id: 'contract-hello', text: 'hello' }
    /** Whether the harness has a reason, which every reporter shows. */
    const saysWhyNot = (promise: Promised): boolean => {
      const reason = harness.unable?.[promise]
      if (reason !== undefined) console.info(`the ${name} channel does not promise "${promise}": ${reason}`)
      return reason !== undefined
    }

    it('its name is that of its folder and its paths are webhooks', () => {
      expect(open.channel.name).toBe(name)
      const doors = [...open.channel.routes, ...(open.channel.receivers ?? [])]
      expect(doors.length).toBeGreaterThan(0)
      for (const { path } of open.channel.routes) expect(path).toMatch(harness.paths ?? /^\/webhooks\//)
    })

    it('a genuine delivery is verified', async () => {
      expect(await codeOf(() => open.channel.verify(open.message(hello)))).toBe('no error')
    })
    it('a wrong signature is refused', async ({ skip }) => {
      if (saysWhyNot('signature')) return skip(harness.unable?.signature)
      expect(await codeOf(() => open.channel.verify(open.forged(open.message(hello))))).toBe('bad-signature')
    })
    it('no signature is refused', async ({ skip }) => {
      if (saysWhyNot('signature')) return skip(harness.unable?.signature)
      expect(await codeOf(() => open.channel.verify(open.unsigned(open.message(hello))))).toBe(
        'bad-signature',
      )
    })
    it('a body that was changed on the way is refused', async ({ skip }) => {
      if (saysWhyNot('signature')) return skip(harness.unable?.signature)
      const genuine = open.message(hello)
      const changed = hullo(genuine)
      expect(changed).not.toEqual(genuine)
      expect(await codeOf(() => open.channel.verify(changed))).toBe('bad-signature')
    })
    it('a genuine delivery of the wrong shape is malformed', async () => {
      const verified = await open.channel.verify(open.malformed())
      expect(await codeOf(async () => open.channel.receive(verified))).toBe('malformed')
    })

    it('any text arrives as a message of the domain, well-formed and without NUL', async () => {
      await fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          fc.pre(harness.unable?.empty === undefined || !isSilent(text))
          const message = onlyMessage(await read(open.channel, open.message({ id: 'contract-any', text })))
          expect(InboundMessage.safeParse(message).success).toBe(true)
          expect(message.text).toBe(harness.arrives?.(text) ?? text.toWellFormed().replaceAll('\0', ''))
          expect(JSON.stringify(message)).not.toMatch(/\\u0000|\\ud[89a-f]/i)
        }),
        { numRuns: 100 },
      )
    })
    it('normalising is pure: the same delivery gives the same messages with the same ids, in any process', async () => {
      await fc.assert(
        fc.asyncProperty(
          anyText,
          fc.stringMatching(/^[a-z0-9]{1,20}$/),
          fc.nat(3),
          async (text, id, files) => {
            fc.pre(harness.unable?.empty === undefined || !isSilent(text))
            const request = open.message({ id, text, files })
            const raw = await open.channel.receive(await open.channel.verify(request))
            const before = JSON.stringify(raw)
            const first = open.channel.normalise(raw)
            expect(open.channel.normalise(raw)).toEqual(first)
            expect(JSON.stringify(raw)).toBe(before)
            expect(await read(open.channel, request)).toEqual(first)
            const elsewhere = onlyMessage(await read(again.channel, again.message({ id, text, files })))
            expect(elsewhere.id).toBe(onlyMessage(first).id)
            expect(elsewhere.media.map((file) => file.id)).toEqual(
              onlyMessage(first).media.map((file) => file.id),
            )
          },
        ),
        { numRuns: 50 },
      )
    })
    it('other messages and other files have other ids', async () => {
      const inbound = await Promise.all(
        ['a', 'b'].map(async (id) =>
          onlyMessage(await read(open.channel, open.message({ id, text: 'x', files: 2 }))),
        ),
      )
      const ids = inbound.flatMap((message) => [message.id, ...message.media.map((file) => file.id)])
      const files = open.channel.can.media ? 4 : 0
      expect(new Set(ids).size).toBe(2 + files)
    })
    it('fields nobody announced are kept', async () => {
      const extra = { SomethingNew: 'of tomorrow' }
      const message = onlyMessage(await read(open.channel, open.message({ ...hello, extra })))
      expect(message.raw).toMatchObject(extra)
    })
    it('a redelivery is answered as the first time', async () => {
      const answer = async () =>
        open.channel.respond(await open.channel.receive(await open.channel.verify(open.message(hello))), [])
      const first = await answer()
      expect(first.status).toBeGreaterThanOrEqual(200)
      expect(first.status).toBeLessThan(300)
      expect(await answer()).toEqual(first)
    })

    it('what fits, fits when it is shorter', () => {
      expect(open.channel.can.fits('')).toBe(true)
      expect(open.channel.can.fits('x'.repeat(100_000))).toBe(false)
      fc.assert(
        fc.property(
          fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), { maxLength: 400 }),
          (characters) => {
            const shorter = characters.slice(0, Math.floor(characters.length / 2)).join('')
            return !open.channel.can.fits(characters.join('')) || open.channel.can.fits(shorter)
          },
        ),
      )
    })

    let replies = 0
    /** Another reply each time: a provider that knows a key again sends nothing. */
    const newReply = () => {
      replies += 1
      return outbound({
        key: `eff_contract${replies}` as const,
        to: open.addresses.resident,
        from: open.addresses.ours,
        text: `Reply ${replies} with ü, 路 and 😀.`,
      })
    }
    /** The error of the next reply, which the provider meets with `code`. */
    const failed = async (code: ErrorCode, reply: OutboundReply): Promise<AppError> => {
      open.fail(code)
      const error: unknown = await open.channel.reply(reply).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      if (error instanceof AppError) return error
      throw error ?? new Error('the reply went out')
    }
    it('a reply reaches the provider as it is, and its receipt names it', async ({ skip }) => {
      if (saysWhyNot('reply')) return skip(harness.unable?.reply)
      const before = open.sent().length
      const reply = newReply()
      const receipt = await open.channel.reply(reply)
      expect(receipt.providerId).not.toBe('')
      expect(open.sent().slice(before)).toEqual([{ to: reply.to, text: reply.text }])
    })
    it('news on a reply names it and only goes forward', async ({ skip }) => {
      if (saysWhyNot('reply')) return skip(harness.unable?.reply)
      const receipt = await open.channel.reply(newReply())
      const stages = (['sent', 'delivered'] as const).map((stage) => open.report(receipt.providerId, stage))
      let rank = receipt.rank
      for (const request of stages) {
        if (request === null) continue
        const [news] = await read(open.channel, request)
        if (news?.kind !== 'delivery') throw new Error('a delivery report was expected')
        expect(DeliveryReport.parse(news.report)).toMatchObject({
          providerId: receipt.providerId,
          failure: null,
        })
        expect(news.report.rank).toBeGreaterThan(rank)
        rank = news.report.rank
      }
    })
    it.each(harness.failures)(
      'a reply that fails with %s says so, without the resident in the message',
      async (code) => {
        const error = await failed(code, newReply())
        expect(error.code).toBe(code)
        expect(error.message).not.toContain(open.addresses.resident)
      },
    )
    it('a reply tried again after an unknown outcome is out once', async ({ skip }) => {
      if (saysWhyNot('once')) return skip(harness.unable?.once)
      expect(harness.failures, 'play it, or say in `unable.once` why not').toContain('unknown-outcome')
      const before = open.sent().length
      const reply = newReply()
      const maybeSentSince = Date.now()
      await failed('unknown-outcome', reply)
      expect(open.sent().slice(before), 'the provider took the first try').toHaveLength(1)
      const receipt = await open.channel.reply({ ...reply, maybeSentSince })
      expect(receipt.providerId).not.toBe('')
      expect(open.sent().slice(before)).toEqual([{ to: reply.to, text: reply.text }])
    })
    it('a reply that may be out, and is not, goes out beside others', async ({ skip }) => {
      if (saysWhyNot('reply')) return skip(harness.unable?.reply)
      const maybeSentSince = Date.now()
      await open.channel.reply(newReply())
      const before = open.sent().length
      const reply = newReply()
      await open.channel.reply({ ...reply, maybeSentSince })
      expect(open.sent().slice(before)).toEqual([{ to: reply.to, text: reply.text }])
    })
    it('rate-limited says how long the provider wants to be left alone', async ({ skip }) => {
      if (saysWhyNot('pause')) return skip(harness.unable?.pause)
      expect(harness.failures, 'play it, or say in `unable.pause` why not').toContain('rate-limited')
      const { afterMs } = await failed('rate-limited', newReply())
      // Some providers name an hour on their clock instead of a time to wait, and round it.
      expect(afterMs).toBeGreaterThan(pauseMs / 2)
      expect(afterMs).toBeLessThan(pauseMs * 2)
    })
  })
}
