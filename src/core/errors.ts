/**
 * One error class, one table. A code says what happened, `retry` says who acts next:
 * `now` another try at once may work, `later` back off and try again, `never` a person has to act.
 * @module
 */

/** Every code, its retry verdict, and the HTTP status where a request caused it. */
export const errorTable = {
  'bad-signature': { retry: 'never', http: 403, means: 'the sender could not be verified' },
  malformed: { retry: 'never', http: 400, means: 'the input is not of the shape its sender documents' },
  'too-large': { retry: 'never', http: 413, means: 'the input is larger than this door takes' },
  'not-found': { retry: 'never', http: 404, means: 'nothing has this id' },
  conflict: {
    retry: 'never',
    http: 409,
    means: 'someone else decided first, or the state no longer allows it',
  },
  forbidden: { retry: 'never', http: 403, means: 'the credentials do not allow it' },
  'storage-away': { retry: 'later', http: 503, means: 'the ledger does not answer' },
  'queue-away': {
    retry: 'later',
    http: 503,
    means: 'the queue does not answer; the sweeper will fill it again',
  },
  'provider-away': { retry: 'later', http: 502, means: 'a provider does not answer or answers 5xx' },
  'provider-slow': {
    retry: 'later',
    http: 504,
    means: 'a provider did not answer in time; the outcome is unknown',
  },
  'rate-limited': { retry: 'later', http: 429, means: 'a provider asks us to wait' },
  'provider-refused': { retry: 'never', http: 502, means: 'a provider refused this request for good' },
  'opted-out': { retry: 'never', http: 409, means: 'the resident asked for no more messages' },
  unreachable: {
    retry: 'never',
    http: 409,
    means: 'what it would answer is gone, or a rule of ours keeps us from writing there',
  },
  'bad-address': { retry: 'never', http: 422, means: 'the address cannot receive this kind of message' },
  misconfigured: { retry: 'later', http: 500, means: 'our own settings or credentials are wrong' },
  'unknown-outcome': { retry: 'later', http: 502, means: 'it may have happened; look before trying again' },
  bug: { retry: 'never', http: 500, means: 'our own mistake' },
} as const satisfies Record<string, { retry: 'never' | 'later' | 'now'; http: number; means: string }>

export type ErrorCode = keyof typeof errorTable

/**
 * The only error that crosses a port. `message` is for operators and holds no personal data.
 * `afterMs`: the provider's own wish for a pause.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly afterMs: number | null
  /** The provider's own code, for its table and for the log. */
  readonly providerCode: string | null

  constructor(
    code: ErrorCode,
    message: string,
    more: { cause?: unknown; afterMs?: number; providerCode?: string } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'AppError'
    this.code = code
    this.afterMs = more.afterMs ?? null
    this.providerCode = more.providerCode ?? null
  }

  get retry(): 'never' | 'later' | 'now' {
    return errorTable[this.code].retry
  }
}

/** Anything thrown, as an AppError; what we don't know is a `bug`. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown))
  return new AppError('bug', cause.message, { cause })
}
