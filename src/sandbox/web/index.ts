/**
 * A resident with a browser and one with an app, for the demo and for tests: each sends one report to a running
 * gateway as a stranger would, and says what came back.
 * @module
 */
import { createHash, randomUUID } from 'node:crypto'

export interface Answered {
  readonly status: number
  /** `BOS-XXXX-XXXX`; null while something is still asked, or nothing was taken. */
  readonly reference: string | null
  /** What stands on the page, or what the app shows. */
  readonly text: string
}
/** Sends what the page asked for, in the same conversation. */
export interface Browsing extends Answered {
  answer(fields: Readonly<Record<string, string>>): Promise<Browsing>
}

/** Fills in the form of the page in a language and sends it, as its script does. */
export async function reportByBrowser(
  gatewayUrl: string,
  language: string,
  fields: Readonly<Record<string, string>>,
): Promise<Browsing> {
  const page = await fetch(`${gatewayUrl}/report?lang=${language}`)
  return send(gatewayUrl, await page.text(), { id: randomUUID(), ...fields })
}

async function send(
  gatewayUrl: string,
  before: string,
  fields: Readonly<Record<string, string>>,
): Promise<Browsing> {
  const form = { ...hiddenIn(before), ...fields }
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...form, work: workFor(form) })) body.append(name, value)
  const answer = await fetch(`${gatewayUrl}/report`, { method: 'POST', body })
  const page = await answer.text()
  return {
    status: answer.status,
    reference: /<strong>(BOS-[^<]+)<\/strong>/.exec(page)?.[1] ?? null,
    text: textIn(page),
    answer: (more) => send(gatewayUrl, page, more),
  }
}

/** Hidden fields of the page's form. */
function hiddenIn(page: string): Record<string, string> {
  const [form = ''] = /<form [^>]*method="post"[\s\S]*?<\/form>/.exec(page) ?? []
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]+)"[^>]*? value="([^"]*)">/g)]
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]))
}

function workFor(form: Readonly<Record<string, string>>): string {
  for (let work = 0; ; work += 1) {
    const [first = 255, second = 255] = createHash('sha256')
      .update(`${form.token}:${form.id}:${work}`)
      .digest()
    if (((first << 8) | second) >> 4 === 0) return String(work)
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}
/** What is to be read in the middle of the page. */
const textIn = (page: string): string =>
  page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    // What only a script shows.
    .replace(/<div id="place-tools"[\s\S]*?<\/section>/g, ' ')
    .replace(/<(?:option|label)[\s\S]*?<\/(?:option|label)>/g, ' ')
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()

/** Files by GeoReport v2, as an app with a key does. */
export async function fileByApp(
  gatewayUrl: string,
  key: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answered> {
  const answer = await fetch(`${gatewayUrl}/open311/v2/requests.json`, {
    method: 'POST',
    headers: { 'idempotency-key': randomUUID() },
    body: new URLSearchParams({ api_key: key, ...fields }),
  })
  const [first] = (await answer.json()) as readonly Readonly<Record<string, unknown>>[]
  const said = first?.service_notice ?? first?.description ?? ''
  return {
    status: answer.status,
    reference: typeof first?.service_request_id === 'string' ? first.service_request_id : null,
    text: String(said),
  }
}
