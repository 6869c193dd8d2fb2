/**
 * `node src/app/main.ts all|gateway|worker`: what `npm start`, `npm run gateway` and `npm run worker` run.
 * @module
 */
import { asAppError } from '../core/errors.ts'
import type { App } from './app.ts'
import { startApp } from './app.ts'
import type { Config, Role } from './config.ts'
import { configFromProcess } from './environment.ts'
import { telemetry } from './telemetry.ts'

const roles: readonly string[] = ['all', 'gateway', 'worker'] satisfies Role[]
const isRole = (word: string | undefined): word is Role => word !== undefined && roles.includes(word)

const role = process.argv[2]
if (!isRole(role)) {
  process.stderr.write('usage: node src/app/main.ts all|gateway|worker\n')
  process.exit(64)
}
const config = configFromProcess(role)
const tele = telemetry(config.LOG_LEVEL)
let starting: Promise<App> | null = null
let stopping = false

/** Drains and leaves. A second signal within the drain changes nothing; npm and the terminal both send one. */
async function leave(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return
  stopping = true
  tele.log('info', 'process.stopping', { signal })
  const app = await starting?.catch(() => null)
  await app?.stop()
  tele.log('info', 'process.stopped', { role: role ?? '' })
  setTimeout(() => process.exit(0), 100)
}
// A connection that breaks while BullMQ 6.7.0 is still making it has no listener, and Node would end the process.
// Whoever wanted it tries again; everything else ends the process, as it should.
process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  const broken =
    error.message === 'Connection terminated unexpectedly' ||
    error.code === 'ECONNRESET' ||
    /^57P/.test(error.code ?? '')
  tele.log(broken ? 'warn' : 'error', 'queue.failed', {
    queue: 'all',
    reason: broken ? 'connection broken' : error.name,
  })
  if (broken) return
  process.stderr.write(`${error.stack}\n`)
  setTimeout(() => process.exit(1), 100)
})
process.on('SIGINT', (s) => void leave(s))
process.on('SIGTERM', (s) => void leave(s))

try {
  starting = startApp(config, role, tele)
  const app = await starting
  if (!stopping) process.stdout.write(banner(config, app))
} catch (thrown) {
  const error = asAppError(thrown)
  process.stderr.write(`intake311 did not start: ${error.message}\n`)
  if (error.code === 'bug') process.stderr.write(`${error.stack}\n`)
  setTimeout(() => process.exit(error.code === 'misconfigured' ? 78 : 1), 100)
}

function banner(settings: Config, app: App): string {
  if (app.url === null) return 'intake311 worker is ready.\n'
  const lines = [
    `intake311 is ready: ${app.url}`,
    ...(app.player === null ? [] : [`  try it as a resident  ${app.url}/sandbox`]),
    ...(app.slack === null
      ? []
      : [`  reviews in Slack      ${app.url}/sandbox/slack (played by the sandbox)`]),
    `  sign in as an agent   ${app.signInLink} (good once, for half an hour; another: npm run reviews -- link)`,
    `  requests (Open311)    ${app.url}/open311/v2/requests.json`,
    app.twilio === null
      ? '  SMS is off: no Twilio account is set'
      : `  webhook for SMS       ${settings.PUBLIC_URL ?? app.url}/webhooks/twilio/sms${app.player === null ? '' : ' (played by the sandbox: no Twilio account is set)'}`,
    app.twilio === null
      ? '  the phone is off: no Twilio account is set'
      : `  webhook for calls     ${settings.PUBLIC_URL ?? app.url}/webhooks/twilio/voice`,
    `  mail                  ${mailLine(app, settings)}`,
    `  health, metrics       ${app.url}/readyz ${app.url}/metrics`,
    ...settings.ignored.map((name) => `  note: ${name} is set, but this version does not use it`),
  ]
  return `${lines.join('\n')}\n`
}

/** Where mail to us goes in. */
function mailLine({ mail }: App, { email }: Config): string {
  const door = mail?.door() ?? email?.listen ?? null
  const by = door === null ? 'by webhook' : `by SMTP at ${door.host}:${door.port}`
  const to = mail?.ours ?? email?.from
  if (to === undefined) return 'is off: EMAIL_FROM is not set'
  return `to ${to} ${by}${mail === null ? '' : ' (played by the sandbox: no mail server is set)'}`
}
