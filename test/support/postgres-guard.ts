/**
 * Waits for the process that started it to end, however it ends: then the pipe closes. Puts away the one
 * server in the folder it was given, and the folder.
 * @module
 */
import { rm } from 'node:fs/promises'
import { startPostgres } from '../../src/app/postgres/index.ts'

const [, , dataDir] = process.argv
if (dataDir !== undefined) {
  process.stdin.resume()
  process.stdin.once('close', async () => {
    // Takes the server over; where its owner still lives this throws, and the owner puts it away.
    const server = await startPostgres({ dataDir, log: () => undefined })
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  })
}
