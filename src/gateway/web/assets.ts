/**
 * Files that the residents' pages need, under an address that changes with them: browsers keep them for ever. Ours lie
 * beside this module; the map and the reader of photos come from their packages, nothing from another host.
 * @module
 */
import { createRequire } from 'node:module'
import { type Files, servedFiles } from '../../http/files.ts'

const packaged = createRequire(import.meta.url)
const ours = (name: string) => new URL(`assets/${name}`, import.meta.url)

const files = {
  'report.css': ours('report.css'),
  'report.js': ours('report.js'),
  'place.js': ours('place.js'),
  'map.js': ours('map.js'),
  'send.js': ours('send.js'),
  'offline.js': ours('offline.js'),
  'icon.svg': ours('icon.svg'),
  'exifr.mjs': packaged.resolve('exifr/dist/lite.esm.mjs'),
  'maplibre-gl.mjs': packaged.resolve('maplibre-gl/dist/maplibre-gl.mjs'),
  'maplibre-gl-worker.mjs': packaged.resolve('maplibre-gl/dist/maplibre-gl-worker.mjs'),
} as const
export type AssetName = keyof typeof files

export type Assets = Files<AssetName>

export const webAssets = (): Assets =>
  servedFiles({
    at: '/report/assets',
    files,
    manifests: ['exifr', 'maplibre-gl'].map((name) => packaged.resolve(`${name}/package.json`)),
  })
