/**
 * Who asks: a program with the bearer token, or an agent's browser with its session.
 * @module
 */
import type { Context } from 'hono'
import type { SurfaceDeps } from './deps.ts'
import { isSame, signedIn } from './session.ts'
import type { WrongTokens } from './wrong-tokens.ts'

/** `agent` null: a program, which says in whose name it speaks. */
export type Caller = { readonly agent: string | null }
export type Refusal =
  | { readonly status: 401 | 403; readonly problem: string }
  | { readonly status: 429; readonly problem: string; readonly waitS: number }

const bearer = /^Bearer\s+([\w.~+/=-]+)$/i
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/**
 * A header that names a token is judged by the token alone: a wrong one is not made good by a cookie. The right one
 * passes however many wrong ones came before.
 */
export async function callerOf(
  deps: SurfaceDeps & { readonly wrongTokens: WrongTokens },
  c: Context,
): Promise<Caller | Refusal> {
  const header = c.req.header('authorization')
  if (header !== undefined) {
    const token = bearer.exec(header)?.[1]
    if (deps.agentToken !== null && token !== undefined && isSame(token, deps.agentToken))
      return { agent: null }
    const waitS = deps.wrongTokens.add()
    if (waitS !== null) return { status: 429, problem: 'too many wrong tokens', waitS }
    return deps.agentToken === null
      ? { status: 401, problem: 'no token is set here (AGENT_TOKEN); sign in at /agent instead' }
      : { status: 401, problem: 'the token is not right' }
  }
  const session = await signedIn(deps, c)
  if (session === null)
    return { status: 401, problem: 'send "Authorization: Bearer TOKEN", or sign in at /agent' }
  if (!safeMethods.has(c.req.method) && !isSame(c.req.header('x-csrf-token') ?? '', session.csrf))
    return { status: 403, problem: 'the X-CSRF-Token of the session is missing or not right' }
  return { agent: session.agent }
}
