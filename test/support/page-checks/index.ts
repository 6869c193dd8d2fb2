/**
 * What every page has to hold, checked in the browser itself. The scripts are no TypeScript because the project
 * has no types of the DOM, and should not have them.
 * @module
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const script = (name: string) => readFileSync(new URL(`${name}.js`, import.meta.url), 'utf8')

/** Controls and pictures without a name for those who can't see them, as markup. */
export const nameless = (page: Page): Promise<readonly string[]> => page.evaluate(script('nameless'))

/** The contrast of every text. 4.5 at least: https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const contrasts = (
  page: Page,
): Promise<readonly { readonly text: string; readonly ratio: number }[]> => page.evaluate(script('contrasts'))
