import { existsSync } from 'node:fs'
import type { Config, Role } from './config.ts'
import { ConfigError, readConfig } from './config.ts'

/** The process's settings from `.env` (if there is one) and the environment, which wins. Ends the process with 78 where they are wrong. */
export function configFromProcess(role: Role): Config {
  if (existsSync('.env')) process.loadEnvFile('.env')
  try {
    return readConfig(process.env, role)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(
      `intake311 can't start with these settings:\n${error.problems.map((p) => `  - ${p}\n`).join('')}`,
    )
    process.exit(78)
  }
}
