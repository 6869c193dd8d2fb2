/**
 * One of our processes at a time looks after a data folder: two would stop the server under each other.
 * @module
 */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import { isAlive, startMark } from './processes.ts'

const Owner = z.object({ pid: z.int().positive(), started: z.string() })

/** Takes the folder; a mark left by a process that is gone is cleaned up. Throws AppError `conflict`. */
export async function takeOwnership(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, 'postgres.owner')
  const mine = JSON.stringify({ pid: process.pid, started: await startMark(process.pid) })
  for (let tries = 0; ; tries += 1) {
    try {
      await writeFile(path, mine, { flag: 'wx', mode: 0o600 })
      return async () => {
        if ((await readFile(path, 'utf8').catch(() => '')) === mine) await rm(path, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const pid = await liveOwner(path)
    if (pid !== null || tries > 3) {
      throw new AppError(
        'conflict',
        `process ${pid ?? '?'} already runs on the data folder ${dataDir}; stop it first`,
      )
    }
    await rm(path, { force: true })
  }
}

async function liveOwner(path: string): Promise<number | null> {
  try {
    const owner = Owner.parse(JSON.parse(await readFile(path, 'utf8')))
    const same = (await isAlive(owner.pid)) && (await startMark(owner.pid)) === owner.started
    return same ? owner.pid : null
  } catch {
    return null
  }
}
