/**
 * What residents say that is more than a report: our own sentences for every intent, one per line of `intents.tsv`
 * (`intent<TAB>language<TAB>text`). Material for the intent model and for tests, never shown to residents.
 * @module
 */
import { readFileSync } from 'node:fs'
import { Intent, Language } from '../../../core/understanding.ts'

/** One sentence and what is wanted with it. */
export interface IntentLine {
  readonly intent: Intent
  readonly language: Language
  readonly text: string
}

/** All lines in order. Reads the disk on every call; throws with the line number on a line that is not three fields. */
export function loadIntentLines(): readonly IntentLine[] {
  return readFileSync(new URL('./intents.tsv', import.meta.url), 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .map((line, at) => {
      const [intent, language, text, ...rest] = line.split('\t')
      const known = Intent.safeParse(intent)
      const spoken = Language.safeParse(language)
      if (!known.success || !spoken.success || !text?.trim() || rest.length > 0)
        throw new Error(
          `[city/boston] intents.tsv:${at + 1}: expected intent, language and text with tabs between, got ${JSON.stringify(line)}`,
        )
      return { intent: known.data, language: spoken.data, text }
    })
}
