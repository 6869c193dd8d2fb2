// What the tests touch of the runtime's test modules; see node_modules/@cloudflare/vitest-plugin/types.
declare module 'cloudflare:workers' {
  export const env: import('../../../src/edge/settings.ts').Env
  export const exports: { readonly default: { fetch(request: Request): Promise<Response> } }
}

declare module 'cloudflare:test' {
  type Line = import('../../../src/edge/line.ts').LineCalls
  type Id = import('../../../src/edge/runtime.ts').ObjectId
  export function runInDurableObject<R>(
    line: Line,
    work: (line: Line, state: import('../../../src/edge/runtime.ts').ObjectContext) => R | Promise<R>,
  ): Promise<R>
  /** False: no alarm was set. */
  export function runDurableObjectAlarm(line: Line): Promise<boolean>
  export function listDurableObjectIds(
    lines: import('../../../src/edge/runtime.ts').Objects<Line>,
  ): Promise<Id[]>
  export function abortAllDurableObjects(): Promise<void>
  /** Deletes everything that is kept. */
  export function reset(): Promise<void>
}
