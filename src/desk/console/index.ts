export { signInLink } from '../api/session.ts'
export type { ConsoleDeps } from './deps.ts'
export { consoleRoutes } from './routes.ts'
