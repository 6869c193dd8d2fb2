import { Agent, request } from 'node:http'
import { signature } from '../../src/sandbox/twilio/index.ts'

/** One signed webhook, ready to send. */
export interface Signed {
  readonly url: string
  readonly body: string
  readonly signature: string
}

const streets = ['Mora St', 'Peverell St', 'Westville St', 'Sleeper St']

/** Signed texts as Twilio would send them: each a report that can be filed, residents in turn. */
export function signedTexts(of: {
  url: string
  accountSid: string
  authToken: string
  ours: string
  count: number
  residents: number
  tag: string
}): readonly Signed[] {
  return Array.from({ length: of.count }, (_, i) => {
    const fields: [string, string][] = [
      ['MessageSid', `SM${of.tag}${String(i).padStart(32 - of.tag.length, '0')}`],
      ['AccountSid', of.accountSid],
      ['From', `+1617555${String(2_000 + (i % of.residents)).padStart(4, '0')}`],
      ['To', of.ours],
      ['Body', `pothole at ${1 + ((i * 7) % 80)} ${streets[i % streets.length]}`],
      ['NumMedia', '0'],
      ['NumSegments', '1'],
      ['SmsStatus', 'received'],
      ['ApiVersion', '2010-04-01'],
    ]
    return {
      url: of.url,
      body: new URLSearchParams(fields).toString(),
      signature: signature(of.authToken, of.url, fields),
    }
  })
}

/** Sends them all, `inFlight` at a time. Throws at the first answer that is not 2xx. */
export async function fire(
  texts: readonly Signed[],
  inFlight: number,
): Promise<{ readonly perSecond: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  const startedAt = performance.now()
  let next = 0
  const lane = async (): Promise<void> => {
    for (let text = texts[next++]; text !== undefined; text = texts[next++]) await post(agent, text)
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  agent.destroy()
  return { perSecond: texts.length / ((performance.now() - startedAt) / 1_000) }
}

function post(agent: Agent, text: Signed): Promise<void> {
  return new Promise((done, failed) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(text.body),
      'x-twilio-signature': text.signature,
    }
    const sent = request(text.url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.once('end', () =>
        (answer.statusCode ?? 0) < 300 ? done() : failed(new Error(`HTTP ${answer.statusCode}`)),
      )
    })
    sent.once('error', failed)
    sent.end(text.body)
  })
}
