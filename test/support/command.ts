/**
 * Runs a command of ours as an operator does, in a process of its own.
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `name` is a file of src/app/cli. Nothing but `environment` and PATH is in its environment. */
export async function command(
  name: string,
  words: readonly string[],
  options: {
    readonly environment?: Readonly<Record<string, string>>
    readonly dir: string
    readonly input?: string
  },
): Promise<Ran> {
  const program = join(import.meta.dirname, '../../src/app/cli', `${name}.ts`)
  const child = spawn(process.execPath, [program, ...words], {
    cwd: options.dir,
    env: { PATH: process.env.PATH, ...options.environment },
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code: code as number | null, stdout, stderr }
}
