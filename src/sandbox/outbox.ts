/**
 * A message from a phone of the sandbox: read from the form, put on the screen, handed to the carrier.
 * @module
 */
import { randomUUID } from 'node:crypto'
import { type attachmentStore, claimedType, type KeptFile, maxAttachments } from './attachments.ts'
import type { Phones } from './phones.ts'
import type { Sample } from './samples.ts'

/** Twilio's limit for one message. */
const maxText = 1600

/** What the form said, or what is wrong with it in a sentence for whoever wrote it. */
export type Written =
  | {
      readonly ok: true
      readonly from: string
      readonly text: string
      readonly files: readonly KeptFile[]
    }
  | { readonly ok: false; readonly problem: string }

export interface OutboxDeps {
  readonly phones: Phones
  readonly samples: readonly Sample[]
  readonly attachments: ReturnType<typeof attachmentStore>
}

/** Reads the form of the page: `from`, `text`, `photo` (files), `sample` (names). */
export async function readForm(form: FormData, deps: OutboxDeps): Promise<Written> {
  const from = String(form.get('from') ?? '')
  const text = String(form.get('text') ?? '').replaceAll('\r\n', '\n')
  if (!deps.phones.has(from)) return wrong('There is no such phone here.')
  if (text.length > maxText) return wrong('A text has 1,600 characters at most.')

  const chosen = form.getAll('photo').filter((file) => file instanceof File && file.size > 0)
  const uploads = chosen.filter((file) => file instanceof File)
  const refused = uploads.find((file) => claimedType(file) === null)
  if (refused !== undefined) return wrong(`A phone does not send files like ${refused.name}.`)
  const drawn = deps.samples.filter(({ name }) => form.getAll('sample').includes(name))
  const count = uploads.length + drawn.length
  if (count > maxAttachments) return wrong(`A message has ${maxAttachments} files at most.`)
  if (count === 0 && text.trim() === '') return wrong('Write something or attach a photo.')

  const { keep } = deps.attachments
  const files = drawn.map(({ label, bytes }) => keep(`Drawn sample: ${label}`, 'image/jpeg', bytes))
  for (const file of uploads) {
    const type = claimedType(file) ?? 'application/octet-stream'
    files.push(keep(file.name, type, new Uint8Array(await file.arrayBuffer())))
  }
  return { ok: true, from, text, files }
}

const wrong = (problem: string): Written => ({ ok: false, problem })

/** The HTTP status the gateway answered the webhook with. */
export type Deliver = (message: {
  readonly from: string
  readonly text: string
  readonly files: readonly KeptFile[]
}) => Promise<{ readonly status: number }>

/** Shows the message at once, then what became of it. Never throws: a phone shows a failure, too. */
export async function sendFrom(
  phones: Phones,
  { from, text, files }: Written & { ok: true },
  deliver: Deliver,
  now: number,
): Promise<void> {
  const id = `out-${randomUUID()}`
  phones.put({
    id,
    phone: from,
    side: 'resident',
    text,
    attachments: files.map(({ id: file, label, type }) => ({ id: file, label, type })),
    at: now,
    progress: { state: 'sending', why: null },
  })
  try {
    const { status } = await deliver({ from, text, files })
    const taken = status >= 200 && status < 300
    phones.move(id, taken ? { state: 'delivered', why: null } : failed(`the gateway answered ${status}`))
  } catch {
    phones.move(id, failed('the gateway cannot be reached'))
  }
}

const failed = (why: string) => ({ state: 'failed', why }) as const
