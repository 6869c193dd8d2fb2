/**
 * The embedded PostgreSQL for a command: the one that runs, or one for the moment.
 * @module
 */
import { realpath } from 'node:fs/promises'
import { asAppError } from '../../core/errors.ts'
import type { Log } from '../../core/events.ts'
import { heldBy } from './cluster.ts'
import { findHome } from './home.ts'
import { startPostgres, urlOf } from './start.ts'

/** Uses the server that another process of ours looks after, else starts it until `giveBack`. Throws AppError. */
export async function borrowPostgres(options: {
  readonly dataDir: string
  readonly log: Log
}): Promise<{ readonly url: string; giveBack(): Promise<void> }> {
  try {
    const own = await startPostgres(options)
    return { url: own.url, giveBack: () => own.stop() }
  } catch (thrown) {
    const error = asAppError(thrown)
    if (error.code !== 'conflict') throw error
    const home = await findHome(await realpath(options.dataDir))
    const { running } = await heldBy(home)
    if (running === null) throw error
    return { url: urlOf(home, running.port), giveBack: async () => undefined }
  }
}
