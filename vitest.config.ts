import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** The Worker's tests run in workerd, everything else in Node. */
const inWorkerd = 'test/edge/workerd/**/*.test.ts'

export default defineConfig({
  test: {
    // Two cores, and the tests start servers of their own.
    maxWorkers: 3,
    teardownTimeout: 30_000,
    projects: [
      {
        test: {
          name: 'node',
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
