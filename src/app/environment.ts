import { existsSync } from 'node:fs'
import type { Config, Role } from './config.ts'
import { ConfigError, readConfig } from './config.ts'
import { variables } from './variables.ts'

/** DATA_DIR alone, for commands that need no other setting and work with wrong ones. */
export function dataDirFromProcess(): string {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env.DATA_DIR || variables.DATA_DIR.shape.parse(undefined)
}

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
