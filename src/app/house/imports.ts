/**
 * What a file imports, read from its text. Relies on the formatter: single quotes, one statement a line.
 * @module
 */

/** One import. `specifier` is as written; null where it is computed. `line` counts from 1. */
export interface Import {
  readonly specifier: string | null
  readonly line: number
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'` at the start of a line. */
const statements = /^(?:import|export)\b(?:[\w\s{},*$]*?\bfrom)?\s*'([^'\n]+)'/gm
/** `import('x')` as a call or as a type, `require('x')`, and the two ways to resolve without loading. */
const calls =
  /\b(?:import|require|import\.meta\.resolve|createRequire\([^()]*\)\.resolve)\(\s*(?:'([^'\n]+)'|([^\s')]))/g

/** Comment lines become empty, so that line numbers stay. Strings are left alone: a glob may look like a comment. */
export const withoutComments = (text: string): string => text.replace(/^[ \t]*(?:\/\/|\/?\*).*$/gm, '')

/** All imports of a file, in order of their lines. */
export function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text)
  const found = [...code.matchAll(statements), ...code.matchAll(calls)].map((match) => ({
    specifier: match[1] ?? null,
    line: code.slice(0, match.index).split('\n').length,
  }))
  return found.sort((a, b) => a.line - b.line)
}

/** The package of a bare specifier: `natural/lib/x.js` is of `natural`. Null for relative paths and for what a platform brings. */
export function packageOf(specifier: string): string | null {
  if (/^(?:\.|\/|node:|cloudflare:|#)/.test(specifier)) return null
  const [scope = '', name = ''] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}
