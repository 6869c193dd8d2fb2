/**
 * What residents say when they mean a service: our own sentences, one per line of a TSV file
 * (`code<TAB>language<TAB>text`). Material for the category model and for tests, never shown to residents.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Language, languages } from '../../../core/understanding.ts'
import { serviceByCode } from '../services/index.ts'

/** One sentence of a resident and the service it asks for. */
export interface Utterance {
  readonly code: string
  readonly language: Language
  readonly text: string
}

/**
 * All utterances, in order of language, file and line: one folder per language. Reads the disk on every call.
 * Throws with file and line number on a line that is not three fields, an unknown service or an unknown language.
 */
export function loadUtterances(): readonly Utterance[] {
  return languages.flatMap((language) => {
    const folder = new URL(`./${language}/`, import.meta.url)
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.tsv')) : []
    return files
      .sort()
      .flatMap((file) => parseUtterances(readFileSync(new URL(file, folder), 'utf8'), `${language}/${file}`))
  })
}

/** Parses one TSV file; `from` names it in errors. Only the last line break may be followed by nothing. */
export function parseUtterances(tsv: string, from: string): readonly Utterance[] {
  return tsv
    .replace(/\n$/, '')
    .split('\n')
    .map((line, at) => parseLine(line, `${from}:${at + 1}`))
}

function parseLine(line: string, where: string): Utterance {
  const [code, language, text, ...rest] = line.split('\t')
  if (!code || !language || !text?.trim() || rest.length > 0) {
    throw new Error(
      `[city/boston] ${where}: expected code, language and text with tabs between, got ${JSON.stringify(line)}`,
    )
  }
  if (!serviceByCode(code)) throw new Error(`[city/boston] ${where}: unknown service ${JSON.stringify(code)}`)
  const known = Language.safeParse(language)
  if (!known.success) throw new Error(`[city/boston] ${where}: unknown language ${JSON.stringify(language)}`)
  return { code, language: known.data, text: text.trim() }
}
