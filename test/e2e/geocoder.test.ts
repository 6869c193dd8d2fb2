import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { understandBoston } from '../../src/app/understanding.ts'
import type { Place } from '../../src/core/understanding.ts'
import type { PlayedPlace, RunningArcgis } from '../../src/sandbox/arcgis/index.ts'
import { startArcgisPlayer } from '../../src/sandbox/arcgis/index.ts'
import type { TestApp } from '../support/app.ts'
import { testApp } from '../support/app.ts'
import { playedLocator } from '../support/played-locator.ts'
import { resident } from '../support/resident.ts'
import { sureReports } from '../support/sure-reports.ts'

/** Reports that are filed at once; every test takes its own. */
const reports = [...sureReports(60)]
const read = (text: string): Place => {
  const place = understandBoston()(text, { channel: 'sms' }).problems[0]?.location.value
  if (place == null) throw new Error('it names no place')
  return place
}
/** One whose house number is set between others: its point is a guess. */
const guessed = (): string => {
  const at = reports.findIndex((text) => read(text).accuracyM > 26)
  if (at === -1) throw new Error('every number is known')
  return reports.splice(at, 1)[0] ?? ''
}
const next = (): string => reports.shift() ?? ''

describe('a gateway with a geocoder of the City', () => {
  let arcgis: RunningArcgis
  let app: TestApp
  /** What the locator makes of its own answer. */
  let made: (place: PlayedPlace) => PlayedPlace = (place) => place
  beforeAll(async () => {
    const known = playedLocator()
    arcgis = await startArcgisPlayer({
      find: (line) => known.find(line).map((place) => made(place)),
      nearest: async (lat, lon) => {
        const place = await known.nearest(lat, lon)
        return place && made(place)
      },
    })
    app = await testApp({ environment: { GEOCODER_URL: arcgis.url } })
  })
  afterAll(async () => {
    await app?.close()
    await arcgis?.stop()
  })
  beforeEach(() => {
    made = (place) => place
    arcgis.heal()
  })

  const filed = () =>
    app.sql<{ place: Place; description: string; number: string | null }>(
      'SELECT place, description, reference AS number FROM service_requests',
    )
  async function requestOf(text: string) {
    const found = (await filed()).filter(({ description }) => description.split('\n')[0] === text)
    expect(found).toHaveLength(1)
    return found[0]?.place
  }
  const outcomes = () =>
    app.events.filter(({ event }) => event === 'place.checked').map(({ fields }) => fields.outcome)

  it('files with the better point', async () => {
    const text = guessed()
    const before = read(text)
    made = (place) => ({ ...place, lat: place.lat + 0.0001 })
    await resident(app).report(text)
    expect(await requestOf(text)).toEqual({
      ...before,
      lat: expect.closeTo(before.lat + 0.0001, 5),
      zip: expect.any(String),
      neighborhood: expect.any(String),
      accuracyM: 25,
    })
    expect(outcomes().at(-1)).toBe('refined')
  })

  it('sends the address, and not a word of the message', async () => {
    const text = next()
    await resident(app).report(text)
    const asked = arcgis.calls().flatMap(({ fields }) => fields.SingleLine ?? [])
    expect(asked).toContain(read(text).address)
    expect(asked.join('\n')).not.toMatch(/pothole|graffiti|raccoon|street light|abandoned/i)
  })

  it('asks the resident where the geocoder has the house elsewhere', async () => {
    const text = next()
    const far = read(text).lat > 42.32 ? -0.03 : 0.03
    made = (place) => ({ ...place, lat: place.lat + far })
    const someone = resident(app)
    const asked = await someone.say(text)
    expect(asked.join('\n')).not.toMatch(/BOS-/)
    expect(asked.join('\n')).toContain('Which')
    expect(outcomes().at(-1)).toBe('disagreed')
    // They know where they stand, whatever the geocoder says.
    const { address, neighborhood } = read(text)
    expect((await someone.say(neighborhood ?? '')).join('\n')).toMatch(/BOS-/)
    expect(await requestOf(text)).toMatchObject({ address, neighborhood })
  })

  it.each([
    ['answers with a page', () => arcgis.fault({ kind: 'page' }, 3)],
    ['breaks the connection', () => arcgis.fault({ kind: 'cut' }, 3)],
    ['answers 500', () => arcgis.fault({ kind: 'status', status: 500 }, 3)],
    ['cuts its JSON', () => arcgis.fault({ kind: 'truncated' }, 3)],
    ['does not answer in time', () => arcgis.fault({ kind: 'slow', ms: 6_000 }, 3)],
  ])('files as it was read where the geocoder %s', async (_, spoil) => {
    const text = next()
    spoil()
    const startedAt = performance.now()
    await resident(app).report(text)
    expect(performance.now() - startedAt).toBeLessThan(6_000)
    expect(await requestOf(text)).toEqual(read(text))
    expect(app.events.at(-1)?.event).not.toBe('message.unreadable')
    // One good answer: what failed in a row starts anew.
    arcgis.heal()
    await resident(app).report(next())
  })

  it('loses nothing and waits for nobody while the geocoder is away', async () => {
    const texts = Array.from({ length: 12 }, next)
    await arcgis.whileAway(async () => {
      await Promise.all(texts.map((text) => resident(app).report(text)))
    })
    for (const text of texts) expect(await requestOf(text)).toEqual(read(text))
    expect(app.events.some(({ event }) => event === 'geocoder.paused')).toBe(true)
    const before = arcgis.calls().length
    const text = next()
    await resident(app).report(text)
    expect(await requestOf(text)).toEqual(read(text))
    // It rests: nobody asks.
    expect(arcgis.calls().length).toBe(before)
  })

  it('answers danger without asking anybody', async () => {
    const before = arcgis.calls().length
    const said = await resident(app).say(`strong smell of gas at ${read(next()).address}, people are dizzy`)
    expect(said.join('\n')).toContain('911')
    expect(arcgis.calls().length).toBe(before)
  })

  it('logs no address, and counts what it asked', async () => {
    const places = (await filed()).flatMap(({ place }) => (place === null ? [] : [place.address]))
    const log = JSON.stringify(app.events)
    expect(places.length).toBeGreaterThan(10)
    for (const address of places) expect(log).not.toContain(address)
    const metrics = await (await fetch(`${app.url}/metrics`)).text()
    expect(metrics).toMatch(/intake_places_checked_total\{outcome="refined"\} [1-9]/)
    expect(metrics).toMatch(/intake_places_checked_total\{outcome="away"\} [1-9]/)
    expect(metrics).toMatch(/intake_geocoder_failures_total\{what="find",code="malformed"\} [1-9]/)
    for (const address of places) expect(metrics).not.toContain(address)
  })
})
