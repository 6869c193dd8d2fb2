import { readFileSync } from 'node:fs'

const types = { css: 'text/css', js: 'text/javascript' } as const
const asset = (type: keyof typeof types) => ({
  body: readFileSync(new URL(`assets/slack.${type}`, import.meta.url), 'utf8'),
  type: `${types[type]}; charset=utf-8`,
})

/** The files of the page, read once. By path below `/sandbox/slack`. */
export const assets = { 'slack.css': asset('css'), 'slack.js': asset('js') } as const
