import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCityRows } from '../../classifiers/train/rows.ts'
import type { DecidedExample } from '../../src/core/ports.ts'

const example = (more: Partial<DecidedExample>): DecidedExample => ({
  requestId: 'req_00000001',
  at: 1_800_000_000_000,
  agent: 'a1',
  surface: 'console',
  action: 'change',
  channel: 'sms',
  language: 'en',
  text: 'its happening again',
  suggested: { code: null, confidence: 0.2, place: null },
  decided: { code: 'noise', place: null },
  ...more,
})

it('training learns from what agents accepted or changed, and from nothing that they refused', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'intake311-train-'))
  try {
    await mkdir(join(dir, 'text'))
    const lines = [
      example({}),
      example({ requestId: 'req_00000002', action: 'refuse' }),
      example({ requestId: 'req_00000003', action: 'accept', decided: { code: 'pothole', place: null } }),
      example({ requestId: 'req_00000004', decided: { code: null, place: null } }),
    ]
    await writeFile(join(dir, 'text', 'decided.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'))
    expect(readCityRows(dir, () => [])).toMatchObject([
      { id: 'req_00000001', slugs: ['noise'], source: 'decided', text: 'its happening again' },
      { id: 'req_00000003', slugs: ['pothole'], source: 'decided' },
    ])
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
})
