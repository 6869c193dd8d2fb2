/** The door for mail servers, with a fake inbox behind it. */
import { createConnection } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { emailChannel } from '../../channels/email/index.ts'
import { largestMail } from '../../channels/email/listener.ts'
import { AppError } from '../../src/core/errors.ts'
import type { Inbound } from '../../src/core/ports.ts'
import { type RunningSmtpPlayer, startSmtpPlayer } from '../../src/sandbox/smtp/index.ts'
import { config, ours } from './email.harness.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function door(
  take: (inbound: readonly Inbound[]) => Promise<void> = async () => undefined,
  protocol: 'smtp' | 'lmtp' = 'smtp',
) {
  const taken: Inbound[][] = []
  let port = 0
  const opened = (at: number): void => {
    port = at
  }
  const listen = { host: '127.0.0.1', port: 0, protocol, opened }
  const [receiver] = emailChannel(config({ listen })).receivers ?? []
  const stop = await receiver?.start({
    async take(inbound) {
      taken.push([...inbound])
      await take(inbound)
    },
    hold: async () => 'held',
    keep: async () => undefined,
    kept: async () => [],
    log: () => undefined,
  })
  if (receiver === undefined || stop === undefined) throw new Error('no receiver')
  let stopped = false
  const once = async () => {
    if (!stopped) await stop()
    stopped = true
  }
  stops.push(once)
  const player: RunningSmtpPlayer = await startSmtpPlayer({
    ours,
    gateway: () => ({ host: '127.0.0.1', port }),
  })
  stops.push(() => player.stop())
  return { taken, player, port, receiver, stop: once }
}
const messages = (taken: readonly Inbound[][]) =>
  taken.flat().flatMap((one) => (one.kind === 'message' ? [one.message] : []))

describe('the listener', () => {
  it('runs where residents arrive, and says 250 only once the mail is durable', async () => {
    const steps: string[] = []
    const { player, receiver } = await door(async () => {
      await new Promise((later) => setImmediate(later))
      steps.push('durable')
    })
    expect(receiver.runsIn).toBe('gateway')
    const { response } = await player.deliver('a@mail.example', 'Street', 'A pothole.')
    steps.push(response.slice(0, 3))
    expect(steps).toEqual(['durable', '250'])
  })
  it('says 451 while the ledger is away, and whatever else is not the sender’s fault', async () => {
    const { player } = await door(async () => {
      throw new AppError('storage-away', 'no ledger')
    })
    await expect(player.deliver('a@mail.example', 'Street', 'A pothole.')).rejects.toMatchObject({
      responseCode: 451,
    })
    const broken = await door(async () => {
      throw new Error('a mistake of ours')
    })
    await expect(broken.player.deliver('a@mail.example', 'Street', 'A pothole.')).rejects.toMatchObject({
      responseCode: 451,
    })
  })
  it('takes one mail to several addresses of ours once, with the token among them', async () => {
    const { player, taken } = await door()
    await player.deliverRaw('From: a@mail.example\r\n\r\nA pothole.\r\n', {
      from: 'a@mail.example',
      to: [ours, '311+abc@boston.example', ours.toUpperCase()],
    })
    expect(messages(taken)).toHaveLength(1)
    expect(messages(taken)[0]).toMatchObject({
      from: 'a@mail.example',
      to: ours,
      text: 'A pothole.',
      raw: { mail: { to: [ours, '311+abc@boston.example'] } },
    })
  })
  it('relays for nobody', async () => {
    const { player, taken } = await door()
    await expect(
      player.deliverRaw('x', { from: 'a@mail.example', to: ['b@mail.example'] }),
    ).rejects.toMatchObject({ responseCode: 550 })
    await expect(
      player.deliverRaw('x', { from: 'a@mail.example', to: ['3111@boston.example'] }),
    ).rejects.toMatchObject({ responseCode: 550 })
    expect(taken).toEqual([])
  })
  it('refuses what is too large for good, announced or not', async () => {
    const { player, taken, port } = await door()
    const large = Buffer.alloc(largestMail + 10, 'x\r\n')
    await expect(player.deliverRaw(large, { from: 'a@mail.example' })).rejects.toMatchObject({
      responseCode: 552,
    })
    expect(taken).toEqual([])
    expect(await talk(port, ['EHLO x', `MAIL FROM:<a@mail.example> SIZE=${largestMail + 1}`])).toMatch(
      /^552/m,
    )
  })
  it('knows a mail from nobody: bounces have the null return path', async () => {
    const { player, taken } = await door()
    await player.deliverRaw('From: b@mail.example\r\nSubject: x\r\n\r\ny\r\n', { from: '' })
    expect(messages(taken)[0]).toMatchObject({
      origin: { writer: 'machine' },
      raw: { mail: { returnPath: '', automatic: 'null-path' } },
    })
  })
  it('keeps 8-bit bytes as they came', async () => {
    const { player, taken } = await door()
    const bytes = Buffer.concat([
      Buffer.from('From: a@mail.example\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n'),
      Buffer.from([0xbf, 0xd3, 0xb6, 0xb4, 13, 10]),
    ])
    await player.deliverRaw(bytes, { from: 'a@mail.example' })
    expect(messages(taken)[0]?.text).toBe('坑洞')
    const [one] = taken.flat()
    expect(
      one?.kind === 'message' && Buffer.from(one.files?.[0]?.bytes ?? []).includes(Buffer.from([0xbf, 0xd3])),
    ).toBe(true)
  })
  it('speaks LMTP where it is told to', async () => {
    const { port } = await door(undefined, 'lmtp')
    const said = await talk(port, [
      'LHLO x',
      'MAIL FROM:<a@mail.example>',
      `RCPT TO:<${ours}>`,
      `RCPT TO:<311+abc@boston.example>`,
      'DATA',
      'From: a@mail.example\r\n\r\nA pothole.\r\n.',
    ])
    expect(said.match(/^250 .*kept/gm)).toHaveLength(2)
  })
  it('finishes what is under way when it stops', async () => {
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const { player, stop } = await door(async () => {
      begun.resolve()
      await gate.promise
    })
    const sending = player.deliver('a@mail.example', 'Street', 'A pothole.')
    await begun.promise
    const stopping = stop()
    gate.resolve()
    expect((await sending).response).toMatch(/^250/)
    await stopping
  })
  it('says which port is taken', async () => {
    const { port } = await door()
    const [receiver] =
      emailChannel(config({ listen: { host: '127.0.0.1', port, protocol: 'smtp' } })).receivers ?? []
    await expect(
      receiver?.start({
        take: async () => undefined,
        hold: async () => 'held',
        keep: async () => undefined,
        kept: async () => [],
        log: () => undefined,
      }),
    ).rejects.toThrow(/SMTP_IN_PORT/)
  })
})

/** Says line by line, each after an answer; answers all that was heard. */
function talk(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(port, '127.0.0.1')
    const queue = [...lines, 'QUIT']
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('error', reject)
    socket.on('end', () => resolve(heard))
    socket.on('data', (chunk: string) => {
      heard += chunk
      if (!/^\d{3} [^\n]*\r\n$/m.test(chunk)) return
      const next = queue.shift()
      if (next === undefined) socket.end()
      else socket.write(`${next}\r\n`)
    })
  })
}
