import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bostonForGeocoders, builtInGeocoder } from '../../src/app/geocoder.ts'
import { bostonWords } from '../../src/city/boston/aliases.ts'
import { arcgisGeocoder } from '../../src/geocoder/arcgis/index.ts'
import { fallingBack, guardedGeocoder, usualGuard } from '../../src/geocoder/guarded.ts'
import { startArcgisPlayer } from '../../src/sandbox/arcgis/index.ts'
import type { GeocoderHarness } from '../contract/geocoder.contract.ts'
import { geocoderContract } from '../contract/geocoder.contract.ts'
import { playedLocator } from '../support/played-locator.ts'

const clock = { now: () => Date.now() }
const log = () => undefined

async function arcgis(): Promise<GeocoderHarness & { readonly player: { stop(): Promise<void> } }> {
  const player = await startArcgisPlayer(playedLocator())
  const geocoder = arcgisGeocoder({
    url: player.url,
    timeoutMs: 5_000,
    bounds: bostonWords.bounds,
    city: bostonForGeocoders(),
  })
  return { geocoder, player, close: () => player.stop() }
}

const harnesses: Readonly<Record<string, () => Promise<GeocoderHarness>>> = {
  gazetteer: async () => ({ geocoder: builtInGeocoder(), close: async () => undefined }),
  arcgis,
  'arcgis behind cache and breaker': async () => {
    const { geocoder, close } = await arcgis()
    return { geocoder: guardedGeocoder(geocoder, usualGuard, { clock, log }), close }
  },
  'gazetteer in place of an ArcGIS that is away': async () => {
    const { geocoder, player } = await arcgis()
    await player.stop()
    const guarded = guardedGeocoder(geocoder, usualGuard, { clock, log })
    return { geocoder: fallingBack(guarded, builtInGeocoder()), close: async () => undefined }
  },
}
for (const [name, open] of Object.entries(harnesses)) geocoderContract(name, open)

it('every adapter of src/geocoder has a harness', () => {
  // Files that wrap or help adapters.
  const helpers = ['README.md', 'breaker.ts', 'cache.ts', 'guarded.ts', 'query.ts']
  const adapters = readdirSync(join(import.meta.dirname, '../../src/geocoder'))
    .filter((name) => !helpers.includes(name))
    .map((name) => name.replace(/\.ts$/, ''))
  expect(adapters.filter((name) => !(name in harnesses))).toEqual([])
})
