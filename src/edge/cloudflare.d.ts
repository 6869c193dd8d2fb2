// The runtime's own module. https://developers.cloudflare.com/durable-objects/api/base/
declare module 'cloudflare:workers' {
  /** Public methods of a subclass can be called from outside, by RPC. */
  export abstract class DurableObject<Env> {
    protected readonly ctx: import('./runtime.ts').ObjectContext
    protected readonly env: Env
    constructor(ctx: import('./runtime.ts').ObjectContext, env: Env)
  }
}
