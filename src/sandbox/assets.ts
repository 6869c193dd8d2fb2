/**
 * The few files of the page, read once when the sandbox starts.
 * @module
 */
import { readFileSync } from 'node:fs'

const types = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' } as const

const asset = (name: string, type: keyof typeof types) => ({
  body: readFileSync(new URL(`assets/${name}.${type}`, import.meta.url), 'utf8'),
  type: `${types[type]}; charset=utf-8`,
})

/** By path below `/sandbox`. */
export const assets = {
  'phone.css': asset('phone', 'css'),
  'phone.js': asset('phone', 'js'),
  'room.css': asset('room', 'css'),
  'room.js': asset('room', 'js'),
  'icon.svg': asset('icon', 'svg'),
} as const
