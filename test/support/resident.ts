/**
 * A resident with a phone: texts, waits for the answer, reads it.
 * @module
 */
import type { TestApp } from './app.ts'
import { ours } from './app.ts'

export interface File {
  readonly type: string
  readonly bytes: Uint8Array
}
export interface Resident {
  readonly phone: string
  /** Texts, and answers what came back once everything the text led to is done. */
  say(text: string, ...files: readonly File[]): Promise<readonly string[]>
  /** As `say`, and answers YES as long as a yes-or-no question comes back, twice at most. All replies. */
  report(text: string, ...files: readonly File[]): Promise<readonly string[]>
  /** Everything this phone ever got from us; what Twilio says by itself is left out. */
  heard(): readonly string[]
}

let phones = 0
/** A number of its own for every resident of a run, from the range that is never given to anyone where it lasts. */
export const newPhone = (): string => {
  phones += 1
  return `+1${[617, 857, 339, 508, 781, 978, 413, 351, 774][Math.floor(phones / 100) % 9]}55501${String(phones % 100).padStart(2, '0')}`
}

/** The words of our yes-or-no question, in the languages the tests speak. */
const yesOrNo = /YES (?:or|o) NO|\bS[IÍ] o NO\b|\bWI\b.*\bNON\b/i

export function resident(app: TestApp, phone = newPhone()): Resident {
  const heard = () =>
    app.player
      .messages()
      .filter((m) => m.direction !== 'inbound' && !m.byTwilio && m.to === phone)
      .map((m) => m.body)
  const say: Resident['say'] = async (text, ...files) => {
    const before = heard().length
    const { status } = await app.player.deliver({ from: phone, to: ours, text, files })
    if (status !== 200) throw new Error(`the webhook answered ${status}`)
    await app.settled()
    return heard().slice(before)
  }
  return {
    phone,
    say,
    heard,
    async report(text, ...files) {
      const all = [...(await say(text, ...files))]
      for (let asked = 0; asked < 2 && yesOrNo.test(all.at(-1) ?? ''); asked += 1)
        all.push(
          ...(await say(
            /\bWI\b/.test(all.at(-1) ?? '') ? 'wi' : /\bS[IÍ]\b/.test(all.at(-1) ?? '') ? 'sí' : 'YES',
          )),
        )
      return all
    },
  }
}

/** The first of our references in a text, or an error that shows the text. */
export function referenceIn(replies: readonly string[]): string {
  const found = /BOS-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(replies.join('\n'))?.[0]
  if (found === undefined) throw new Error(`no reference in: ${replies.join(' | ')}`)
  return found
}
