import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importSam, NoExport } from '../../src/app/gazetteer-import.ts'
import { importedIn, loadImported } from '../../src/app/imported-gazetteer.ts'
import { bostonData, bostonPlaces, understandBoston, useGazetteer } from '../../src/app/understanding.ts'
import { loadGazetteerData } from '../../src/city/boston/gazetteer/index.ts'
import type { Ran } from '../support/command.ts'
import { command } from '../support/command.ts'
import { samHeads, samHouse, samHouses, writeSam } from '../support/sam-rows.ts'

/** A street of the test, in the middle of Boston Common, where there is none. */
const lane = { lat: 42.3551, lon: -71.0657 }
const laneHouses = [2, 4, 6, 8].map((n) =>
  samHouse(
    n,
    'TESTERS COMMON LANE',
    { lat: lane.lat + n * 1e-5, lon: lane.lon },
    { MAILING_NEIGHBORHOOD: 'Boston', ZIP_CODE: '02108' },
  ),
)
const odd = [
  samHouse('10-14', 'Testers Common Ln', { lat: lane.lat + 12e-5, lon: lane.lon }),
  samHouse(
    2,
    'Testers Common Ln',
    { lat: lane.lat + 2e-5, lon: lane.lon },
    { UNIT: '3', FULL_ADDRESS: '2 "Rear", Testers\nCommon Ln' },
  ),
  samHouse(7, 'Ramp B To Somewhere', lane),
  samHouse('', 'Tremont St', lane),
]
const houses = [...samHouses()]
const builtIn = loadGazetteerData()

let work = ''
let whole = ''
let dataDir = ''
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'intake311-sam-'))
  whole = join(work, 'sam.csv')
  await writeSam(whole, [...houses, ...laneHouses, ...odd])
})
afterAll(() => rm(work, { recursive: true, force: true }))
beforeEach(async () => {
  dataDir = await mkdtemp(join(work, 'data-'))
})
afterAll(() => useGazetteer(null))

const root = (): string => join(dataDir, 'gazetteer')
const gazetteer = (...words: string[]): Promise<Ran> =>
  command('gazetteer', words, { dir: work, environment: { DATA_DIR: dataDir } })
const logged: string[] = []
const load = (): readonly string[] => {
  logged.length = 0
  loadImported(
    dataDir,
    (level, event, fields) => void logged.push(`${level} ${event} ${JSON.stringify(fields)}`),
  )
  return logged
}
const placeOf = (text: string) => understandBoston()(text, {}).problems[0]?.location.value

describe('the address export in place of the built-in streets', () => {
  it('has its houses, its streets and its ranges', async () => {
    const { read, doubts } = await importSam(whole, root())
    expect(doubts).toEqual([])
    expect(read).toMatchObject({ rows: houses.length + 8, broken: [], twice: expect.any(Number) })
    expect(Object.fromEntries(read.setAside)).toEqual({
      "has a name that is no street's": 1,
      'has no house number': 1,
    })
    expect(read.compiled.figures).toMatchObject({ fresh: 1, lost: 0, shiftM: expect.closeTo(0, 0) })
    expect(read.compiled.figures.addresses).toBeGreaterThan(houses.length * 0.99)
    expect(load()).toEqual([expect.stringMatching(/^info gazetteer\.loaded/)])
    for (const n of [6, 12, 14])
      expect(placeOf(`pothole at ${n} testers common lane`)).toMatchObject({
        kind: 'address',
        address: `${n} Testers Common Lane`,
        lat: expect.closeTo(lane.lat + Math.min(n, 12) * 1e-5, 4),
      })
    expect(bostonPlaces('6 testers comm')[0]?.place.address).toBe('6 Testers Common Lane')
  })

  it('keeps crossings, places and areas, and every house where it was', async () => {
    await importSam(whole, root())
    const imported = importedIn(root())
    if (imported.state !== 'good') throw new Error('it is not there')
    const after = loadGazetteerData(imported.folder)
    const crossings = ({ streets, crossings: all }: typeof builtIn) =>
      new Set(all.map(({ a, b, lat, lon }) => `${streets[a]?.name} ${streets[b]?.name} ${lat} ${lon}`))
    expect(crossings(after)).toEqual(crossings(builtIn))
    const numbers = ({ streets }: typeof builtIn) =>
      new Set(
        streets.flatMap(({ name, systems }) =>
          systems.flatMap(({ points }) =>
            [...points].flatMap((n, at) => (at % 3 === 0 ? [`${n} ${name}`] : [])),
          ),
        ),
      )
    const there = numbers(after)
    expect([...numbers(builtIn)].filter((house) => !there.has(house)).length).toBeLessThanOrEqual(5)
    expect(after.places).toEqual(builtIn.places)
    expect(after.areas).toEqual(builtIn.areas)
  })

  it('is taken in the place of another, whole, with nothing left behind', async () => {
    await importSam(whole, root())
    await importSam(whole, root())
    expect(await readdir(root())).toHaveLength(2)
  })

  it('reports broken rows with their lines, and takes the rest', async () => {
    const file = join(work, 'broken.csv')
    const bad = [
      samHouse(1, 'Tremont St', lane, { X_COORD: '' }),
      'too,few,cells',
      samHouse(3, 'Tremont St', { lat: 10, lon: 10 }),
    ]
    await writeSam(file, [...bad, ...houses])
    const { read, doubts, brokenList } = await importSam(file, root())
    expect(doubts).toEqual([])
    expect(read.broken).toEqual([
      { line: 2, why: 'has no coordinates' },
      { line: 3, why: 'has 3 cells where the first line has 15' },
      { line: 4, why: 'has coordinates outside Boston' },
    ])
    expect(await readFile(brokenList ?? '', 'utf8')).toContain('3\thas 3 cells')
  })

  it.each([
    ['a part of the city', () => houses.slice(0, 12_000), /may be a part of the city/],
    ['a handful', () => laneHouses, /has 4 houses/],
    ['shifted houses', () => samHouses(0.003), /m \(median\) from where they are known/],
    [
      'broken rows in plenty',
      () => [...houses, ...Array.from({ length: 900 }, () => samHouse(1, 'A St', lane, { Y_COORD: 'x' }))],
      /^900 of \d+ rows are broken/,
    ],
    [
      'a ZIP that does not hold its houses',
      () =>
        houses.map((line) => {
          const cells = line.split(',')
          cells[samHeads.indexOf('ZIP_CODE')] = '02136'
          return cells.join(',')
        }),
      /houses lie in the ZIP of their row/,
    ],
  ])('is not taken where it is %s, and what was in use stays', async (_, lines, says) => {
    await mkdir(root(), { recursive: true })
    await writeFile(join(root(), 'card.json'), 'as it was')
    const file = join(work, 'doubtful.csv')
    await writeSam(file, lines())
    const { doubts } = await importSam(file, root())
    expect(doubts.some((doubt) => says.test(doubt))).toBe(true)
    expect(await readFile(join(root(), 'card.json'), 'utf8')).toBe('as it was')
    expect(await readdir(root())).toHaveLength(1)
  })

  it.each([
    [
      'other columns',
      Buffer.from('id,name\n1,2\n'),
      /lacks FULL_STREET_NAME, STREET_NUMBER, X_COORD, Y_COORD/,
    ],
    ['nothing', Buffer.alloc(0), /is empty/],
    ['UTF-16', Buffer.from('\ufeffa,b', 'utf16le'), /is UTF-16/],
    ['no text at all', Buffer.from([0, 1, 2, 3, 255, 10, 34]), /lacks FULL_STREET_NAME/],
  ])('cannot be read where it has %s', async (_, bytes, says) => {
    const file = join(work, 'unreadable.csv')
    await writeFile(file, bytes)
    const error = await importSam(file, root()).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(NoExport)
    expect((error as Error).message).toMatch(says)
  })
})

describe('an import that is not whole', () => {
  const folder = async () => {
    const names = await readdir(root())
    return join(root(), names.find((name) => name !== 'card.json') ?? '')
  }
  const card = () => join(root(), 'card.json')
  const ofThisVersion = 'card.json is not of this version'

  it.each([
    [
      'a byte is changed',
      async () => appendFile(join(await folder(), 'streets.tsv'), ' '),
      'streets.tsv is not what was written',
    ],
    [
      'a file is missing',
      async () => rm(join(await folder(), 'crossings.tsv')),
      'crossings.tsv is missing or cannot be read',
    ],
    [
      'a file is cut',
      async () => writeFile(join(await folder(), 'streets.tsv'), 'A St\t\t'),
      'streets.tsv is not what was written',
    ],
    ['the card is cut', async () => writeFile(card(), '{"format":1,'), ofThisVersion],
    ['the card is of another version', async () => writeFile(card(), '{"format":2}'), ofThisVersion],
    [
      'the card leads elsewhere',
      async () =>
        writeFile(
          card(),
          (await readFile(card(), 'utf8')).replace(/"folder": "[^"]+"/, '"folder": "../../etc"'),
        ),
      ofThisVersion,
    ],
  ])('is left alone where %s: the built-in streets go on, and the log says why', async (_, spoil, reason) => {
    await importSam(whole, root())
    expect(load()).toEqual([expect.stringMatching(/^info gazetteer\.loaded/)])
    expect(bostonData().streets.length).toBe(builtIn.streets.length + 1)
    await spoil()
    expect(load()).toEqual([expect.stringMatching(/^warn gazetteer\.refused/)])
    expect(logged[0]).toContain(reason)
    expect(bostonData().streets.length).toBe(builtIn.streets.length)
    expect(placeOf('pothole at 123 tremont st')?.address).toBe('123 Tremont St')
    await importSam(whole, root())
    expect(load()).toEqual([expect.stringMatching(/^info gazetteer\.loaded/)])
  })

  it('is none where it cannot be written', async () => {
    // Root may write everywhere: for it, a file stands in the way.
    if (process.getuid?.() === 0) await writeFile(root(), 'in the way')
    else await chmod(dataDir, 0o500)
    await expect(importSam(whole, root())).rejects.toThrow()
    expect(load()).toEqual([])
    expect(placeOf('pothole at 123 tremont st')?.address).toBe('123 Tremont St')
  })
})

describe('npm run gazetteer', () => {
  it('imports, shows what is in use, and goes back; every command of the shell reads the same streets', async () => {
    expect((await gazetteer('show')).stdout).toMatch(/^Built in: \d+ house numbers/)
    const ran = await gazetteer('import', whole)
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.stdout).toMatch(/streets not built in +1\n/)
    expect(ran.stdout).toMatch(/Imported in [\d.]+ s/)
    const { stdout } = await command('classify', ['--jsonl'], {
      dir: work,
      environment: { DATA_DIR: dataDir },
      input: '{"id":"1","text":"pothole at 6 testers common lane"}\n',
    })
    expect(JSON.parse(stdout)).toMatchObject({ location: { value: { address: '6 Testers Common Lane' } } })
    const shown = await gazetteer('show')
    expect(shown.stdout).toMatch(/^imported +20\d\d-.*\nfrom +sam\.csv, \d+ bytes, \d+ rows\n/)
    await writeFile(join(root(), 'card.json'), '{}')
    expect(await gazetteer('show')).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('Built in, because'),
    })
    expect((await gazetteer('reset')).code).toBe(0)
    expect((await gazetteer('show')).stdout).toMatch(/^Built in: /)
  })

  it('refuses what is no export, says why, and how it is used', async () => {
    const file = join(work, 'few.csv')
    await writeSam(file, laneHouses)
    await writeFile(join(work, 'in-the-way'), '')
    const [refused, none, unwritten, usage] = await Promise.all([
      gazetteer('import', file),
      gazetteer('import', work),
      gazetteer('import', whole, '--out', join(work, 'in-the-way')),
      gazetteer('import', 'a', 'b'),
    ])
    expect([refused.code, refused.stderr]).toEqual([
      65,
      expect.stringMatching(/^Not imported; .*\n {2}- It has 4 houses/),
    ])
    expect(none.code).toBe(66)
    expect([unwritten.code, unwritten.stderr]).toEqual([73, expect.stringMatching(/^Not imported/)])
    expect([usage.code, usage.stderr]).toEqual([64, expect.stringContaining('usage: npm run gazetteer')])
  })
})
