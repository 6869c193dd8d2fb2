/**
 * Files that pages need, under an address that changes with them: browsers keep them for ever.
 * @module
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Context } from 'hono'
import { answerPacked, type Packed, packed } from './gzip.ts'

const types = {
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  svg: 'image/svg+xml',
} as const
export type FileName = `${string}.${keyof typeof types}`

export interface FilesConfig<Name extends FileName> {
  /** Path that the address begins with. */
  readonly at: string
  /** Ours as URLs, those of packages as paths. */
  readonly files: Readonly<Record<Name, URL | string>>
  /** What tells one version of those packages from another. Paths. */
  readonly manifests: readonly string[]
}
export interface Files<Name extends FileName> {
  url(name: Name): string
  /** For a route that ends in `/:version/:name`. */
  answer(c: Context): Promise<Response>
}

/**
 * A worker obeys the policy that its own file comes with. It asks for nothing but what the page gave it.
 * https://html.spec.whatwg.org/multipage/workers.html
 */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'"

/** Reads ours at once; those of packages when they are first asked for. */
export function servedFiles<Name extends FileName>({ at, files, manifests }: FilesConfig<Name>): Files<Name> {
  const kept = new Map<Name, Promise<Packed>>()
  const ours = Object.values<URL | string>(files).filter((file) => file instanceof URL)
  const hash = createHash('sha256')
  for (const file of [...ours, ...manifests]) hash.update(readFileSync(file))
  const version = hash.digest('hex').slice(0, 12)

  const load = async (name: Name): Promise<Packed> => packed(readFileSync(files[name]))
  function read(name: Name) {
    const found = kept.get(name) ?? load(name)
    kept.set(name, found)
    return found
  }

  return {
    url: (name) => `${at}/${version}/${name}`,
    async answer(c) {
      const name = c.req.param('name') ?? ''
      if (c.req.param('version') !== version || !Object.hasOwn(files, name)) return c.text('Not found', 404)
      const file = await read(name as Name)
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      c.header('Content-Security-Policy', policy)
      c.header('X-Content-Type-Options', 'nosniff')
      c.header('Vary', 'Accept-Encoding')
      c.header('Content-Type', `${types[name.split('.').at(-1) as keyof typeof types]}; charset=utf-8`)
      return answerPacked(c, file)
    },
  }
}
