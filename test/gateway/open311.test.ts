import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { services } from '../../src/city/boston/services/index.ts'
import { AppError } from '../../src/core/errors.ts'
import type { PublicRequest } from '../../src/core/ports.ts'
import { open311Routes } from '../../src/gateway/open311/index.ts'
import { xmlDocument } from '../../src/gateway/open311/xml.ts'
import { aRequest, fakePublicStore } from '../support/fake-store.ts'
import { requestFields } from '../support/geo-report.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const dayMs = 24 * 60 * 60 * 1000

function server(...rows: PublicRequest[]) {
  const store = fakePublicStore(rows)
  const app = open311Routes({
    store,
    services,
    publicUrl: () => 'https://311.example.gov/',
    clock: { now: () => now },
  })
  return { app, store }
}

/** What no XML document may hold: forbidden characters, and ampersands that begin no entity of ours. */
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!amp;|lt;|gt;|quot;|#39;|#13;)/

const oneRow: PublicRequest = { request: aRequest(), photoIds: ['med_00000001', 'med_00000002'] }

describe('a request', () => {
  it('has the fields of the specification in its order, in JSON', async () => {
    const answer = await server(oneRow).app.request('/requests/BOS-7K3M-Q2XA.json')

    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const body = (await answer.json()) as Record<string, unknown>[]
    expect(body).toEqual([
      {
        service_request_id: 'BOS-7K3M-Q2XA',
        status: 'open',
        status_notes: null,
        service_name: 'Pothole',
        service_code: 'pothole',
        description: 'huge pothole in front of 123 Tremont St',
        agency_responsible: 'Public Works',
        service_notice: null,
        requested_datetime: '2026-11-02T13:14:15Z',
        updated_datetime: '2026-11-02T13:14:16Z',
        expected_datetime: '2026-11-03T22:00:00Z',
        address: '123 Tremont St, Downtown',
        address_id: null,
        zipcode: '02108',
        lat: 42.3563,
        long: -71.0623,
        media_url: 'https://311.example.gov/media/med_00000001.jpg',
      },
    ])
    expect(Object.keys(body[0] ?? {})).toEqual(requestFields)
  })

  it('has the same fields in XML, empty where JSON has null', async () => {
    const answer = await server(oneRow).app.request('/requests/BOS-7K3M-Q2XA.xml')

    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    const body = await answer.text()
    expect(body).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<service_requests><request>/)
    expect(body.match(/<(\w+)>/g)?.slice(2)).toEqual(requestFields.map((field) => `<${field}>`))
    expect(body).toContain('<status_notes></status_notes>')
    expect(body).toContain('<long>-71.0623</long>')
  })

  it('is found however its number is typed, and without a suffix as JSON', async () => {
    const answer = await server(oneRow).app.request('/requests/bos-7k3m-q2xa')
    expect(await answer.json()).toHaveLength(1)
  })

  it('shows nothing in place of what the store withholds', async () => {
    const withheld = aRequest({ description: '', place: null, service_code: null, expected_datetime: null })
    const answer = await server({ request: withheld, photoIds: [] }).app.request(`/requests/${withheld.id}`)
    expect(await answer.json()).toMatchObject([
      {
        description: null,
        address: null,
        zipcode: null,
        lat: null,
        long: null,
        media_url: null,
        service_name: null,
        service_code: null,
        expected_datetime: null,
      },
    ])
  })

  it('never shows who wrote it or what the classifiers thought', async () => {
    const { app } = server(oneRow)
    for (const format of ['json', 'xml']) {
      const body = await (await app.request(`/requests.${format}`)).text()
      for (const secret of ['req_0', 'cnv_', 'msg_', 'sms', 'confidence']) expect(body).not.toContain(secret)
    }
  })

  it('is unknown in the format that was asked for', async () => {
    const { app } = server()
    const json = await app.request('/requests/BOS-0000-0000.json')
    expect(json.status).toBe(404)
    expect(await json.json()).toEqual([{ code: 404, description: 'No request has this service_request_id.' }])
    const xml = await app.request('/requests/BOS-0000-0000.xml')
    expect(xml.status).toBe(404)
    expect(await xml.text()).toContain(
      '<errors><error><code>404</code><description>No request has this service_request_id.</description></error></errors>',
    )
  })
})

describe('the list of requests', () => {
  it('is the latest 90 days, fifty on a page, where nothing is asked for', async () => {
    const { app, store } = server(oneRow)
    expect(
      await (await app.request('/requests.json?jurisdiction_id=boston.gov&status=')).json(),
    ).toHaveLength(1)
    expect(store.asked).toEqual([{ from: now - 90 * dayMs, page: 1, pageSize: 50 }])
  })

  it('is empty, not an error, where nothing matches', async () => {
    const { app } = server(oneRow)
    expect(await (await app.request('/requests.json?service_code=graffiti')).json()).toEqual([])
    const xml = await (await app.request('/requests.xml?service_code=graffiti')).text()
    expect(xml).toContain('<service_requests></service_requests>')
  })

  it('takes every filter, lists with commas or declared twice', async () => {
    const { app, store } = server()
    await app.request(
      '/requests.json?service_code=pothole,graffiti&service_code=rodents&status=open,closed&page=3&page_size=500' +
        '&start_date=2026-10-01T00:00:00Z&end_date=2026-10-31T23:59:59-04:00' +
        '&updated_after=2026-10-02T00:00:00Z&updated_before=2026-10-03T00:00:00Z',
    )
    expect(store.asked).toEqual([
      {
        codes: ['pothole', 'graffiti', 'rodents'],
        status: ['open', 'closed'],
        from: Date.parse('2026-10-01T00:00:00Z'),
        to: Date.parse('2026-11-01T03:59:59Z'),
        updatedFrom: Date.parse('2026-10-02T00:00:00Z'),
        updatedTo: Date.parse('2026-10-03T00:00:00Z'),
        page: 3,
        pageSize: 100,
      },
    ])
  })

  it('lets service_request_id override all other filters', async () => {
    const { app, store } = server(oneRow)
    const answer = await app.request(
      '/requests.json?service_request_id=BOS-7K3M-Q2XA,1&start_date=never&page=9',
    )
    expect(await answer.json()).toHaveLength(1)
    expect(store.asked).toEqual([{ ids: ['BOS-7K3M-Q2XA', '1'], page: 1, pageSize: 100 }])
  })

  it('goes back 90 days from end_date, and has no end where only start_date is given', async () => {
    const { app, store } = server()
    await app.request('/requests.json?end_date=2026-06-30T00:00:00Z')
    await app.request('/requests.json?start_date=2020-01-01T00:00:00Z')
    await app.request('/requests.json?updated_after=2026-11-19T00:00:00Z')
    const end = Date.parse('2026-06-30T00:00:00Z')
    expect(store.asked).toEqual([
      { from: end - 90 * dayMs, to: end, page: 1, pageSize: 50 },
      { from: Date.parse('2020-01-01T00:00:00Z'), page: 1, pageSize: 50 },
      { updatedFrom: Date.parse('2026-11-19T00:00:00Z'), page: 1, pageSize: 50 },
    ])
  })

  it('reads a zone whose plus was not encoded', async () => {
    const { app, store } = server()
    await app.request('/requests.json?start_date=2026-10-01T00:00:00+02:00')
    expect(store.asked[0]?.from).toBe(Date.parse('2026-09-30T22:00:00Z'))
  })

  it.each([
    'start_date=yesterday',
    'start_date=2026-10-01',
    'start_date=2026-10-01T00:00:00',
    'end_date=2026-02-31T00:00:00Z',
    'updated_after=1',
    'start_date=2026-11-02T00:00:00Z&end_date=2026-11-01T00:00:00Z',
    'start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z',
    'status=pending',
    'page=0',
    'page=-1',
    'page=1.5',
    'page=99999999999',
    'page_size=0',
    'page_size=many',
  ])('refuses %s with 400 and says why', async (query) => {
    const { app, store } = server()
    const answer = await app.request(`/requests.json?${query}`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual([{ code: 400, description: expect.stringMatching(/\w.*\.$/) }])
    expect(store.asked).toEqual([])
  })

  it('says 503 in the same shape while the ledger is away', async () => {
    const app = open311Routes({
      store: {
        requests: () => Promise.reject(new AppError('storage-away', 'ECONNREFUSED at 10.0.0.7')),
        request: () => Promise.reject(new Error('secret')),
      },
      services,
      publicUrl: () => 'https://311.example.gov',
    })
    const away = await app.request('/requests.xml')
    expect(away.status).toBe(503)
    expect(await away.text()).toContain('<errors><error><code>503</code>')
    const bug = await app.request('/requests/1')
    expect(bug.status).toBe(500)
    expect(await bug.text()).not.toContain('secret')
  })
})

describe('services', () => {
  it('are all of the catalogue, with their keywords and group', async () => {
    const { app } = server()
    const json = (await (await app.request('/services.json')).json()) as Record<string, unknown>[]
    expect(json).toHaveLength(services.length)
    expect(Object.keys(json[0] ?? {})).toEqual([
      'service_code',
      'service_name',
      'description',
      'metadata',
      'type',
      'keywords',
      'group',
    ])
    const xml = await (await app.request('/services.xml')).text()
    expect(xml.match(/<service>/g)).toHaveLength(services.length)
    expect(xml).toContain('<services><service><service_code>')
  })

  it('have a definition with one attribute for each question', async () => {
    const { app } = server()
    const definition = await (await app.request('/services/pothole.json')).json()
    expect(definition).toMatchObject({
      service_code: 'pothole',
      attributes: [
        { variable: true, code: 'lane', datatype: 'string', required: false, order: 1, values: [] },
        {},
      ],
    })
    const xml = await (await app.request('/services/pothole.xml')).text()
    expect(xml).toContain('<service_definition><service_code>pothole</service_code><attributes><attribute>')
    expect(xml).toContain('<datatype_description></datatype_description><order>1</order>')
  })

  it('that nobody knows are 404', async () => {
    const answer = await server().app.request('/services/unicorn.json')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual([{ code: 404, description: 'No service has this service_code.' }])
  })

  it('are in English whoever asks, and say so', async () => {
    const { app } = server()
    const asked = { headers: { 'accept-language': 'es, zh-Hant' } }
    for (const path of [
      '/services.json',
      '/services/sidewalk-repair.json',
      '/services/sidewalk-repair.xml',
    ]) {
      const spanish = await app.request(path, asked)
      expect(spanish.headers.get('content-language')).toBe('en')
      expect(await spanish.text()).toBe(await (await app.request(path)).text())
    }
  })

  it('are not sent again to a client that has them', async () => {
    const { app } = server()
    const first = await app.request('/services.json')
    const etag = first.headers.get('etag') ?? ''
    const again = await app.request('/services.json', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })
})

describe('addresses', () => {
  it('describe the server at discovery', async () => {
    const { app } = server()
    expect(await (await app.request('/discovery.json')).json()).toMatchObject({
      endpoints: [{ url: 'https://311.example.gov/open311/v2', formats: ['text/xml', 'application/json'] }],
    })
    expect(await (await app.request('/discovery.xml')).text()).toContain('<formats><format>text/xml</format>')
  })

  it('with another format are 400, without one JSON', async () => {
    const { app } = server()
    for (const path of ['/services.csv', '/services/pothole.html', '/requests/BOS-7K3M-Q2XA.pdf'])
      expect((await app.request(path)).status).toBe(400)
    expect((await app.request('/services')).headers.get('content-type')).toContain('application/json')
  })

  it('that are not there are 404, and nothing can be written', async () => {
    const { app } = server()
    expect((await app.request('/nothing.xml')).status).toBe(404)
    expect((await app.request('/a/b/c')).status).toBe(404)
    const post = await app.request('/requests.json', { method: 'POST' })
    expect(post.status).toBe(405)
    expect(await post.json()).toEqual([{ code: 405, description: 'This address can only be read.' }])
  })
})

describe('the XML writer', () => {
  it('escapes what would be markup and drops what XML cannot carry', () => {
    expect(xmlDocument('description', `<b>"Tom & Jerry's"</b>\u0000\u000b\ud800]]>\r\n`)).toContain(
      '<description>&lt;b&gt;&quot;Tom &amp; Jerry&#39;s&quot;&lt;/b&gt;\ufffd]]&gt;&#13;\n</description>',
    )
  })

  it('makes one element of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 60 }), (units) => {
        const text = String.fromCharCode(...units)
        const body = xmlDocument('a', text).split('\n').slice(1).join('\n')
        expect(body.match(/</g)).toHaveLength(2)
        expect(body).not.toMatch(unwanted)
      }),
    )
  })
})
