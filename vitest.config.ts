import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** The Worker's tests run in workerd, everything else in Node. */
const inWorkerd = 'test/edge/workerd/**/*.test.ts'

/** Those of half a minute and more: begun last, they would keep one core busy while the other has nothing left. */
const long = /\/test\/(?:drills\/|e2e\/(?:burst|one-desk|open311-city)|edge\/porch|app\/cli)/

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter((f) => long.test(f.moduleId)), ...sorted.filter((f) => !long.test(f.moduleId))]
  }
}

export default defineConfig({
  test: {
    // Two cores, and the tests start servers of their own.
    maxWorkers: 4,
    sequence: { sequencer: LongOnesFirst },
    teardownTimeout: 30_000,
    projects: [
      {
        test: {
          name: 'node',
          // Models, gazetteer and libraries are loaded once per worker, not once per file.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [inWorkerd],
          globalSetup: ['test/support/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                ORIGIN: 'http://gateway.test',
                PUBLIC_URL: 'https://311.example.org',
                TWILIO_AUTH_TOKEN: 'a-token-of-the-test',
              },
            },
          }),
        ],
        test: { name: 'edge', include: [inWorkerd], testTimeout: 30_000 },
      },
    ],
  },
})
