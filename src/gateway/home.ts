import { Hono } from 'hono'
import { html } from 'hono/html'

/** The first page: what runs here, and the ways into it. Plain, without script. */
export function homeRoutes(withSandbox: boolean): Hono {
  const app = new Hono()
  app.get('/', (c) =>
    c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>intake311</title>
    <style>
      body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem; color: #17202b; background: #fff }
      a { color: #0b4fc4 }
      @media (prefers-color-scheme: dark) { body { color: #e8edf3; background: #11161d } a { color: #8ab8ff } }
    </style>
  </head>
  <body>
    <main>
      <h1>intake311</h1>
      <p>The intake gateway of Boston 311 runs here.</p>
      <ul>
        ${withSandbox ? html`<li><a href="/sandbox">Try it with a phone in the browser</a>, and see <a href="/sandbox/slack">its reviews in Slack</a></li>` : ''}
        <li><a href="/agent">Reviews, for agents</a></li>
        <li><a href="/open311/v2/services.json">Services</a> and <a href="/open311/v2/requests.json">requests</a> (Open311 GeoReport v2)</li>
        <li><a href="/readyz">Ready?</a> · <a href="/metrics">Metrics</a></li>
      </ul>
      <p>If anyone is in danger, call 911.</p>
    </main>
  </body>
</html>`),
  )
  return app
}
