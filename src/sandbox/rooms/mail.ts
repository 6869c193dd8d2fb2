import type { RunningSmtpPlayer } from '../smtp/index.ts'
import type { Entry, Room } from './room.ts'

const people = [
  { id: 'someone@residents.example', label: 'Mailbox A' },
  { id: 'neighbor@residents.example', label: 'Mailbox B' },
]

/** Mailboxes of residents: what they wrote, and what came back. */
export function mailRoom(player: RunningSmtpPlayer): Room {
  const written = new Map<string, (Entry & { readonly at: number })[]>()
  let count = 0
  return {
    path: 'mail',
    title: 'Mail',
    lead: `Write to ${player.ours} from a make-believe mailbox. The mail servers are played here; everything behind them is real.`,
    people,
    send: 'Send',
    fields: [
      { kind: 'line', name: 'subject', label: 'Subject' },
      { kind: 'words', name: 'text', label: 'Mail', hint: 'What is wrong, and where?' },
      { kind: 'files', name: 'files', label: 'Attachments' },
    ],
    tries: [
      {
        label: 'A street light',
        values: {
          subject: 'Street light out',
          text: 'Hello,\n\nthe street light at 45 Elm St in Jamaica Plain is out.\n\nThank you',
        },
      },
      {
        label: 'Basura, en español',
        values: { subject: 'Basura', text: 'No recogieron la basura en 12 Paris St, East Boston.' },
      },
    ],
    entries(as) {
      const came = player.mailbox(as).map(({ messageId, subject, text, at }): Entry & { at: number } => ({
        id: `in-${messageId.replace(/\W/g, '')}`,
        who: '311',
        head: subject,
        text,
        files: [],
        at,
      }))
      return [...(written.get(as) ?? []), ...came].sort((a, b) => a.at - b.at)
    },
    async take(as, { values, files }) {
      const { subject = '', text = '' } = values
      if (subject.trim() === '' && text.trim() === '' && files.length === 0) return 'The mail is empty.'
      count += 1
      const box = written.get(as) ?? []
      const last = player.mailbox(as).at(-1)
      const isAnswer = last !== undefined && /^re:/i.test(subject)
      try {
        await player.deliver(as, subject, text, files, {
          authenticated: true,
          ...(isAnswer && { inReplyTo: last }),
        })
      } catch {
        return '311 did not take the mail. A mail server would try again.'
      }
      box.push({
        id: `out-${count}`,
        who: 'resident',
        head: subject === '' ? null : subject,
        text,
        files: files.map((file) => file.name),
        at: Date.now(),
      })
      written.set(as, box)
      return null
    },
  }
}
