/**
 * Holds the documentation against the project: links, headings, npm scripts.
 * @module
 */
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Source } from './tree.ts'
import { filesIn, read, root } from './tree.ts'

/** Every Markdown file of ours. */
export const pages = (): readonly Source[] => filesIn('', '.md').map((path) => ({ path, text: read(path) }))

/** Blocks and spans of code hold examples, not links. Line breaks stay. */
const withoutCode = (text: string): string =>
  text
    .replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, (span) => '`'.repeat(span.length))

/** Links to files or headings that are not there. `exists` takes a path from the root. */
export function brokenLinks(
  files: readonly Source[],
  exists: (path: string) => boolean = (path) => existsSync(join(root, path)),
): readonly string[] {
  const headings = new Map(files.map((file) => [file.path, headingsOf(file.text)]))
  return files.flatMap((file) => {
    const text = withoutCode(file.text)
    return [...text.matchAll(/\]\(([^()\s]+)\)|^\[[^\]]+\]:\s*(\S+)/gm)].flatMap((match) => {
      const link = match[1] ?? match[2] ?? ''
      if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return []
      const [to = '', heading] = link.split('#')
      const path = to === '' ? file.path : posix.normalize(posix.join(posix.dirname(file.path), to))
      const where = `${file.path}:${text.slice(0, match.index).split('\n').length}`
      if (path.startsWith('..') || !exists(path)) return [`${where} links to ${link}, which is not there`]
      const known = headings.get(path)
      const missing = heading !== undefined && known !== undefined && !known.has(heading)
      return missing ? [`${where} links to ${link}, but there is no such heading`] : []
    })
  })
}

/** Anchors as GitHub makes them: lower case, punctuation gone, spaces to hyphens. */
function headingsOf(text: string): ReadonlySet<string> {
  const plain = text.replace(/^```[\s\S]*?^```/gm, '')
  return new Set(
    [...plain.matchAll(/^#{1,6} +(.+)$/gm)].map((match) =>
      (match[1] ?? '')
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

/** `npm run x` (and `npm start`, `npm test`) in a page, where package.json has no such script. */
export function unknownScripts(files: readonly Source[], scripts: ReadonlySet<string>): readonly string[] {
  return files.flatMap((file) =>
    [...file.text.matchAll(/\bnpm (?:(?:run(?: --silent| -s)?) ([a-z][\w:-]*)|(start|test)\b)/g)].flatMap(
      (match) => {
        const name = match[1] ?? match[2] ?? ''
        if (scripts.has(name)) return []
        return [
          `${file.path}:${file.text.slice(0, match.index).split('\n').length} names npm run ${name}, which is no script`,
        ]
      },
    ),
  )
}
