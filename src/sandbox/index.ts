/**
 * The sandbox: everything that stands in for the outside world when no account is configured.
 * @module
 */
export { type SandboxDeps, sandboxRoutes } from './routes.ts'
