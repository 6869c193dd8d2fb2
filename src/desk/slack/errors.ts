/**
 * What Slack's error strings mean for us, as data. https://docs.slack.dev/reference/methods (the errors of
 * `chat.postMessage`, `chat.update`, `chat.postEphemeral`, `conversations.history`, `views.open`, `views.update`).
 * @module
 */
import { webApi } from '@slack/bolt'
import { AppError, type ErrorCode } from '../../core/errors.ts'

type Row = readonly [code: ErrorCode, means: string]

/** Our verdict and Slack's meaning. `misconfigured` is tried again: somebody mends it in Slack, and cards come true. */
export const slackErrors: Readonly<Record<string, Row>> = {
  // The card
  message_not_found: ['not-found', 'the message is gone'],
  cant_update_message: ['not-found', 'the message is not ours'],
  // The channel
  channel_not_found: ['misconfigured', 'the channel does not exist, or the app may not see it'],
  not_in_channel: ['misconfigured', 'the app is not in the channel; invite it'],
  is_archived: ['misconfigured', 'the channel is archived'],
  is_inactive: ['misconfigured', 'the channel is frozen, archived or deleted'],
  restricted_action: ['misconfigured', 'a setting of the workspace forbids posting'],
  restricted_action_read_only_channel: ['misconfigured', 'the channel is read-only'],
  restricted_action_thread_only_channel: ['misconfigured', 'the channel takes threads only'],
  edit_window_closed: ['misconfigured', 'a setting of the workspace forbids changing messages'],
  team_not_found: ['misconfigured', 'the workspace of the channel was not found'],
  external_channel_migrating: ['provider-away', 'the channel is being moved'],
  // The app
  access_denied: ['misconfigured', 'access was denied'],
  accesslimited: ['misconfigured', 'the network of this server is not allowed'],
  account_inactive: ['misconfigured', 'the account of the token is no more'],
  ekm_access_denied: ['misconfigured', 'administrators suspended posting'],
  enterprise_is_restricted: ['misconfigured', 'the method cannot be called from an enterprise'],
  forbidden_team: ['misconfigured', 'the workspace is not allowed'],
  invalid_auth: ['misconfigured', 'the token, or the address of this server, is not allowed'],
  missing_scope: ['misconfigured', 'the app lacks a scope'],
  no_permission: ['misconfigured', 'the app lacks a permission'],
  not_allowed_token_type: ['misconfigured', 'the token is of the wrong kind'],
  not_authed: ['misconfigured', 'no token was sent'],
  team_access_not_granted: ['misconfigured', 'the app is not granted this workspace'],
  team_disabled: ['misconfigured', 'the workspace is disabled'],
  token_expired: ['misconfigured', 'the token expired'],
  token_revoked: ['misconfigured', 'the token was revoked'],
  two_factor_setup_required: ['misconfigured', 'two-factor sign-in has to be set up'],
  deprecated_endpoint: ['misconfigured', 'the method is no more'],
  method_deprecated: ['misconfigured', 'the method is no more'],
  unknown_method: ['misconfigured', 'no such method: is the base URL right?'],
  // Too fast, or not now
  ratelimited: ['rate-limited', 'too many requests'],
  rate_limited: ['rate-limited', 'too many messages'],
  message_limit_exceeded: ['rate-limited', 'too many messages'],
  service_unavailable: ['provider-away', 'the service is unavailable for now'],
  org_login_required: ['provider-away', 'the workspace is being moved'],
  team_added_to_org: ['provider-away', 'the workspace is being moved'],
  request_timeout: ['provider-slow', 'the request did not arrive whole'],
  // Slack says of these two that part of it may have happened.
  internal_error: ['unknown-outcome', 'an error on their side'],
  fatal_error: ['unknown-outcome', 'an error on their side'],
  update_failed: ['provider-away', 'the update failed on their side'],
  // Modals
  expired_trigger_id: ['provider-refused', 'the click was more than three seconds ago'],
  exchanged_trigger_id: ['conflict', 'the click opened a modal before'],
  invalid_trigger_id: ['provider-refused', 'the click is not known'],
  hash_conflict: ['conflict', 'the modal has changed since'],
  not_found: ['not-found', 'the modal is closed'],
  user_not_in_channel: ['provider-refused', 'the agent left the channel'],
  user_not_found: ['provider-refused', 'the agent is not known'],
  // What we sent
  block_mismatch: ['bug', 'the blocks do not fit the message'],
  invalid_arg_name: ['bug', 'a name of an argument is wrong'],
  invalid_arguments: ['bug', 'an argument is wrong'],
  invalid_array_arg: ['bug', 'an argument is wrong'],
  invalid_blocks: ['bug', 'the blocks were refused'],
  invalid_blocks_format: ['bug', 'the blocks were refused'],
  invalid_charset: ['bug', 'the character set was refused'],
  invalid_form_data: ['bug', 'the form was refused'],
  invalid_metadata_format: ['bug', 'the metadata were refused'],
  invalid_metadata_schema: ['bug', 'the metadata were refused'],
  invalid_post_type: ['bug', 'the content type was refused'],
  metadata_must_be_sent_from_app: ['misconfigured', 'the token is not that of an app'],
  metadata_too_large: ['bug', 'the metadata are too large'],
  missing_post_type: ['bug', 'the content type is missing'],
  msg_blocks_too_long: ['bug', 'the blocks are too long'],
  msg_too_long: ['bug', 'the text is too long'],
  no_text: ['bug', 'the text is missing'],
  view_too_large: ['bug', 'the modal is too large'],
}

/** What an HTTP status alone says. */
function byStatus(status: number): Row {
  if (status === 401 || status === 403) return ['misconfigured', 'the credentials were refused']
  if (status === 408) return ['provider-slow', 'the request timed out']
  if (status >= 500) return ['provider-away', 'the server is in trouble']
  return ['misconfigured', 'this is not the API: is the base URL right?']
}

/** The connection was never made, or not to Slack: nothing happened. */
const neverArrived: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
])
const badCertificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/

/** Slack's own word in an error, or null: a proxy's page may stand in its place, and may quote anything. */
const errorWord = (error: unknown): string | null =>
  typeof error === 'string' && /^[a-z][a-z0-9_]{1,60}$/.test(error) ? error : null

/**
 * Anything the Web API client throws, as AppError. `posting`: a call that makes something, which a server in
 * trouble may have done all the same.
 */
export function slackFailure(thrown: unknown, method: string, posting: boolean): AppError {
  if (thrown instanceof AppError) return thrown
  const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } = webApi
  const because = (row: Row, more: ConstructorParameters<typeof AppError>[2] = {}) =>
    new AppError(row[0], `Slack, ${method}: ${row[1]}`, more)
  if (thrown instanceof WebAPIRateLimitedError)
    return because(['rate-limited', 'too many requests'], { afterMs: thrown.retryAfter * 1000 })
  if (thrown instanceof WebAPIPlatformError) {
    const word = errorWord(thrown.data.error)
    if (word === null) return because(['misconfigured', 'this is not the API: is the base URL right?'])
    const row = slackErrors[word] ?? (['provider-refused', 'refused'] satisfies Row)
    const seconds = thrown.data.response_metadata?.retryAfter
    return because(row, {
      providerCode: word,
      ...(row[0] === 'rate-limited' && seconds !== undefined && { afterMs: seconds * 1000 }),
    })
  }
  if (thrown instanceof WebAPIHTTPError) {
    const row = byStatus(thrown.statusCode)
    // 503 is said before the work, 500, 502 and 504 may be said after it.
    const unsure = posting && row[0] === 'provider-away' && thrown.statusCode !== 503
    const code = unsure ? 'unknown-outcome' : row[0]
    return because([code, `${row[1]} (HTTP ${thrown.statusCode})`], {
      providerCode: String(thrown.statusCode),
    })
  }
  const cause = thrown instanceof WebAPIRequestError ? thrown.original : thrown
  return because(brokenConnection(cause), { cause })
}

function brokenConnection(thrown: unknown): Row {
  if (!(thrown instanceof Error)) return ['unknown-outcome', 'the connection broke']
  // A 429 without a time: the client has no class for it.
  if (thrown.message.startsWith('Retry header')) return ['rate-limited', 'too many requests']
  if (thrown.name === 'TimeoutError' || thrown.name === 'AbortError')
    return ['provider-slow', 'no answer in time']
  const codes = [thrown, thrown.cause].map((e) =>
    e instanceof Error && 'code' in e && typeof e.code === 'string' ? e.code : '',
  )
  if (codes.some((code) => neverArrived.has(code))) return ['provider-away', 'no connection']
  if (codes.some((code) => badCertificate.test(code))) return ['misconfigured', 'the certificate is not good']
  if (thrown.cause instanceof Error && thrown.cause.message === 'unexpected redirect')
    return ['misconfigured', 'redirected: is the base URL right?']
  return ['unknown-outcome', 'the connection broke']
}
