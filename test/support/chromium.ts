/**
 * Debian's Chromium for browser tests. Nothing is downloaded.
 * @module
 */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const program = '/usr/bin/chromium'

/** True where the environment says so; then the reason is printed. Otherwise a missing browser fails the tests. */
export function skipsBrowser(): boolean {
  const skips = Boolean(process.env.SKIP_BROWSER)
  if (skips) console.info('browser tests are skipped: SKIP_BROWSER is set')
  return skips
}

/** Headless, and quiet on the network. Throws a sentence where there is no browser. */
export function startBrowser(): Promise<Browser> {
  if (!existsSync(program))
    throw new Error(`no ${program}: install it (apt-get install chromium) or set SKIP_BROWSER=1`)
  return chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
