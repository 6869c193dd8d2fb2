/**
 * What the operating system says of a process id. Ids are reused, and a dead child that nobody waited for
 * still answers to a signal, so existence alone proves nothing.
 * @module
 */
import { execFile } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** True while the process runs. A zombie does not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it exists and belongs to someone else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const stat = await procStat(pid)
  return stat === null || stat[0] !== 'Z'
}

/** A mark that no later process with the same id has: its start in clock ticks since boot, or '' off Linux. */
export async function startMark(pid: number): Promise<string> {
  const stat = await procStat(pid)
  return stat?.[19] ?? ''
}

/** True where the process is a PostgreSQL server of this data folder (it makes that its working directory). */
export async function servesFolder(pid: number, folder: string): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === folder
  } catch {
    // No /proc: ask ps for the command line, which carries our -D.
    try {
      const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)])
      return stdout.includes(folder)
    } catch {
      return false
    }
  }
}

/** Resolves to true once the process is gone, to false after `withinMs`. */
export async function isGoneWithin(pid: number, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs
  while (await isAlive(pid)) {
    if (Date.now() > until) return false
    await sleep(25)
  }
  return true
}

/** Fields of /proc/<pid>/stat from the state on (proc(5) counts from 1: state is 3, starttime is 22). */
async function procStat(pid: number): Promise<readonly string[] | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
