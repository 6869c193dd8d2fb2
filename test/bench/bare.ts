/**
 * The bare limit: a Hono handler that checks Twilio's signature and does one INSERT. Nothing else.
 * @module
 */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 })
await pool.query(
  'CREATE TABLE IF NOT EXISTS bare (id text PRIMARY KEY, fields jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now())',
)
const token = process.env.AUTH_TOKEN ?? ''
const app = new Hono()
app.post('/webhooks/twilio/sms', async (c) => {
  const fields = Object.fromEntries(new URLSearchParams(await c.req.text()))
  if (!validateRequest(token, c.req.header('x-twilio-signature') ?? '', c.req.url, fields))
    return c.text('', 403)
  await pool.query({
    name: 'insert',
    text: 'INSERT INTO bare (id, fields) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    values: [fields.MessageSid, fields],
  })
  return c.body('<?xml version="1.0" encoding="UTF-8"?><Response/>', 200, { 'content-type': 'text/xml' })
})
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) =>
  process.stdout.write(`bare is ready: http://127.0.0.1:${info.port}\n`),
)
process.on('SIGTERM', () => {
  server.close()
  void pool.end().then(() => process.exit(0))
})
