import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Service } from '../../src/core/catalogue.ts'
import type { AppError } from '../../src/core/errors.ts'
import { answersFor } from '../../workers/cases/open311/attributes.ts'
import { readBody } from '../../workers/cases/open311/body.ts'
import { dateOf, instantOf } from '../../workers/cases/open311/dates.ts'
import { describe as describeRequest, hasReference } from '../../workers/cases/open311/description.ts'
import { complaintIn, failure, withoutOurs } from '../../workers/cases/open311/failure.ts'
import { requestForm } from '../../workers/cases/open311/form.ts'
import { retryAfterMs } from '../../workers/cases/open311/pause.ts'
import { attributesIn, createdIn, requestsIn, servicesIn } from '../../workers/cases/open311/records.ts'
import { caseRef, tokenOf, tokenRef, unnumberedOf, unnumberedRef } from '../../workers/cases/open311/refs.ts'
import { chooseTarget } from '../../workers/cases/open311/services.ts'
import type { Attribute, ListedService } from '../../workers/cases/open311/types.ts'
import { aRequest } from '../support/fake-store.ts'
import { serviceOf } from './open311.harness.ts'

const pothole = serviceOf('pothole') as Service
const listed = (code: string, name: string | null = null): ListedService => ({ code, name, metadata: false })
const parsedOf = (text: string): unknown => {
  const body = readBody(text)
  return body.kind === 'value' ? body.value : body
}
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'no error'
  } catch (thrown) {
    return (thrown as AppError).code
  }
}

describe("the server's code of a service", () => {
  const legacy = pothole.crosswalk.legacyOpen311Code as string
  it.each([
    ['our slug', [listed('pothole'), listed(legacy)], 'pothole'],
    ['the legacy Open311 code', [listed('x'), listed(legacy)], legacy],
    ['the code of the web form', [listed('x'), listed('REQPOTHL')], 'REQPOTHL'],
    [
      "Creatio's id",
      [listed('9aaa7721-e212-4d16-a77e-d8f8d2f4ba28')],
      '9aaa7721-e212-4d16-a77e-d8f8d2f4ba28',
    ],
    ['a listed service with its name', [listed('17', 'POTHOLE'), listed('18', 'Graffiti')], '17'],
    ['a listed service with the name of a legacy type', [listed('17', 'Request for  Pothole Repair')], '17'],
    ['the legacy code where others of its form are listed', [listed('A:B:C')], legacy],
  ])('is %s', (_, services, code) => {
    expect(chooseTarget(services, 'pothole', pothole)?.code).toBe(code)
  })
  it.each([
    ['nothing fits', [listed('streetlight', 'Streetlight')]],
    ['two services have the name', [listed('1', 'Pothole'), listed('2', 'pothole')]],
    ['the list is empty', []],
  ])('is none where %s', (_, services) => {
    expect(chooseTarget(services, 'pothole', pothole)).toBeNull()
  })
  it('is the slug alone where our catalogue does not know it', () => {
    expect(chooseTarget([listed('bees'), listed('A:B:C')], 'bees', undefined)?.code).toBe('bees')
    expect(chooseTarget([listed('A:B:C')], 'bees', undefined)).toBeNull()
  })
})

describe('answers', () => {
  const service: Service = {
    ...pothole,
    details: [
      {
        code: 'seen',
        question: 'What have you seen?',
        datatype: 'multivaluelist',
        required: false,
        values: [
          { key: 'animals', name: 'Animals' },
          { key: 'burrows', name: 'Burrows or holes' },
        ],
      },
      {
        code: 'lights',
        question: 'How many lights are out?',
        datatype: 'number',
        required: false,
        values: [],
      },
      {
        code: 'wires',
        question: 'Can you see bare wires?',
        datatype: 'singlevaluelist',
        required: false,
        values: [
          { key: 'yes', name: 'Yes' },
          { key: 'no', name: 'No' },
        ],
      },
    ],
  }
  const question = (more: Partial<Attribute>): Attribute => ({
    variable: true,
    code: 'A1',
    datatype: 'string',
    required: true,
    description: null,
    values: [],
    ...more,
  })
  const fieldsOf = (attributes: Record<string, string>, ...questions: Attribute[]) =>
    answersFor(attributes, service, questions).fields

  it('go where the code is the same, or the question', () => {
    expect(fieldsOf({ lights: '3' }, question({ code: 'LIGHTS', datatype: 'number' }))).toEqual([
      ['attribute[LIGHTS]', '3'],
    ])
    expect(
      fieldsOf({ lights: '3' }, question({ code: '77', description: 'how many lights are out' })),
    ).toEqual([['attribute[77]', '3']])
  })
  it("become the server's keys, by key or by name, theirs or ours", () => {
    const values = [
      { key: '1', name: 'Burrows or holes' },
      { key: '2', name: 'animals' },
      { key: '3', name: 'Trash' },
    ]
    const many = question({ code: 'seen', datatype: 'multivaluelist', values })
    expect(fieldsOf({ seen: 'Animals, burrows' }, many)).toEqual([
      ['attribute[seen][]', '2'],
      ['attribute[seen][]', '1'],
    ])
    expect(fieldsOf({ seen: '3' }, many)).toEqual([['attribute[seen][]', '3']])
    const one = question({ code: 'wires', datatype: 'singlevaluelist', values: [{ key: 'Y', name: 'yes' }] })
    expect(fieldsOf({ wires: 'YES' }, one)).toEqual([['attribute[wires]', 'Y']])
  })
  it('that no place takes go into the description, in words', () => {
    const one = question({ code: 'lights', datatype: 'number', required: false })
    expect(answersFor({ lights: 'two or three', wires: 'yes', other: 'x' }, service, [one])).toEqual({
      fields: [],
      left: [
        { question: 'How many lights are out?', answer: 'two or three' },
        { question: 'Can you see bare wires?', answer: 'Yes' },
        { question: 'other', answer: 'x' },
      ],
    })
  })
  it.each([
    ['nobody answered', {}, question({})],
    [
      'the answer is not in its list',
      { wires: 'maybe' },
      question({ code: 'wires', datatype: 'singlevaluelist', values: [{ key: 'Y', name: 'Yes' }] }),
    ],
    ['the answer is no number', { lights: 'many' }, question({ code: 'lights', datatype: 'number' })],
    ['the answer is no date', { lights: 'yesterday' }, question({ code: 'lights', datatype: 'datetime' })],
  ])('that are required refuse the filing for good where %s', (_, attributes, required) => {
    const refused = (): unknown => answersFor(attributes, service, [required])
    expect(codeOf(refused)).toBe('provider-refused')
    expect(refused).toThrow(required.code)
  })
  it('are not wanted by notices', () => {
    expect(fieldsOf({}, question({ variable: false }), question({ datatype: 'informational' }))).toEqual([])
  })
})

describe('a description', () => {
  const reference = 'BOS-7K3M-Q2XA'
  const of = (words: string, more: Partial<Parameters<typeof describeRequest>[0]> = {}) =>
    describeRequest({ words, left: [], photos: [], reference, ...more })

  it('has words, answers, further photos, and last the reference', () => {
    const photos = ['https://311.example.org/media/med_2.jpg']
    expect(of('a hole', { left: [{ question: 'How big?', answer: 'like\na dish' }], photos })).toBe(
      `a hole\n\nHow big?: like a dish\nPhoto: ${photos[0]}\nRef ${reference}`,
    )
    expect(of('')).toBe(`Ref ${reference}`)
  })
  it('has no HTML and no control characters', () => {
    expect(of('<script>x</script> <b>5 < 6 & "ok"\u0000\u0007')).toBe(
      `‹script>x‹/script> ‹b>5 < 6 & "ok"\n\nRef ${reference}`,
    )
  })
  it('fits into 4,000 characters, is found by its reference and by no other', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6_000 }),
      fc.constantFrom(
        'Ref BOS-AAAA-AAAA',
        'x\nRef BOS-AAAA-AAAA\n',
        'ref  BOS-AAAA-AAAA Ref BOS-AAAA-AAAA',
        '😀'.repeat(3_000),
      ),
    )
    const left = fc.array(fc.record({ question: nasty, answer: nasty }), { maxLength: 12 })
    fc.assert(
      fc.property(nasty, left, fc.array(fc.webUrl({ size: 'large' })), (words, answers, photos) => {
        const text = of(words, { left: answers, photos })
        expect(text.length).toBeLessThanOrEqual(4_000)
        expect(text.isWellFormed()).toBe(true)
        for (const shown of [
          text,
          text.replace(/\s+/g, ' '),
          text.replaceAll('\n', '<br />'),
          `${text}\nTranslated by a machine`,
        ]) {
          expect(hasReference(shown, reference)).toBe(true)
          expect(hasReference(shown, 'BOS-AAAA-AAAA')).toBe(false)
        }
      }),
    )
  })
  it.each([
    ['another line names it', `I wrote before, Ref ${reference} it was`],
    ['a longer one begins like it', `x\nRef ${reference}A`],
    ['it stands without our word', `x\n${reference}`],
    ['it is empty', ''],
  ])('is not found where %s', (_, text) => {
    expect(hasReference(text, reference)).toBe(false)
  })
})

describe('the form', () => {
  const filing = {
    request: aRequest(),
    mediaUrls: ['https://a.example/1.jpg', 'https://a.example/2.jpg'],
    contact: null,
  }
  const fields = (
    change: Parameters<typeof aRequest>[0] = {},
    contact: { phone: string | null; email: string | null } | null = null,
  ) =>
    Object.fromEntries(
      requestForm(
        { ...filing, request: aRequest(change), contact: contact && { name: null, ...contact } },
        'P:1',
        { fields: [['attribute[A]', 'v']], left: [] },
        { apiKey: 'k' },
      ),
    )

  it('has the names of the specification', () => {
    expect(fields()).toEqual({
      api_key: 'k',
      service_code: 'P:1',
      lat: '42.3563',
      long: '-71.0623',
      address_string: '123 Tremont St, Downtown, 02108',
      description:
        'huge pothole in front of 123 Tremont St\n\nPhoto: https://a.example/2.jpg\nRef BOS-7K3M-Q2XA',
      media_url: 'https://a.example/1.jpg',
      'attribute[A]': 'v',
    })
  })
  it('says who to call only where somebody calls', () => {
    expect(fields({}, { phone: '+16175550123', email: null })).toMatchObject({ phone: '+16175550123' })
    expect(fields({}, { phone: '+16175550123', email: null })).not.toHaveProperty('email')
    expect(fields()).not.toHaveProperty('phone')
  })
  it('puts no pin into the middle of a neighborhood or a long street', () => {
    const place = {
      ...aRequest().place,
      kind: 'neighborhood',
      address: 'Roxbury',
      neighborhood: 'Roxbury',
      zip: null,
      lat: 42.3,
      lon: -71,
      accuracyM: 90,
    } as const
    expect(fields({ place })).not.toHaveProperty('lat')
    expect(fields({ place })).toMatchObject({ address_string: 'Roxbury' })
    expect(fields({ place: { ...place, kind: 'street', accuracyM: 900 } })).not.toHaveProperty('lat')
  })
})

describe('bodies', () => {
  it('are read as what they are, whatever was asked for', () => {
    expect(parsedOf('[{"a":101004113747000000012,"b":true}]')).toEqual([
      { a: '101004113747000000012', b: true },
    ])
    expect(parsedOf('\uFEFF{"service_code":001}')).toEqual({ service_code: '001' })
    expect(parsedOf('<?xml version="1.0"?><r><a x="1">001</a><b/></r>')).toMatchObject({
      r: { a: '001', b: '' },
    })
    expect(parsedOf('<x:r xmlns:x="y"><x:a>1 &lt; 2 &amp;amp; &quot;</x:a></x:r>')).toEqual({
      r: { a: '1 < 2 &amp; "' },
    })
  })
  it.each([
    ['nothing', ' \n', 'empty'],
    ['a page', '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>', 'html'],
    ['a line of text', 'Internal error', 'text'],
    ['JSON that was cut off', '[{"a":1},{"a"', 'text'],
    ['XML that was cut off', '<r><a>1</a><a>', 'text'],
    [
      'XML with entities of its own',
      '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r>&b;</r>',
      'text',
    ],
    ['XML without end', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`, 'text'],
  ])('that are %s are no value', (_, text, kind) => {
    expect(readBody(text).kind).toBe(kind)
  })
  it('never make the reader throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((s) => `<a>${s}</a>`),
        ),
        (text) => {
          const value = parsedOf(text)
          servicesIn(value)
          attributesIn(value)
          requestsIn(value)
          createdIn(value)
          complaintIn(readBody(text))
        },
      ),
    )
  })
  it('keep thousands of escaped characters', () => {
    const text = `<service_requests>${`<request><description>${'&amp;'.repeat(3_900)}</description></request>`.repeat(60)}</service_requests>`
    expect(requestsIn(parsedOf(text))[59]?.description).toBe('&'.repeat(3_900))
  })
})

describe('records', () => {
  it.each([
    ['JSON', '[{"service_code":1,"service_name":"A","metadata":true,"secret":"x"}]'],
    ['JSON below a root', '{"services":[{"service_code":"1","service_name":"A","metadata":"true"}]}'],
    [
      'XML',
      '<services><service><service_code>1</service_code><service_name>A</service_name><metadata>true</metadata></service></services>',
    ],
    ['JSON made of XML', '{"services":{"service":{"service_code":1,"service_name":"A","metadata":"true"}}}'],
  ])('of services are read in %s', (_, text) => {
    expect(servicesIn(parsedOf(text))).toEqual([{ code: '1', name: 'A', metadata: true }])
  })
  it('of services are none in an answer of another kind', () => {
    expect(servicesIn(parsedOf('{"welcome":"here"}'))).toBeNull()
    expect(servicesIn(parsedOf('[]'))).toEqual([])
    expect(servicesIn(parsedOf('<services/>'))).toEqual([])
  })
  const attribute = {
    variable: true,
    code: 'W',
    datatype: 'singlevaluelist',
    required: true,
    description: 'Make?',
    values: [{ key: '123', name: 'Ford' }],
  }
  it.each([
    [
      'JSON',
      JSON.stringify({
        service_code: 'x',
        attributes: [{ ...attribute, values: [{ key: 123, name: 'Ford' }] }],
      }),
    ],
    ['a JSON list of one', JSON.stringify([{ service_code: 'x', attributes: [attribute] }])],
    [
      'XML',
      '<service_definition><service_code>x</service_code><attributes><attribute><variable>true</variable><code>W</code><datatype>SingleValueList</datatype><required>true</required><description>Make?</description><values><value><key>123</key><name>Ford</name></value></values></attribute></attributes></service_definition>',
    ],
  ])('of a definition are read in %s', (_, text) => {
    expect(attributesIn(parsedOf(text))).toEqual([attribute])
  })
  it('of requests hold what we need and nothing of whoever reported', () => {
    const text = JSON.stringify([
      {
        service_request_id: 7,
        status: 'CLOSED',
        status_notes: null,
        description: 'd',
        requested_datetime: 'r',
        updated_datetime: 'u',
        first_name: 'F',
        extended_attributes: { email: 'e@example.org' },
        media_url: [{ id: 1 }],
      },
    ])
    expect(requestsIn(parsedOf(text))).toEqual([
      {
        id: '7',
        token: null,
        status: 'closed',
        notes: null,
        description: 'd',
        requestedAt: 'r',
        updatedAt: 'u',
      },
    ])
  })
  it.each([
    ['open', 'open'],
    ['Closed', 'closed'],
    ['closed - invalid', 'closed'],
    ['in progress', 'open'],
    ['', 'open'],
  ])('with the status "%s" are %s', (said, status) => {
    expect(requestsIn([{ service_request_id: '1', status: said }])[0]?.status).toBe(status)
  })
  it.each([
    ['[{"service_request_id":101004113747}]', { id: '101004113747', token: null }],
    [
      '<service_requests type="array"><request><token>12345</token></request></service_requests>',
      { id: null, token: '12345' },
    ],
    ['[{"service_notice":"thanks"}]', { id: null, token: null }],
    ['<service_requests><request><account_id/></request></service_requests>', { id: null, token: null }],
    ['{"service_request_id":"7"}', { id: '7', token: null }],
    ['{"status":"ok"}', null],
    ['<response><thanks/></response>', null],
    ['[]', null],
    ['null', null],
  ])('of a new request are read: %s', (text, created) => {
    expect(createdIn(parsedOf(text))).toEqual(created)
  })
})

describe('what becomes part of a case', () => {
  const noted = (notes: unknown) => requestsIn([{ service_request_id: '1', status_notes: notes }])[0]?.notes
  it.each([
    ['control characters', 'Fixed\u0000 it\u0007\r\n\tnow', 'Fixed it now'],
    ['turned text', 'a\u202Eb\u2066c\u2069', 'a b c'],
    ['half characters', 'a\uD83D', 'a\uFFFD'],
    ['nothing that shows', ' \u0000\u202E\n', null],
    ['other languages', 'Arreglado · 已修复 · تم', 'Arreglado · 已修复 · تم'],
    ['no text', { a: 1 }, null],
  ])('are notes without %s', (_, text, notes) => {
    expect(noted(text)).toBe(notes)
  })
  it('are notes of 1,000 characters at most, and of whole ones', () => {
    expect(noted('x'.repeat(1_000_000))).toHaveLength(1_000)
    expect(noted(`${'x'.repeat(999)}😀`)).toBe('x'.repeat(999))
  })
  it('are notes that are the same when they are read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1_200 }), (text) => {
        const notes = noted(text)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
        expect(notes ?? '').not.toMatch(/[\u0000-\u001f\u202A-\u202E\u2066-\u2069]/)
        expect(noted(notes)).toBe(notes)
      }),
    )
  })
  it.each(['1\u00002', 'x'.repeat(101), 'é', '1 2', '\u202E1'])('is no id like %j', (id) => {
    expect(requestsIn([{ service_request_id: id, token: id }])[0]).toMatchObject({ id: null, token: null })
    expect(createdIn([{ service_request_id: id }])).toEqual({ id: null, token: null })
    expect(createdIn({ service_request_id: id })).toEqual({ id: null, token: null })
    expect(createdIn({ token: id })).toEqual({ id: null, token: null })
  })
  it.each(['Streets:Holes (A&B):Loch groß', '17'])('is a code like %j', (code) => {
    expect(servicesIn([{ service_code: code }])?.[0]?.code).toBe(code)
  })
  it.each(['1\u00002', 'x'.repeat(301)])('is no code like %j', (code) => {
    expect(servicesIn([{ service_code: code }, { service_code: '2' }])).toHaveLength(1)
  })
})

describe('texts of 400 KB that are meant to keep us busy', () => {
  const long = (piece: string) => piece.repeat(400_000 / piece.length)
  it('are searched for a title on top only', () => {
    const page = (before: number) => `<html>${' '.repeat(before)}<title>Oops</title>`
    expect(readBody(page(3_900))).toEqual({ kind: 'html', title: 'Oops' })
    expect(readBody(page(4_000))).toEqual({ kind: 'html', title: null })
    expect(readBody(`<html>${long('<title')}</html>`)).toEqual({ kind: 'html', title: null })
    expect(readBody(`<html>${long('<title>')}</title>`)).toEqual({ kind: 'html', title: null })
  })
  it.each([
    ['spaces', long(' ')],
    ['breaks', long('<br ')],
    ['an open break', `<br${long(' ')}`],
    ['lines', long('\n ')],
    ['zeros', `[,${long('0')}`],
    ['brackets', long('[')],
    ['attributes', `<a ${long('b="')}/>`],
    ['entities', `<a>${long('&#')}</a>`],
    ['comments', `<a>${long('<!--')}`],
    ['digits', long('1')],
    ['parentheses', `2026-01-01 ${long('(')}`],
  ])('are read: %s', (_, text) => {
    const body = readBody(`${text}x`)
    complaintIn(body)
    expect(requestsIn(body.kind === 'value' ? body.value : [])).toEqual([])
    expect(hasReference(`${text}x`, 'BOS-7K3M-Q2XA')).toBe(false)
    expect(instantOf(`${text}x`, 'UTC')).toBeNull()
    withoutOurs(text, ['a word'])
    const question = {
      variable: true,
      code: 'A',
      datatype: 'multivaluelist',
      required: false,
      description: text,
      values: [],
    }
    expect(answersFor({ A: `${long(' ')}x` }, undefined, [question]).fields).toEqual([])
  })
})

describe('complaints', () => {
  it.each([
    ['the specification', '[{"code":400,"description":"no lat"}]', '400', 'no lat'],
    [
      'XML',
      '<errors><error><code>400</code><description>no lat</description></error></errors>',
      '400',
      'no lat',
    ],
    ['{errors}', '{"errors":[{"code":"E7","description":"no lat"}]}', 'E7', 'no lat'],
    ['{errors} of words', '{"errors":["no lat"]}', null, 'no lat'],
    ['{error}', '{"error":"no lat"}', null, 'no lat'],
    ['{error:{}}', '{"error":{"code":9,"message":"no lat"}}', '9', 'no lat'],
    ['{message}', '{"message":"no lat"}', null, 'no lat'],
    ['a page', '<html><head><title>no lat</title></head></html>', null, 'no lat'],
    ['text', 'no lat', null, 'no lat'],
    ['silence', '', null, null],
  ])('are understood from %s', (_, text, code, said) => {
    expect(complaintIn(readBody(text))).toEqual({ code, text: said })
  })

  const on = (status: number, text: string, creating = true, sent: readonly string[] = []) =>
    failure('filing', status, readBody(text), { creating, sent, afterMs: null })
  it.each([
    [400, '[]', 'provider-refused'],
    [400, '[{"code":400,"description":"api_key is not valid"}]', 'misconfigured'],
    [401, '', 'misconfigured'],
    [403, '', 'misconfigured'],
    [404, '[{"code":404,"description":"service_code was not found"}]', 'provider-refused'],
    [404, '[{"code":404,"description":"jurisdiction_id was not found"}]', 'misconfigured'],
    [404, '<html><title>Not Found</title></html>', 'misconfigured'],
    [422, '{"message":"bad"}', 'provider-refused'],
    [301, '', 'misconfigured'],
    [302, '', 'unknown-outcome'],
    [429, '', 'rate-limited'],
    [500, '', 'unknown-outcome'],
    [503, '', 'unknown-outcome'],
    [200, '[{"code":403,"description":"key"}]', 'misconfigured'],
    [200, '{"error":"no"}', 'provider-refused'],
    [200, '{"errors":[{"code":500,"description":"x"}]}', 'unknown-outcome'],
  ])('about a filing, HTTP %i %s, are %s', (status, text, code) => {
    expect(on(status, text).code).toBe(code)
  })
  it('about a look-up never leave a filing in doubt', () => {
    for (const status of [500, 502, 503, 504, 408]) expect(on(status, '', false).code).toBe('provider-away')
  })

  const sent = [
    'huge pothole at Tremont, call Xiomara',
    '+16175550123',
    'resident@example.org',
    '123 Tremont St',
    'key-12',
    '路',
  ]
  it.each([
    "description 'huge pothole at Tr",
    'address Tremont is not in the city',
    'phone 16175550123 is not valid',
    'call 555-0123',
    'resident@example.org is unknown',
    'Xiomara has too many requests',
    'key-12 is not valid',
    '路 is not a place',
  ])('that echo what was sent are left out: %s', (text) => {
    expect(withoutOurs(text, sent)).toBeNull()
    const error = on(400, JSON.stringify([{ code: 400, description: text }]), true, sent)
    expect(error.message).toBe('Open311: filing: the server refused (HTTP 400)')
    expect(error.providerCode).toBe('400')
  })
  it('are kept where they say nothing of anybody, in 80 characters at most', () => {
    expect(withoutOurs('address_string  must be provided', sent)).toBe('address_string must be provided')
    expect(withoutOurs('very long '.repeat(20), sent)).toHaveLength(80)
  })
  it('never let a word of a resident through', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{5,12}$/), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(words, fc.nat(), (said, at) => {
        const word = `zq${said[at % said.length]}`
        expect(withoutOurs(`the ${word} is not valid`, [`${said.join(' ')} ${word}`])).toBeNull()
      }),
    )
  })
})

describe('dates', () => {
  it.each([
    ['2026-01-05T10:00:00-05:00', '2026-01-05T15:00:00Z'],
    ['2026-01-05T10:00:00Z', '2026-01-05T10:00:00Z'],
    ['2026-01-05T10:00:00', '2026-01-05T15:00:00Z'],
    ['2026-07-05 10:00:00', '2026-07-05T14:00:00Z'],
    ['2026-07-05', '2026-07-05T04:00:00Z'],
    // Clocks change at 2 o'clock on these days.
    ['2026-03-08T01:30:00', '2026-03-08T06:30:00Z'],
    ['2026-03-08T03:30:00', '2026-03-08T07:30:00Z'],
    ['2026-11-01T23:00:00', '2026-11-02T04:00:00Z'],
  ])('%s is %s in Boston', (text, utc) => {
    expect(dateOf(instantOf(text, 'America/New_York') ?? 0)).toBe(utc)
  })
  it.each([
    '',
    'soon',
    '2026-13-45',
    '2026-01-05T99:00:00',
    '0001-01-01T00:00:00',
    '+275760-09-13T00:00:00Z',
  ])('"%s" is none', (text) => {
    expect(instantOf(text, 'UTC')).toBeNull()
    expect(instantOf(null, 'UTC')).toBeNull()
  })
})

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 2, 12, 0, 0)
  it.each([
    ['7', 7_000],
    ['0', 0],
    ['Mon, 02 Nov 2026 12:01:30 GMT', 90_000],
    ['Mon, 02 Nov 2026 11:00:00 GMT', 0],
    ['Fri, 31 Dec 2099 23:59:59 GMT', 3_600_000],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms)
  })
})

describe('ids', () => {
  it('of cases without a number lead back to what they stand for', () => {
    expect(tokenOf(tokenRef('a:b').id)).toBe('a:b')
    const unnumbered = { reference: 'BOS-7K3M-Q2XA', at: 1_793_625_255_000, code: 'A:B (C):D' }
    expect(unnumberedOf(unnumberedRef(unnumbered).id)).toEqual(unnumbered)
    expect(tokenRef('t').number).toBeNull()
    expect(unnumberedRef(unnumbered).number).toBeNull()
  })
  it('of cases are taken for nothing else', () => {
    expect(caseRef('101004113747')).toEqual({ system: 'open311', id: '101004113747', number: '101004113747' })
    expect(tokenOf('101004113747')).toBeNull()
    expect(unnumberedOf('unnumbered:x')).toBeNull()
  })
})
