/**
 * Files that the residents' pages need, under an address that changes with them: browsers keep them for ever. Ours lie
 * beside this module; the map and the reader of photos come from their packages, nothing from another host.
 * @module
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'

const zipped = promisify(gzip)
const packaged = createRequire(import.meta.url)
const ours = (name: string) => new URL(`assets/${name}`, import.meta.url)

const types = {
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  svg: 'image/svg+xml',
} as const

const files = {
  'report.css': ours('report.css'),
  'report.js': ours('report.js'),
  'place.js': ours('place.js'),
  'map.js': ours('map.js'),
  'send.js': ours('send.js'),
  'icon.svg': ours('icon.svg'),
  'exifr.mjs': packaged.resolve('exifr/dist/lite.esm.mjs'),
  'maplibre-gl.mjs': packaged.resolve('maplibre-gl/dist/maplibre-gl.mjs'),
  'maplibre-gl-worker.mjs': packaged.resolve('maplibre-gl/dist/maplibre-gl-worker.mjs'),
} as const
export type AssetName = keyof typeof files

export interface Assets {
  url(name: AssetName): string
  answer(c: Context): Promise<Response>
}

/** A worker obeys the policy that its own file comes with. */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'"

export function webAssets(): Assets {
  const kept = new Map<AssetName, Promise<{ readonly plain: Buffer; readonly small: Buffer }>>()
  const hash = createHash('sha256')
  for (const file of Object.values(files)) if (file instanceof URL) hash.update(readFileSync(file))
  for (const name of ['exifr', 'maplibre-gl'])
    hash.update(readFileSync(packaged.resolve(`${name}/package.json`)))
  const version = hash.digest('hex').slice(0, 12)

  async function load(name: AssetName) {
    const plain = readFileSync(files[name])
    return { plain, small: await zipped(plain) }
  }
  function read(name: AssetName) {
    const found = kept.get(name) ?? load(name)
    kept.set(name, found)
    return found
  }

  return {
    url: (name) => `/report/assets/${version}/${name}`,
    async answer(c) {
      const name = c.req.param('name') ?? ''
      if (c.req.param('version') !== version || !Object.hasOwn(files, name)) return c.text('Not found', 404)
      const { plain, small } = await read(name as AssetName)
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      c.header('Content-Security-Policy', policy)
      c.header('X-Content-Type-Options', 'nosniff')
      c.header('Vary', 'Accept-Encoding')
      c.header('Content-Type', `${types[name.split('.').at(-1) as keyof typeof types]}; charset=utf-8`)
      const takesSmall = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      if (takesSmall) c.header('Content-Encoding', 'gzip')
      return c.body(Uint8Array.from(takesSmall ? small : plain))
    },
  }
}
