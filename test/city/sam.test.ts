import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samColumns, samRow } from '../../src/city/boston/sam/address.ts'
import type { CsvRow } from '../../src/city/boston/sam/csv.ts'
import { csvRows } from '../../src/city/boston/sam/csv.ts'
import { fromConic, massachusettsMainland } from '../../src/city/boston/sam/state-plane.ts'
import type { SamCells } from '../support/sam-rows.ts'
import { samHeads, toStatePlane } from '../support/sam-rows.ts'

async function rowsOf(text: string | Uint8Array, chunk = 7): Promise<readonly CsvRow[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.slice(at, at + chunk)
  }
  const all: CsvRow[] = []
  for await (const rows of csvRows(chunks())) all.push(...rows)
  return all
}
const cellsOf = async (text: string, chunk?: number) => (await rowsOf(text, chunk)).map(({ cells }) => cells)

describe('comma-separated values', () => {
  it.each([
    [
      'plain',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'without a last line end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with a byte order mark',
      '\ufeffa,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with empty lines',
      'a,b\n\n\r\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with quotes',
      'a,b\n"1,5","say ""hi"""\n',
      [
        ['a', 'b'],
        ['1,5', 'say "hi"'],
      ],
    ],
    [
      'with quotes around everything',
      '"a","b"\r\n"1","2"\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with line ends in quotes',
      'a,b\n"x\ny",2\n3,4\n',
      [
        ['a', 'b'],
        ['x\ny', '2'],
        ['3', '4'],
      ],
    ],
    [
      'with a quote inside a cell',
      'a,b\n5" pipe,2\n',
      [
        ['a', 'b'],
        ['5" pipe', '2'],
      ],
    ],
    [
      'with empty cells',
      'a,b,c\n,,\n"",x,\n',
      [
        ['a', 'b', 'c'],
        ['', '', ''],
        ['', 'x', ''],
      ],
    ],
    [
      'with tabs',
      'a\tb\n1,5\t2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'with semicolons',
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    ['of one line', 'a,b', [['a', 'b']]],
    ['of nothing', '', []],
  ] as const)('%s are read whatever the chunks', async (_, text, wanted) => {
    for (const chunk of [1, 2, 3, 1_000]) expect(await cellsOf(text, chunk)).toEqual(wanted)
  })

  it('know the line that each row begins on', async () => {
    const rows = await rowsOf('a,b\n"x\ny\nz",1\n\n3,4\n')
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 6])
  })

  it('lose one row to a quote that is not closed, and no other', async () => {
    const many = Array.from({ length: 9_000 }, (_, n) => `${n},ordinary`).join('\n')
    const rows = await rowsOf(`a,b\n1,2\n3,"open\n${many}\n`, 1_000)
    expect(rows[2]).toEqual({ line: 3, cells: null })
    expect(rows).toHaveLength(3 + 9_000)
    expect(rows.at(-1)).toEqual({ line: 9_003, cells: ['8999', 'ordinary'] })
  })

  it('lose a last row that is not closed', async () => {
    expect(await rowsOf('a,b\n1,"open')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: null },
    ])
  })

  it('come back as they were written', async () => {
    const cell = fc.stringMatching(/^[a-z0-9 ,"\n\r]{0,12}$/)
    const row = fc.array(cell, { minLength: 3, maxLength: 3 })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, chunk) => {
          const text = [['x', 'y', 'z'], ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')
          expect((await cellsOf(text, chunk)).slice(1)).toEqual(rows)
        },
      ),
    )
  })

  it('survive any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await rowsOf(bytes)
      }),
    )
  })
})

describe('a conic projection', () => {
  it('is right on the example of IOGP Guidance Note 7-2', () => {
    // NAD 27 / Texas South Central, Clarke 1866, US survey feet: 28°30' N, 96° W.
    const texas = fromConic({
      axis: 20_925_832.16,
      inverseFlattening: 294.9787,
      originLat: 27 + 50 / 60,
      originLon: -99,
      parallels: [28 + 23 / 60, 30 + 17 / 60],
      falseEasting: 2_000_000,
      falseNorthing: 0,
    })(2_963_503.91, 254_759.8)
    expect(texas.lat).toBeCloseTo(28.5, 7)
    expect(texas.lon).toBeCloseTo(-96, 7)
  })

  it('undoes itself all over Boston', () => {
    const back = fromConic(massachusettsMainland)
    const degree = (min: number, max: number) => fc.double({ min, max, noNaN: true })
    fc.assert(
      fc.property(degree(42.2, 42.42), degree(-71.2, -70.85), (lat, lon) => {
        const { x, y } = toStatePlane(lat, lon)
        const point = back(x, y)
        expect(Math.abs(point.lat - lat)).toBeLessThan(1e-9)
        expect(Math.abs(point.lon - lon)).toBeLessThan(1e-9)
      }),
    )
  })

  it('has its false origin where the zone says', () => {
    const { lat, lon } = fromConic(massachusettsMainland)(656_166.6666666667, 2_460_625)
    expect([lat, lon]).toEqual([expect.closeTo(41, 9), expect.closeTo(-71.5, 9)])
  })
})

const columns = samColumns(samHeads)
const house: SamCells = {
  STREET_NUMBER: '123',
  FULL_STREET_NAME: 'Tremont  St',
  MAILING_NEIGHBORHOOD: 'Allston',
  ZIP_CODE: '2134-1111',
  X_COORD: '775626.2754',
  Y_COORD: '2956668.4506',
}
const read = (more: SamCells = {}) => {
  if ('missing' in columns) throw new Error('columns are missing')
  const cells = { ...house, ...more }
  return samRow(
    samHeads.map((head) => String(cells[head] ?? '')),
    columns,
  )
}

describe('a row of the address export', () => {
  it('is a house with its point, district and ZIP', () => {
    expect(read()).toEqual({
      is: 'address',
      address: {
        street: 'Tremont St',
        low: 123,
        high: 123,
        district: 'Allston-Brighton',
        zip: '02134',
        lat: expect.closeTo(42.3604, 6),
        lon: expect.closeTo(-71.058, 6),
      },
    })
  })

  it.each([
    ['123A', '', '', 123, 123],
    ['12-16', '', '', 12, 16],
    ['12 - 16', '', '', 12, 16],
    ['12A-16B', '', '', 12, 16],
    ['12', '12', '18', 12, 18],
    ['', '12', '18', 12, 18],
    ['12 1/2', '', '', 12, 12],
    ['12', '12', '9000', 12, 12],
    ['12', '0', '0', 12, 12],
  ])('with number %s (%s to %s) is %i to %i', (number, from, to, low, high) => {
    expect(read({ STREET_NUMBER: number, RANGE_FROM: from, RANGE_TO: to })).toMatchObject({
      address: { low, high },
    })
  })

  it('may have its point in degrees', () => {
    expect(read({ X_COORD: '-71.058', Y_COORD: '42.3604' })).toMatchObject({
      address: { lat: 42.3604, lon: -71.058 },
    })
  })

  it.each([
    [{ X_COORD: '' }, 'has no coordinates'],
    [{ X_COORD: 'N/A' }, 'has coordinates that are no numbers'],
    [{ X_COORD: '0', Y_COORD: '0' }, 'has coordinates outside Boston'],
    [{ X_COORD: '2956668', Y_COORD: '775626' }, 'has coordinates outside Boston'],
    [{ X_COORD: '1e999' }, 'has coordinates that are no numbers'],
  ])('with %j is broken: it %s', (cells, why) => {
    expect(read(cells)).toEqual({ is: 'broken', why })
  })

  it.each([
    [{ FULL_STREET_NAME: ' ' }, 'has no street'],
    [{ STREET_NUMBER: '' }, 'has no house number'],
    [{ STREET_NUMBER: '0' }, 'has no house number'],
    [{ STREET_NUMBER: 'REAR' }, 'has no house number'],
  ])('with %j is set aside: it %s', (cells, why) => {
    expect(read(cells)).toEqual({ is: 'set-aside', why })
  })

  it('with another number of cells than the first line is broken', () => {
    if ('missing' in columns) throw new Error('columns are missing')
    expect(samRow(['1', '2'], columns)).toMatchObject({
      is: 'broken',
      why: expect.stringContaining('2 cells'),
    })
  })

  it('names a district only in words that can stand in our files', () => {
    for (const written of ['a:b', 'a;b', '<b>', 'x'.repeat(99), ''])
      expect(read({ MAILING_NEIGHBORHOOD: written })).toMatchObject({ address: { district: '' } })
    expect(read({ MAILING_NEIGHBORHOOD: 'Harbor Islands' })).toMatchObject({
      address: { district: 'Harbor Islands' },
    })
  })
})

describe('the first line of the address export', () => {
  it('may have its columns in any order and case', () => {
    expect(samColumns([' y_coord', 'X_Coord', 'street_number', 'full_street_name', 'more'])).toMatchObject({
      width: 5,
    })
  })

  it('names what is missing', () => {
    expect(samColumns(['FULL_STREET_NAME', 'LATITUDE'])).toEqual({
      missing: ['STREET_NUMBER', 'X_COORD', 'Y_COORD'],
    })
  })
})
