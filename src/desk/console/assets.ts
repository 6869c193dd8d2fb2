/**
 * Files that pages need, under an address that changes with them: browsers keep them for ever. Ours lie beside this
 * module; htmx and MapLibre come from their packages, nothing from another host.
 * @module
 */
import { createRequire } from 'node:module'
import { type Files, servedFiles } from '../../http/files.ts'

const packaged = createRequire(import.meta.url)
const ours = (name: string) => new URL(`assets/${name}`, import.meta.url)

const files = {
  'console.css': ours('console.css'),
  'console.js': ours('console.js'),
  'choose.js': ours('choose.js'),
  'keys.js': ours('keys.js'),
  'map.js': ours('map.js'),
  'icon.svg': ours('icon.svg'),
  'htmx.js': packaged.resolve('htmx.org/dist/htmx.min.js'),
  'hx-sse.js': packaged.resolve('htmx.org/dist/ext/hx-sse.min.js'),
  'maplibre-gl.mjs': packaged.resolve('maplibre-gl/dist/maplibre-gl.mjs'),
  'maplibre-gl-worker.mjs': packaged.resolve('maplibre-gl/dist/maplibre-gl-worker.mjs'),
} as const
export type AssetName = keyof typeof files

export type Assets = Files<AssetName>

export const consoleAssets = (): Assets =>
  servedFiles({
    at: '/agent/assets',
    files,
    manifests: ['htmx.org', 'maplibre-gl'].map((name) => packaged.resolve(`${name}/package.json`)),
  })
