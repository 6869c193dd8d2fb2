/**
 * What stands in for Twilio where no account is configured: a small server that behaves as Twilio's
 * documentation says, with keys made at the first start, and the phone in the browser on top of it.
 * @module
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SandboxDeps } from '../sandbox/index.ts'
import { sandboxRoutes } from '../sandbox/index.ts'
import type { RunningPlayer } from '../sandbox/twilio/index.ts'
import { startTwilioPlayer } from '../sandbox/twilio/index.ts'
import type { Twilio } from './config.ts'

export interface Sandbox {
  readonly twilio: Twilio
  readonly player: RunningPlayer
  /** `more` are the rooms of other channels. */
  routes(more: Pick<SandboxDeps, 'rooms' | 'elsewhere'>): ReturnType<typeof sandboxRoutes>
  stop(): Promise<void>
}

const Keys = z.object({ accountSid: z.string(), authToken: z.string() })
/** From the range that is never given to anyone (555-0100 to 555-0199). */
const ours = '+16175550100'

/** Starts it on a free port of this machine. `gatewayUrl` is where it delivers to. */
export async function startSandbox(
  dataDir: string,
  gatewayUrl: () => string,
  publicUrl: string | null,
): Promise<Sandbox> {
  const keys = await keysIn(dataDir)
  const player = await startTwilioPlayer({ ...keys, gatewayUrl, publicUrl })
  return {
    twilio: {
      accountSid: keys.accountSid,
      authTokens: [keys.authToken],
      from: ours,
      messagingServiceSid: null,
      apiUrl: player.url,
    },
    player,
    routes: (more) => sandboxRoutes({ player, ours, ...more }),
    stop: () => player.stop(),
  }
}

/** The sandbox's own account, made once and kept, so that `npm run replay` can sign with it. */
export async function keysIn(dataDir: string): Promise<z.infer<typeof Keys>> {
  const file = join(dataDir, 'sandbox.json')
  const known = await readFile(file, 'utf8')
    .then((text) => Keys.parse(JSON.parse(text)))
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    })
  if (known !== null) return known
  const made = {
    accountSid: `AC${randomBytes(16).toString('hex')}`,
    authToken: randomBytes(16).toString('hex'),
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFile(file, `${JSON.stringify(made)}\n`, { mode: 0o600 })
  return made
}
