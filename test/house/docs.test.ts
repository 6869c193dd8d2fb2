import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { brokenLinks, pages, unknownScripts } from '../../src/app/house/docs.ts'
import { read } from '../../src/app/house/tree.ts'
import { variables } from '../../src/app/variables.ts'
import { errorTable } from '../../src/core/errors.ts'

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')))
const scriptNames = new Set(Object.keys(scripts))

describe('the documentation', () => {
  it('links only to what is there', () => {
    expect(brokenLinks(pages())).toEqual([])
  })

  it('names only npm scripts that exist', () => {
    expect(unknownScripts(pages(), scriptNames)).toEqual([])
  })

  it('lists every metric', () => {
    const names = new Set(read('src/app/telemetry.ts').match(/\bintake_\w+/g))
    const page = read('docs/operations.md')
    expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })

  it('lists every variable', () => {
    const page = read('docs/operations.md')
    expect(Object.keys(variables).filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })

  it('lists every error code', () => {
    const page = read('docs/operations.md')
    expect(Object.keys(errorTable).filter((code) => !page.includes(`\`${code}\``))).toEqual([])
  })

  it('gives a reason for every library, and for no other', () => {
    const page = read('docs/adr/0011-libraries.md')
    const rows = [...page.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(
      (row) => (row[1] ?? '').match(/[^`\s]+/g) ?? [],
    )
    const { dependencies, devDependencies } = z
      .object({ dependencies: z.object({}).loose(), devDependencies: z.object({}).loose() })
      .parse(JSON.parse(read('package.json')))
    expect(rows.sort()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].sort())
  })

  it('numbers its decisions without a gap and keeps each short', () => {
    const decisions = pages().filter((page) => page.path.startsWith('docs/adr/'))
    expect(decisions.length).toBeGreaterThan(0)
    decisions.forEach((page, i) => {
      expect(page.path).toMatch(new RegExp(`^docs/adr/${String(i + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`))
      expect(page.text.trimEnd().split('\n').length, page.path).toBeLessThanOrEqual(60)
      for (const heading of ['## Context', '## Decision', '## Consequences']) {
        expect(page.text, page.path).toContain(`\n${heading}\n`)
      }
    })
  })
})

describe('reading the documentation', () => {
  const page = (text: string) => [{ path: 'docs/a.md', text }]
  const there = (path: string) => path === 'docs/b.md' || path === 'src/x.ts'

  it('finds a link to a file that is gone', () => {
    expect(brokenLinks(page('see\n[it](c.md)'), there)).toEqual([
      'docs/a.md:2 links to c.md, which is not there',
    ])
  })

  it('finds a link to a heading that is gone', () => {
    expect(brokenLinks(page('# One thing\n[it](#one-thing) [no](#other)'), () => true)).toEqual([
      'docs/a.md:2 links to #other, but there is no such heading',
    ])
  })

  it('takes links to files, to folders above and to the web', () => {
    expect(brokenLinks(page('[b](b.md) [x](../src/x.ts) [w](https://example.org/a)'), there)).toEqual([])
  })

  it('finds a link that leaves the project', () => {
    expect(brokenLinks(page('[out](../../etc/passwd)'), () => true)).toHaveLength(1)
  })

  it('leaves code alone', () => {
    expect(brokenLinks(page('```\n[it](c.md)\n```\n`[it](c.md)`'), there)).toEqual([])
  })

  it('finds a script that does not exist', () => {
    const found = unknownScripts(
      page('`npm run fly`, `npm start`, `npm run --silent go`'),
      new Set(['start']),
    )
    expect(found).toEqual([
      'docs/a.md:1 names npm run fly, which is no script',
      'docs/a.md:1 names npm run go, which is no script',
    ])
  })
})
