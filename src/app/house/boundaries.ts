/**
 * Holds the sources against the rules.
 * @module
 */
import { posix } from 'node:path'
import { importsOf, packageOf, withoutComments } from './imports.ts'
import { bySubPathOnly, homes, longest, parts, words } from './rules.ts'
import type { Source } from './tree.ts'

/** One line for a person: where, and which rule. */
export type Breach = string

/** Every breach in these files; none is the rule. */
export function breaches(files: readonly Source[]): readonly Breach[] {
  return files.flatMap((file) => [...importBreaches(file), ...wordBreaches(file), ...lengthBreaches(file)])
}

function importBreaches(file: Source): Breach[] {
  return importsOf(file.text).flatMap(({ specifier, line }) => {
    const breach = specifier === null ? computed(file.path) : judged(file.path, specifier)
    return breach === null ? [] : [`${file.path}:${line} ${breach}`]
  })
}

function judged(path: string, specifier: string): string | null {
  if (specifier.startsWith('node:'))
    return path.startsWith('src/core/') ? `imports ${specifier}: the domain has no platform` : null
  if (specifier.startsWith('cloudflare:'))
    return /^(?:src|test)\/edge\//.test(path) ? null : `imports ${specifier}, which only the edge has`
  const name = packageOf(specifier)
  if (name !== null) return judgedPackage(path, name, specifier)
  const target = posix.normalize(posix.join(posix.dirname(path), specifier))
  const from = partOf(path)
  if (from === null) return 'is in a folder that has no row in the table of parts'
  const mayBe = ['src/core/', from.part, ...from.also]
  // Its own part, but not a narrower one within it: another channel is not "channels/".
  const own = partOf(target)?.part
  const allowed =
    from.also.some((place) => fits(place, target)) ||
    own === 'src/core/' ||
    (own === from.part && sameFolder(from.part, path, target))
  return allowed ? null : `imports ${target}; ${from.part} may import ${mayBe.join(' ')} (${from.why})`
}

function judgedPackage(path: string, name: string, specifier: string): string | null {
  const home = homes[name]
  if (home === undefined) return `imports ${name}, which has no home`
  const reason = bySubPathOnly[name]
  if (reason !== undefined && specifier === name) return `imports the root of ${name}: ${reason}`
  if (path.startsWith('src/core/') && name !== 'zod') return `imports ${name}: the domain knows zod only`
  if (path.startsWith('test/') || home.some((place) => fits(place, path))) return null
  return `imports ${name}, whose home is ${home.join(' ')}`
}

/** A computed import escapes every rule, so it is kept to where the reason is known. */
const computed = (path: string): string | null =>
  path.startsWith('src/app/') || path.startsWith('src/store/') || path.startsWith('test/')
    ? null
    : 'imports a path that is computed'

function wordBreaches(file: Source): Breach[] {
  // The table itself spells the words.
  if (file.path === 'src/app/house/rules.ts') return []
  const lines = withoutComments(file.text).split('\n')
  return words
    .filter((rule) => rule.among.some((place) => fits(place, file.path)))
    .filter((rule) => !rule.except.some((place) => fits(place, file.path)))
    .flatMap((rule) =>
      lines.flatMap((line, i) => (rule.word.test(line) ? [`${file.path}:${i + 1} ${rule.says}`] : [])),
    )
}

function lengthBreaches(file: Source): Breach[] {
  if (longest.except.some((place) => fits(place, file.path))) return []
  const lines = file.text.trimEnd().split('\n').length
  return lines > longest.lines ? [`${file.path} has ${lines} lines, ${longest.lines} at most`] : []
}

/** The narrowest row of the table that covers the path. */
function partOf(path: string): (typeof parts)[number] | null {
  const covering = parts.filter((row) => fits(row.part, path))
  return covering.reduce<(typeof parts)[number] | null>((best, row) => {
    return best === null || depth(row.part) >= depth(best.part) ? row : best
  }, null)
}

/** Deeper is narrower; at the same depth a name is narrower than a star. */
const depth = (place: string): number => place.split('/').length * 2 - (place.includes('*') ? 1 : 0)

/** For `channels/*`+`/`: both in the same folder. For other parts always true. */
function sameFolder(part: string, path: string, target: string): boolean {
  if (!part.includes('*')) return true
  const segments = part.split('/').length - 1
  const head = (p: string): string => p.split('/').slice(0, segments).join('/')
  return head(path) === head(target)
}

/** Whether a place (see rules.ts) covers a path. */
export function fits(place: string, path: string): boolean {
  const pattern = place.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')
  return new RegExp(place === '' || place.endsWith('/') ? `^${pattern}` : `^${pattern}$`).test(path)
}
