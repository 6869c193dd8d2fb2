/**
 * Two gateways behind one address and two workers, and what each of the four did.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningPlayer } from '../../src/sandbox/twilio/index.ts'
import { ours } from '../support/app.ts'
import type { Role } from '../support/process.ts'
import { freePort } from '../support/redis.ts'
import { stage } from './stage.ts'
import type { Text } from './stories.ts'

/** As providers know the gateways: one address, whoever is behind it. */
const publicUrl = 'https://311.example.org'

export interface Gateway extends Role {
  readonly url: string
}
type Pair<T> = readonly [T, T]

/** Starts them on a stage of their own and waits until they are ready. */
export async function twoOfEach(redisUrl: string) {
  const [first, second] = [await freePort(), await freePort()]
  const alive = new Set<string>()
  let towards: string | null = null
  let turn = 0
  // Delivery reports go to whoever lives, by turns.
  const next = (): string => [...alive][turn++ % alive.size] ?? ''
  const set = await stage({ redisUrl, publicUrl, gatewayUrl: () => towards ?? next() })
  const gateway = (port: number): Gateway => {
    const url = `http://127.0.0.1:${port}`
    const role = set.start('gateway', { PORT: String(port) })
    alive.add(url)
    role.gone.then(() => alive.delete(url))
    return { ...role, url }
  }
  const gateways: Pair<Gateway> = [gateway(first), gateway(second)]
  const workers: Pair<Role> = [set.start('worker', {}), set.start('worker', {})]
  await Promise.all([...gateways, ...workers].map((role) => role.ready)).catch(async (error: unknown) => {
    await set[Symbol.asyncDispose]()
    throw error
  })
  return {
    ...set,
    gateways,
    workers,
    /** What `send` delivers goes to this gateway: the player looks up the address before it waits for anything. */
    through<T>({ url }: Gateway, send: (player: RunningPlayer) => Promise<T>): Promise<T> {
      towards = url
      const sent = send(set.player)
      towards = null
      return sent
    },
  }
}
export type TwoOfEach = Awaited<ReturnType<typeof twoOfEach>>

/** Sends one until a gateway took it, the two by turns, as a load balancer does. Answers which one did. */
export async function send(on: TwoOfEach, { sid, from, text, turn }: Text): Promise<Gateway> {
  for (let attempt = 0; ; attempt += 1) {
    const gateway = on.gateways[(turn + attempt) % 2 === 0 ? 0 : 1]
    const { status } = await on
      .through(gateway, (player) =>
        attempt === 0 ? player.deliver({ from, to: ours, text, sid }) : player.redeliver(sid),
      )
      .catch(() => ({ status: 0 }))
    if (status === 200) return gateway
    if (status !== 0 && status !== 503) throw new Error(`a gateway answered ${status}`)
    await sleep(50)
  }
}

/** The same message at both gateways at the same moment. Answers the HTTP statuses. */
export async function sendToBoth(
  { gateways, through }: TwoOfEach,
  { sid, from, text }: Text,
): Promise<readonly number[]> {
  const answers = [
    through(gateways[0], (player) => player.deliver({ from, to: ours, text, sid })),
    through(gateways[1], (player) => player.redeliver(sid)),
  ]
  return (await Promise.all(answers)).map((answer) => answer.status)
}

/** How often the log of these processes says `event`. */
export const said = (roles: readonly Role[], event: string): number =>
  roles.flatMap((role) => role.events).filter((e) => e.event === event).length

/** Sum of a figure of `delivery.accepted`. */
export const accepted = (gateways: readonly Role[], figure: 'messages' | 'fresh' | 'reports'): number =>
  gateways
    .flatMap((gateway) => gateway.events)
    .filter((e) => e.event === 'delivery.accepted')
    .reduce((sum, { fields }) => sum + Number(fields[figure]), 0)

/** A reply as the ledger has it. */
export interface Reply {
  readonly resident: string
  /** What the resident had sent. */
  readonly sid: string
  /** Twilio's id of the reply. */
  readonly reply: string
  readonly tries: number
}
/** All replies in the order in which turns decided on them. */
export const repliesOf = (on: TwoOfEach): Promise<readonly Reply[]> =>
  on.rows<Reply>(`
    SELECT m.resident, m.provider_id AS sid, e.provider_id AS reply, e.attempts AS tries
    FROM effects e JOIN messages m ON m.id = e.message_id WHERE e.kind = 'reply' ORDER BY e.seq`)

/** A request and its case, in the order of the reports. */
export interface Placed {
  readonly resident: string
  readonly address: string
  readonly filed: string
}
export const placesOf = (on: TwoOfEach): Promise<readonly Placed[]> =>
  on.rows<Placed>(`
    SELECT m.resident, r.place ->> 'address' AS address, l.snapshot #>> '{place,address}' AS filed
    FROM service_requests r JOIN messages m ON m.id = r.message_ids[1]
    LEFT JOIN local_cases l ON l.request_id = r.id ORDER BY m.seq`)

/** Twilio's ids of what this phone got from us, in the order of sending. */
export const heard = (on: TwoOfEach, phone: string): readonly string[] =>
  on.player
    .messages()
    .filter((m) => m.direction === 'outbound-api' && m.to === phone)
    .map((m) => m.sid)
