/**
 * The few things of the Workers runtime that the edge touches, as types. The bindings stand in wrangler.toml.
 * https://developers.cloudflare.com/durable-objects/api/sqlite-storage-api/
 * https://developers.cloudflare.com/queues/configuration/javascript-apis/
 * @module
 */

/** Synchronous key-value side of a Durable Object's SQLite. Lists in the order of keys. Values up to 2 MB. */
export interface Kv {
  get(key: string): unknown
  put(key: string, value: unknown): void
  delete(key: string): boolean
  list(options: { readonly prefix: string; readonly limit?: number }): Iterable<[string, unknown]>
}

export interface ObjectStorage {
  readonly kv: Kv
  /** All of it or none of it is kept. */
  transactionSync<T>(change: () => T): T
  /** Unix milliseconds; null: none is set. */
  getAlarm(): Promise<number | null>
  setAlarm(at: number): Promise<void>
  /** The alarm too. */
  deleteAll(): Promise<void>
}

/** 64 hexadecimal digits. */
export interface ObjectId {
  toString(): string
}

export interface ObjectContext {
  readonly id: ObjectId
  readonly storage: ObjectStorage
  /** No other event reaches the object until it is done. */
  blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>
}

/** A namespace of Durable Objects; `Calls` are the methods that may be called from outside. */
export interface Objects<Calls> {
  getByName(name: string): Calls & { readonly id: ObjectId }
  get(id: ObjectId): Calls & { readonly id: ObjectId }
  /** Throws for what is no id of this namespace. */
  idFromString(hex: string): ObjectId
}

/** What goes in is copied; 128 KB at most. */
export interface Sender<Body> {
  send(body: Body, options?: { readonly delaySeconds?: number }): Promise<unknown>
}

/** One message of a queue. Delivered at least once. */
export interface QueueMessage {
  readonly id: string
  readonly attempts: number
  readonly body: unknown
  ack(): void
  retry(options?: { readonly delaySeconds?: number }): void
}

export interface QueueBatch {
  readonly queue: string
  readonly messages: readonly QueueMessage[]
}

/** Keeps the Worker alive after its answer until the promise has settled. */
export interface Afterwards {
  waitUntil(work: Promise<unknown>): void
}
