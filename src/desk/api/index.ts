export type { SurfaceDeps } from './deps.ts'
export { apiRoutes } from './routes.ts'
export { signInLink } from './session.ts'
