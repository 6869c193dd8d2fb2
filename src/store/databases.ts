/**
 * Making and dropping whole databases: for tests and drills, on a server of their own.
 * @module
 */
import pg from 'pg'
import { asStorageError } from './failures.ts'

/** `url` is any database of the server. Throws AppError. */
export const createDatabase = (url: string, name: string): Promise<void> =>
  once(url, (client) => `CREATE DATABASE ${client.escapeIdentifier(name)}`)

/** Throws out whoever is connected. Nothing happens where there is none. Throws AppError. */
export const dropDatabase = (url: string, name: string): Promise<void> =>
  once(url, (client) => `DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`)

async function once(url: string, statement: (client: pg.Client) => string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(statement(client))
  } catch (error) {
    throw asStorageError(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}
