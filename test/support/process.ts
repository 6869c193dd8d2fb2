/**
 * Gateway and worker as processes of their own, to be killed.
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { LoggedEvent } from './app.ts'

const program = join(import.meta.dirname, '../../src/app/main.ts')
/** What is kept of a process's words, for the error when it does not start. Characters. */
const kept = 20_000

export interface Role {
  readonly pid: number
  /** Resolves when it says that it is ready; rejects when it ends before. */
  readonly ready: Promise<void>
  /** Resolves when it is gone, however. */
  readonly gone: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  /** Its log since the start. What it says is at most 250 ms old; that much is lost when it is killed. */
  readonly events: readonly LoggedEvent[]
  /** `kill -9`, and waits for the end. */
  kill(): Promise<void>
  /** As an operator stops it; answers the exit code. */
  stop(): Promise<number | null>
  output(): string
}

/** Starts one with nothing but `environment` and PATH in its environment; `dir` is where it stands. */
export function startRole(
  role: 'all' | 'gateway' | 'worker',
  environment: Readonly<Record<string, string>>,
  dir: string,
): Role {
  const child = spawn(process.execPath, [program, role], {
    cwd: dir,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.pid === undefined) throw new Error(`no process for ${role}`)
  let said = ''
  const events: LoggedEvent[] = []
  const readiness = Promise.withResolvers<void>()
  const hear = (chunk: Buffer): void => {
    said = `${said}${chunk}`.slice(-kept)
    if (/^intake311 .*is ready/m.test(said)) readiness.resolve()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  createInterface({ input: child.stdout }).on('line', (line) => events.push(...eventOf(line)))
  const gone = once(child, 'exit').then(([code, signal]) => {
    readiness.reject(new Error(`${role} ended (${code ?? signal}) before it was ready:\n${said}`))
    return { code: code as number | null, signal: signal as NodeJS.Signals | null }
  })
  // Nobody may be waiting when it is killed.
  readiness.promise.catch(() => undefined)
  return {
    pid: child.pid,
    ready: readiness.promise,
    gone,
    events,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async stop() {
      child.kill('SIGTERM')
      return (await gone).code
    },
    output: () => said,
  }
}

/** The event of a line; none where it is the banner, or was cut off by a kill. */
function eventOf(line: string): readonly LoggedEvent[] {
  if (!line.startsWith('{') || !line.endsWith('}')) return []
  const { level, time: _, event, ...fields } = JSON.parse(line) as Record<string, unknown>
  return [{ level: String(level), event: String(event), fields }]
}
