/**
 * Residents whose messages mean nothing in another order: each report is corrected by the next message, and "no,
 * it's 45" is about the latest request, so that a turn in the wrong place moves the wrong request.
 * @module
 */
import { understandBoston } from '../../src/app/understanding.ts'
import { sureReports } from '../support/sure-reports.ts'

export interface Story {
  readonly phone: string
  readonly texts: readonly Text[]
  /** Where the requests have to be once every text has had its turn, in the order of the reports. */
  readonly addresses: readonly string[]
}
export interface Text {
  readonly sid: string
  readonly from: string
  readonly text: string
  /** Neighbors differ by one: which of several gateways is tried first. */
  readonly turn: number
}

/** What a corrected house number has more than the reported one. */
const further = 4

/** `reports` is the number per resident. Throws where the classifiers are not sure of the words. */
export function stories(residents: number, reports: number): readonly Story[] {
  const understand = understandBoston()
  const texts = sureReports(residents * reports)
  const corrected = (report: string) => {
    const place = understand(report, { channel: 'sms' }).problems[0]?.location.value
    const number = Number.parseInt(place?.address ?? '', 10) + further
    const text = `no, it's ${number}`
    const { intent, problems } = understand(text, {
      channel: 'sms',
      language: 'en',
      ...(place ? { place } : {}),
    })
    const address = problems[0]?.location.value?.address ?? ''
    if (intent.value !== 'no' || !address.startsWith(`${number} `))
      throw new Error(`the classifiers see no correction in "${text}" after "${report}"`)
    return { texts: [report, text], address }
  }
  return Array.from({ length: residents }, (_, r) => {
    const from = `+1617555${String(1000 + r)}`
    const pairs = Array.from({ length: reports }, (_, i) => corrected(texts[r + i * residents] ?? ''))
    const said = pairs.flatMap((pair) => pair.texts)
    return {
      phone: from,
      texts: said.map((text, i) => ({
        sid: `SM${String(r * said.length + i).padStart(32, '0')}`,
        from,
        text,
        turn: r + i,
      })),
      addresses: pairs.map((pair) => pair.address),
    }
  })
}
