import { describe, expect, it } from 'vitest'
import { breaches, fits } from '../../src/app/house/boundaries.ts'
import { importsOf, packageOf } from '../../src/app/house/imports.ts'
import { homes, parts } from '../../src/app/house/rules.ts'
import { filesIn, sources } from '../../src/app/house/tree.ts'

const judge = (path: string, ...lines: string[]) => breaches([{ path, text: lines.join('\n') }])

describe('the dependency rule', () => {
  it('holds for every file of this project', () => {
    expect(breaches(sources())).toEqual([])
  })

  it('covers every file of this project by a row of the table', () => {
    const lost = sources().filter((file) => !parts.some((row) => fits(row.part, file.path)))
    expect(lost.map((file) => file.path)).toEqual([])
  })

  const bad: readonly (readonly [string, string, string, RegExp])[] = [
    ['a shared file imports a channel', 'channels/storable.ts', "import { s } from './sms/index.ts'", /sms/],
    [
      "a provider's folder imports another's",
      'channels/_x/a.ts',
      "import { f } from '../_twilio/form.ts'",
      /_twilio/,
    ],
    [
      'the domain imports an adapter',
      'src/core/a.ts',
      "import { b } from '../store/b.ts'",
      /src\/store\/b\.ts/,
    ],
    ['the domain imports the platform', 'src/core/a.ts', "import { x } from 'node:fs'", /no platform/],
    ['the domain imports a package', 'src/core/a.ts', "import { Hono } from 'hono'", /zod only/],
    ['the domain asks for the time', 'src/core/a.ts', 'const at = Date.now()', /clock/],
    [
      'a channel imports a worker',
      'channels/sms/a.ts',
      "import { q } from '../../workers/queue.ts'",
      /workers/,
    ],
    ['a channel imports another channel', 'channels/sms/a.ts', "import { v } from '../voice/v.ts'", /voice/],
    [
      'a channel imports the registry',
      'channels/sms/a.ts',
      "import { all } from '../index.ts'",
      /channels\/index/,
    ],
    [
      'the shared folder imports a channel',
      'channels/_twilio/a.ts',
      "import { s } from '../sms/s.ts'",
      /sms/,
    ],
    [
      'a classifier imports a channel',
      'classifiers/intent/a.ts',
      "import { s } from '../../channels/sms/s.ts'",
      /channels/,
    ],
    [
      'a worker imports the ledger',
      'workers/a.ts',
      "import { s } from '../src/store/index.ts'",
      /src\/store/,
    ],
    [
      'the product imports the trainer',
      'classifiers/intent/a.ts',
      "import { t } from '../train/train.ts'",
      /train/,
    ],
    ['a case system imports another', 'workers/cases/a/a.ts', "import { b } from '../b/b.ts'", /cases\/b/],
    [
      'the gateway imports a channel',
      'src/gateway/a.ts',
      "import { s } from '../../channels/sms/s.ts'",
      /channels/,
    ],
    [
      'a type comes from the wrong place',
      'workers/a.ts',
      "import type { S } from '../src/store/index.ts'",
      /src\/store/,
    ],
    ['an export passes it on', 'workers/a.ts', "export { s } from '../src/store/index.ts'", /src\/store/],
    ['it hides in a call', 'workers/a.ts', "const s = await import('../src/store/index.ts')", /src\/store/],
    ['it hides in a type', 'workers/a.ts', "type S = import('../src/store/index.ts').S", /src\/store/],
    ['the path is computed', 'workers/a.ts', 'const s = await import(name)', /computed/],
    ['a vendor is away from home', 'src/gateway/a.ts', "import { Queue } from 'bullmq'", /home is workers/],
    ['a package has no home', 'src/gateway/a.ts', "import left from 'left-pad'", /no home/],
    ['the root of natural is loaded', 'classifiers/a.ts', "import natural from 'natural'", /root of natural/],
    ['the environment is read', 'workers/a.ts', 'const port = process.env.PORT', /environment/],
    ['a request is declared verified', 'channels/sms/a.ts', 'return asVerified(request)', /verified/],
    ['SQL leaves the ledger', 'workers/a.ts', "await db.query('SELECT id FROM effects')", /SQL/],
    ['a file is too long', 'workers/a.ts', 'const a = 1\n'.repeat(401), /401 lines/],
    ['a folder has no row', 'plugins/a.ts', "import { b } from './b.ts'", /no row/],
  ]
  it.each(bad)('fails when %s', (_name, path, line, says) => {
    expect(judge(path, line).join('\n')).toMatch(says)
  })

  const good: readonly (readonly [string, string, string])[] = [
    ['a channel imports what all share', 'channels/sms/a.ts', "import { c } from '../call-http.ts'"],
    ['everyone imports the domain', 'channels/sms/a.ts', "import { x } from '../../src/core/errors.ts'"],
    ['a channel imports its own folder', 'channels/sms/a.ts', "import { x } from './schema.ts'"],
    [
      'a channel imports what its provider shares',
      'channels/sms/a.ts',
      "import { x } from '../_twilio/form.ts'",
    ],
    ['the registry imports a channel', 'channels/index.ts', "import { x } from './sms/index.ts'"],
    [
      'the trainer imports the city',
      'classifiers/train/a.ts',
      "import { s } from '../../src/city/boston/services/index.ts'",
    ],
    ['composition imports an adapter', 'src/app/compose.ts', "import { x } from '../store/index.ts'"],
    [
      'the trainer imports the city',
      'classifiers/train/a.ts',
      "import { s } from '../../src/city/boston/services/index.ts'",
    ],
    ['a test imports a driver', 'test/store/a.test.ts', "import pg from 'pg'"],
    [
      'a classifier imports natural by sub-path',
      'classifiers/a.ts',
      "import { x } from 'natural/lib/natural/x.js'",
    ],
    ['a comment speaks of an import', 'src/core/a.ts', " * import { x } from 'bullmq'"],
    ['a channel verifies', 'channels/sms/index.ts', 'return asVerified(request)'],
    ['a word looks like SQL', 'workers/a.ts', "const hint = 'Select a service'"],
  ]
  it.each(good)('passes when %s', (_name, path, line) => {
    expect(judge(path, line)).toEqual([])
  })

  it('names file, line and rule', () => {
    expect(judge('src/core/a.ts', '', "import { x } from 'node:fs'")).toEqual([
      'src/core/a.ts:2 imports node:fs: the domain has no platform',
    ])
  })
})

describe('reading imports', () => {
  it('finds a statement over several lines', () => {
    expect(importsOf("import {\n  a,\n  type B,\n} from './x.ts'\n")).toEqual([
      { specifier: './x.ts', line: 1 },
    ])
  })

  it('finds as many imports as Node has to load for a known file', () => {
    const text = "import 'a'\nimport b, { c } from 'b'\nimport * as d from './d.ts'\nexport * from './e.ts'\n"
    expect(importsOf(text).map((found) => found.specifier)).toEqual(['a', 'b', './d.ts', './e.ts'])
  })

  it('does not take an export for an import', () => {
    expect(importsOf("export const a = 'b'\nexport function from(): string {\n  return 'x'\n}\n")).toEqual([])
  })

  it('takes the package out of a sub-path', () => {
    expect(packageOf('natural/lib/natural/index.js')).toBe('natural')
    expect(packageOf('@hono/node-server/conninfo')).toBe('@hono/node-server')
    expect(packageOf('./a.ts')).toBeNull()
    expect(packageOf('node:fs')).toBeNull()
  })
})

describe('the table of homes', () => {
  it('names no place that does not exist', () => {
    const files = [...filesIn('', '.ts')]
    // Parts that the architecture names and this version may not have yet.
    const optional = new Set(['src/desk/', 'workers/queue/', 'workers/queue*.ts'])
    const places = Object.values(homes).flat()
    const empty = places.filter((place) => !optional.has(place) && !files.some((path) => fits(place, path)))
    expect(empty).toEqual([])
  })
})
