import type { RunningBluesky } from '../bluesky/index.ts'
import type { RunningX } from '../x/index.ts'
import type { Entry, Room } from './room.ts'

const people = [
  { id: 'resident_a', label: 'Account A' },
  { id: 'resident_b', label: 'Account B' },
]
const howField = {
  kind: 'buttons',
  name: 'how',
  label: 'Send it',
  buttons: [
    { value: 'post', label: 'Post' },
    { value: 'direct', label: 'Direct message' },
  ],
} as const
type Timed = Entry & { readonly at: number }
const inOrder = (entries: readonly Timed[]): readonly Entry[] => entries.toSorted((a, b) => a.at - b.at)

/** A timeline of X: posts, direct messages, and what 311 answers in public and in private. */
export function xRoom(player: RunningX): Room {
  const directs: Timed[] = []
  return {
    path: 'x',
    title: 'X',
    lead: 'Post to @BOS311 from a make-believe account. 311 reads every two seconds, answers once, and says nothing personal in public.',
    people,
    send: null,
    fields: [
      { kind: 'words', name: 'text', label: 'Post', hint: '@BOS311 what is wrong, and where?' },
      { kind: 'files', name: 'files', label: 'Photos' },
      howField,
    ],
    tries: [
      { label: 'A pothole', values: { text: '@BOS311 huge pothole at 123 Tremont St, nearly lost a wheel' } },
      { label: 'Without a place', values: { text: '@BOS311 the trash was never picked up here' } },
    ],
    entries(as) {
      const own = player.posts().filter((post) => post.authorId === player.accountId(as) && !post.isGone)
      return inOrder([
        ...own.map(
          (post): Timed => ({
            id: post.id,
            who: 'resident',
            head: 'in public',
            text: post.text,
            files: post.files,
            at: post.at,
          }),
        ),
        ...directs.filter(({ head }) => head === `direct message of ${as}`),
        ...player
          .replies()
          .filter((reply) => reply.to === as)
          .map(
            (reply): Timed => ({
              id: reply.id,
              who: '311',
              head: reply.kind === 'post' ? 'in public' : 'direct message',
              text: reply.text,
              files: [],
              at: reply.at,
            }),
          ),
      ])
    },
    async take(as, { values, files }) {
      const { text = '', how } = values
      if (text.trim() === '' && files.length === 0) return 'There are no words in it.'
      if (how === 'direct') {
        const id = player.direct(as, text, files[0])
        directs.push({
          id,
          who: 'resident',
          head: `direct message of ${as}`,
          text,
          files: files.slice(0, 1).map(({ name }) => name),
          at: Date.now(),
        })
      } else player.post(as, text, files)
      return null
    },
  }
}

/** A timeline of Bluesky. */
export function blueskyRoom(player: RunningBluesky, ours: string): Room {
  return {
    path: 'bluesky',
    title: 'Bluesky',
    lead: `Post to @${ours} from a make-believe account. A second network, read by polling alone.`,
    people: people.map(({ id, label }) => ({ id: `${id.replace('_', '-')}.example`, label })),
    send: null,
    fields: [
      { kind: 'words', name: 'text', label: 'Post', hint: `@${ours} what is wrong, and where?` },
      { kind: 'files', name: 'files', label: 'Photos (of posts; direct messages have none here)' },
      howField,
    ],
    tries: [{ label: 'A broken sidewalk', values: { text: `@${ours} broken sidewalk at 700 Boylston St` } }],
    entries(as) {
      const did = player.did(as)
      const { id: between } = player.conversation(as)
      return inOrder([
        ...player
          .directs()
          .filter(({ convoId }) => convoId === between)
          .map(
            (one): Timed => ({
              id: one.id,
              who: one.authorDid === did ? 'resident' : '311',
              head: 'direct message',
              text: one.text,
              files: [],
              at: one.at,
            }),
          ),
        ...player
          .posts()
          .filter((post) => post.authorDid === did && !post.isGone)
          .map(
            (post): Timed => ({
              id: post.uri.replace(/\W/g, ''),
              who: 'resident',
              head: 'in public',
              text: post.text,
              files: post.files,
              at: post.at,
            }),
          ),
        ...player
          .replies()
          .filter((reply) => reply.to === as)
          .map(
            (reply): Timed => ({
              id: reply.uri.replace(/\W/g, ''),
              who: '311',
              head: 'in public',
              text: reply.text,
              files: [],
              at: reply.at,
            }),
          ),
      ])
    },
    async take(as, { values, files }) {
      const { text = '', how } = values
      if (text.trim() === '') return 'There are no words in it.'
      if (how === 'direct') player.direct(as, text)
      else player.post(as, text, files)
      return null
    },
  }
}
