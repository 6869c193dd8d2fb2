/** Apps against the whole of it: a client from npm, the specification's examples, tokens, and nobody's data. */
import { createRequire } from 'node:module'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { requestFields } from '../support/geo-report.ts'
import { photo } from '../support/photos.ts'

const key = 'a-key-of-the-test'
const report = {
  jurisdiction_id: 'cityofboston.gov',
  service_code: 'pothole',
  lat: '42.3563',
  long: '-71.0623',
  address_string: '123 Tremont St',
  email: 'resident@example.org',
  device_id: 'device-0001',
  account_id: 'account-0001',
  first_name: 'Ada',
  last_name: 'Lovelock',
  phone: '+16175550123',
  description: 'A large hole is destroying the street. Call me: Ada Lovelock, 617-555-0123',
}

type Callback<T> = (error: unknown, data: T) => void
type Fields = Record<string, unknown>
/** The published client, as far as it is used here. */
interface Client {
  serviceDiscovery(options: object, done: Callback<{ endpoints: Fields[] }>): void
  serviceList(done: Callback<{ service_code: string; metadata: boolean }[]>): void
  serviceDefinition(code: string, done: Callback<{ attributes: { code: string }[] }>): void
  submitRequest(data: object, done: Callback<{ service_request_id: string; service_notice: string }[]>): void
  serviceRequests(
    id: string | string[] | object,
    params: object | Callback<Fields[]>,
    done?: Callback<Fields[]>,
  ): void
}
const Open311 = createRequire(import.meta.url)('open311') as new (options: object) => Client
const call = <T>(work: (done: Callback<T>) => void): Promise<T> =>
  new Promise((resolve, reject) =>
    work((error, data) => (error ? reject(new Error(String(data))) : resolve(data))),
  )

describe('the Open311 server', () => {
  let app: TestApp
  let root = ''
  beforeAll(async () => {
    app = await testApp({ environment: { OPEN311_SERVER_KEYS: `${key},a-second-key` } })
    root = `${app.url}/open311/v2`
  })
  afterAll(() => app?.close())

  const post = (fields: Record<string, string>, format = 'json', headers: Record<string, string> = {}) =>
    fetch(`${root}/requests.${format}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ api_key: key, ...fields }),
    })
  const get = async (path: string) => (await fetch(`${root}/${path}`)).text()

  it('a client from npm discovers, lists, files and reads back', async () => {
    const client = new Open311({
      discovery: `${root}/discovery.json`,
      endpoint: `${root}/`,
      apiKey: key,
      jurisdiction: 'cityofboston.gov',
      format: 'json',
    })
    const found = await call((done: Callback<{ endpoints: Fields[] }>) =>
      client.serviceDiscovery({ cache: true }, done),
    )
    expect(found.endpoints[0]).toMatchObject({ url: root, type: 'production' })
    const services = await call((done: Callback<{ service_code: string; metadata: boolean }[]>) =>
      client.serviceList(done),
    )
    expect(services).toHaveLength(100)
    const asking = services.find(({ service_code }) => service_code === 'sidewalk-repair')
    expect(asking?.metadata).toBe(true)
    const { attributes } = await call((done: Callback<{ attributes: { code: string }[] }>) =>
      client.serviceDefinition('sidewalk-repair', done),
    )
    expect(attributes.map(({ code }) => code)).toContain('injury')

    const filing = { ...report, service_code: 'sidewalk-repair', attributes: { injury: 'no' } }
    const [filed] = await call((done: Callback<{ service_request_id: string; service_notice: string }[]>) =>
      client.submitRequest(filing, done),
    )
    expect(filed?.service_request_id).toMatch(/^BOS-/)
    const [read] = await call((done: Callback<Fields[]>) =>
      client.serviceRequests(filed?.service_request_id ?? '', {}, done),
    )
    expect(read).toMatchObject({
      service_request_id: filed?.service_request_id,
      service_code: 'sidewalk-repair',
      status: 'open',
    })
    const listed = await call((done: Callback<Fields[]>) => client.serviceRequests({ status: 'open' }, done))
    expect(listed.map((one) => one.service_request_id)).toContain(filed?.service_request_id)
  })

  it("takes the specification's example, and answers in its shape, in JSON and in XML", async () => {
    const json = await post({ ...report, device_id: 'of-json' })
    expect([json.status, json.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    const [answer] = (await json.json()) as Fields[]
    expect(Object.keys(answer ?? {})).toEqual(['service_request_id', 'service_notice', 'account_id'])
    expect(answer).toMatchObject({
      service_request_id: expect.stringMatching(/^BOS-/),
      account_id: 'account-0001',
    })

    const xml = await post({ ...report, device_id: 'of-xml' }, 'xml')
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(await xml.text()).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<service_requests><request><service_request_id>BOS-[^<]+<\/service_request_id><service_notice>[^<]+<\/service_notice><account_id>account-0001<\/account_id><\/request><\/service_requests>\n$/,
    )
  })

  it('every document is XML of the documented shape', async () => {
    const shapes: readonly (readonly [string, string, readonly string[]])[] = [
      ['discovery.xml', 'discovery', ['changeset', 'contact', 'key_service', 'endpoints']],
      [
        'services.xml',
        'services.service',
        ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group'],
      ],
      [
        'services/sidewalk-repair.xml',
        'service_definition.attributes.attribute',
        [
          'variable',
          'code',
          'datatype',
          'required',
          'datatype_description',
          'order',
          'description',
          'values',
        ],
      ],
      ['requests.xml', 'service_requests.request', [...requestFields]],
      ['requests/BOS-0000-0000.xml', 'errors.error', ['code', 'description']],
      ['services/no-such-thing.xml', 'errors.error', ['code', 'description']],
    ]
    for (const [path, at, names] of shapes) {
      const text = await get(path)
      expect(XMLValidator.validate(text), path).toBe(true)
      const found = at
        .split('.')
        .reduce<unknown>(
          (node, name) => (Array.isArray(node) ? node[0] : (node as Fields))[name],
          new XMLParser({ ignoreDeclaration: true }).parse(text),
        )
      expect(Object.keys((Array.isArray(found) ? found[0] : found) as Fields), path).toEqual(names)
    }
  })

  it('the same filing twice is one request with the same answer', async () => {
    const fields = { ...report, device_id: 'twice' }
    const [first, second] = [await (await post(fields)).text(), await (await post(fields)).text()]
    expect(second).toBe(first)
    const kept = await app.sql(
      `SELECT id FROM messages WHERE channel = 'open311' AND resident = 'device_id:twice'`,
    )
    expect(kept).toHaveLength(1)
  })

  it('files what its fields say: service, place, answers, contact, channel', async () => {
    const answer = await post({
      ...report,
      service_code: 'sidewalk-repair',
      device_id: 'whole',
      'attribute[injury]': 'yes',
    })
    const [{ service_request_id: reference } = {}] = (await answer.json()) as Fields[]
    const [row] = await app.sql<Fields>(
      `SELECT channel, state, service_code, attributes, language, place FROM service_requests WHERE reference = $1`,
      [reference],
    )
    expect(row).toMatchObject({
      channel: 'open311',
      service_code: 'sidewalk-repair',
      attributes: { injury: 'yes' },
      language: 'en',
    })
    expect(['filing', 'filed']).toContain(row?.state)
    expect(row?.place).toMatchObject({ address: expect.stringContaining('Tremont St') })
  })

  it('danger is answered with 911 first, and with a number all the same', async () => {
    const answer = await post({
      ...report,
      device_id: 'danger',
      description: 'A house is on fire and people are inside',
    })
    const [said] = (await answer.json()) as Fields[]
    expect(said?.service_notice).toMatch(/^If anyone is in danger, call 911 now/)
    expect(said?.service_request_id).toMatch(/^BOS-/)
    const [row] = await app.sql<Fields>(`SELECT state, safety FROM service_requests WHERE reference = $1`, [
      said?.service_request_id,
    ])
    expect(row).toEqual({ state: 'review', safety: 'emergency' })
  })

  it('a place that is not sure goes to a person, never to a question', async () => {
    const answer = await post({
      api_key: key,
      service_code: 'pothole',
      address_string: 'by the old tree',
      description: 'hole',
      device_id: 'vague',
    })
    const [said] = (await answer.json()) as Fields[]
    const [row] = await app.sql<Fields>(`SELECT state FROM service_requests WHERE reference = $1`, [
      said?.service_request_id,
    ])
    expect(row).toEqual({ state: 'review' })
    expect(said?.service_notice).toMatch(/A person at 311/)
    expect(said?.service_notice).not.toContain('?')
  })

  it('a photo in the body is kept and shown', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...report, api_key: key, device_id: 'photo' }))
      form.append(name, value)
    form.append('media', new Blob([Uint8Array.from(await photo())], { type: 'image/jpeg' }), 'hole.jpg')
    const answer = await fetch(`${root}/requests.json`, { method: 'POST', body: form })
    const [said] = (await answer.json()) as Fields[]
    await app.settled()
    const [read] = JSON.parse(await get(`requests/${said?.service_request_id}.json`)) as Fields[]
    expect(read?.media_url).toMatch(/\/media\/med_/)
    expect((await fetch(String(read?.media_url))).headers.get('content-type')).toBe('image/jpeg')
  })

  it('a media_url into our own network is not fetched, and the report is taken all the same', async () => {
    const answer = await post({
      ...report,
      device_id: 'inside',
      media_url: `${app.url}/open311/v2/services.json`,
    })
    expect(answer.status).toBe(200)
    const rows = await app.sql<Fields>(
      `SELECT f.state, f.error_code FROM media f JOIN messages m ON m.id = f.message_id WHERE m.resident = 'device_id:inside'`,
    )
    expect(rows).toEqual([{ state: 'failed', error_code: 'provider-refused' }])
  })

  it('a token finds its request, and an unknown one nothing', async () => {
    const [row] = await app.sql<{ id: string; reference: string }>(
      `SELECT m.id, r.reference FROM messages m JOIN service_requests r ON m.id = ANY (r.message_ids) WHERE m.resident = 'device_id:whole'`,
    )
    expect(JSON.parse(await get(`tokens/${row?.id}.json`))).toEqual([
      { service_request_id: row?.reference, token: row?.id },
    ])
    expect((await fetch(`${root}/tokens/123456.xml`)).status).toBe(404)
  })

  it('nothing that is read has personal data in it', async () => {
    await app.settled()
    const ids = (JSON.parse(await get('requests.json?page_size=100')) as Fields[]).map(
      (one) => one.service_request_id,
    )
    expect(ids.length).toBeGreaterThan(5)
    const all = await Promise.all([
      get('requests.json?page_size=100&extensions=true'),
      get('requests.xml?page_size=100'),
      ...ids.flatMap((id) => [get(`requests/${id}.json`), get(`requests/${id}.xml`)]),
    ])
    const text = all.join('\n')
    for (const secret of [
      'resident@example.org',
      '555-0123',
      '6175550123',
      'device-0001',
      'account-0001',
      key,
    ])
      expect(text).not.toContain(secret)
    // The name stands in no field of its own; in the resident's own words it may.
    for (const one of all)
      expect(one).not.toMatch(/first_name|last_name|phone|email|device_id|account_id|contact/)
  })

  it('another jurisdiction is unknown, also when reading', async () => {
    expect((await fetch(`${root}/services.json?jurisdiction_id=sfgov.org`)).status).toBe(404)
    expect((await fetch(`${root}/services.json?jurisdiction_id=cityofboston.gov`)).status).toBe(200)
  })

  it('filters by service, status and dates, and pages', async () => {
    const pages = await Promise.all([1, 2].map((page) => get(`requests.json?page_size=2&page=${page}`)))
    const seen = pages.flatMap((page) => (JSON.parse(page) as Fields[]).map((one) => one.service_request_id))
    expect(new Set(seen).size).toBe(4)
    const some = JSON.parse(await get('requests.json?service_code=sidewalk-repair&status=open')) as Fields[]
    expect(new Set(some.map((one) => one.service_code))).toEqual(new Set(['sidewalk-repair']))
    expect(
      JSON.parse(await get('requests.json?start_date=2000-01-01T00:00:00Z&end_date=2000-02-01T00:00:00Z')),
    ).toEqual([])
  })
})
