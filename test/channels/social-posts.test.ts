import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { summonsOf } from '../../channels/_social/summons.ts'
import { inboundOf as skyInbound } from '../../channels/bluesky/message.ts'
import { readBluesky } from '../../channels/bluesky/schema.ts'
import { xMedia } from '../../channels/social/files.ts'
import { inboundOf } from '../../channels/social/inbound.ts'
import { readX } from '../../channels/social/schema.ts'
import { asVerified } from '../../src/core/ports.ts'
import type { InboundMessage } from '../../src/core/request.ts'
import { eventPost, mentionEvent, settings, us } from './social.harness.ts'

const fixture = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures', `${name}.json`), 'utf8')) as {
    json: unknown
  }
const read = (json: unknown, account: string) =>
  inboundOf(readX(asVerified(eventPost(JSON.stringify(json)))), account)
const recorded = (name: string) => read(fixture(`social/${name}`).json, '311')
function onlyMessage(inbound: ReturnType<typeof inboundOf>): InboundMessage {
  const [first] = inbound
  if (first?.kind !== 'message' || inbound.length !== 1) throw new Error('one message was expected')
  return first.message
}
const mention = (
  text: string,
  more: Readonly<Record<string, unknown>> = {},
  includes: Readonly<Record<string, unknown>> = {},
) => read(mentionEvent('77', text, more, includes), us)

describe('a post at X becomes a message', () => {
  it('without our name, and with what X escapes as it was written', () => {
    const message = onlyMessage(recorded('mention'))
    expect(message.text).toBe('huge pothole in front of 700 Boylston St, Back Bay & it grows')
    expect(message).toMatchObject({ channel: 'social', from: '900000001', to: '311', keyword: null })
  })
  it('whole where it is long, with its photo and the small place it was written at', () => {
    const message = onlyMessage(recorded('mention-long-with-photo'))
    expect(message.text).toMatch(/Please send somebody to look at all three of them\.$/)
    expect(message.media.map(({ url }) => url)).toEqual(['https://pbs.twimg.com/media/Example1.jpg'])
    expect(message.point?.lat).toBeCloseTo(42.3522)
    expect(message.point?.lon).toBeCloseTo(-71.0598)
    expect(message.point?.accuracyM).toBeLessThan(50)
  })
  it('with the post that it quotes, where it says little itself; and raw says so', () => {
    const message = onlyMessage(recorded('mention-quoting'))
    expect(message.text).toBe(
      'please fix this\nOverflowing trash barrel at the corner of Beacon St and Charles St',
    )
    expect(message.raw.context).toEqual({ post: '2080000000000000000', as: 'quoted', added: true })
  })
  it('without what somebody else says, where it says enough itself', () => {
    const reply = {
      text: `@neighbor @BOS311 there is also a very deep pothole right in front of 12 Elm St, please look at both`,
      display_text_range: [10, 90],
      entities: {
        mentions: [
          { start: 0, end: 9, username: 'neighbor', id: '33' },
          { start: 10, end: 17, username: 'BOS311', id: us },
        ],
      },
      referenced_tweets: [{ type: 'replied_to', id: '70' }],
    }
    const message = onlyMessage(
      mention('', reply, { tweets: [{ id: '70', author_id: '33', text: 'Broken sign at 99 Oak Ave' }] }),
    )
    expect(message.text).toBe(
      'there is also a very deep pothole right in front of 12 Elm St, please look at both',
    )
    expect(message.raw.context).toEqual({ post: '70', as: 'replied_to', added: false })
  })
  it('and an edited one names the versions whose place it takes', () => {
    const message = onlyMessage(recorded('mention-edited'))
    expect(message.providerId).toBe('2080000000000000007')
    expect(message.revises).toHaveLength(1)
  })
  it('from a direct message in the same conversation', () => {
    const message = onlyMessage(recorded('direct-message'))
    expect(message).toMatchObject({ from: '900000001', to: '311', text: 'It is at 12 Newbury St' })
    expect(message.raw.via).toBe('direct')
  })
  it('that is to be emptied, where X says that it was deleted', () => {
    const [withdrawn] = recorded('post-deleted')
    expect(withdrawn).toMatchObject({ kind: 'withdrawn', why: 'deleted' })
    expect(withdrawn).toMatchObject({ messageId: onlyMessage(recorded('mention')).id })
  })
  it.each([
    ['stop', 'stop'],
    ['STOP!', 'stop'],
    ['help', 'help'],
    ['stop sign is down', null],
  ])('%j is the keyword %j', (text, keyword) => {
    expect(onlyMessage(mention(text)).keyword).toBe(keyword)
  })
  it('with a point where it has one, and none where it is a whole city', () => {
    const point = { geo: { coordinates: { type: 'Point', coordinates: [-71.06, 42.36] } } }
    expect(onlyMessage(mention('x', point)).point).toEqual({ lat: 42.36, lon: -71.06, accuracyM: 25 })
    const city = { places: [{ id: 'p', geo: { bbox: [-71.2, 42.2, -70.9, 42.4] } }] }
    expect(onlyMessage(mention('x', { geo: { place_id: 'p' } }, city)).point).toBeNull()
    expect(onlyMessage(mention('x', { geo: { coordinates: { coordinates: [0, 0] } } })).point).toBeNull()
  })
})

describe('a thread', () => {
  const under = (parent: Readonly<Record<string, unknown>>, more = {}) =>
    onlyMessage(
      mention(
        'and it grows',
        { referenced_tweets: [{ type: 'replied_to', id: '70' }], ...more },
        {
          tweets: [{ id: '70', text: 'x', ...parent }],
        },
      ),
    )
  const own = onlyMessage(mention('x', { id: '70', edit_history_tweet_ids: ['70'] }))
  const reply = { author_id: us, in_reply_to_user_id: '22' }
  it('goes on with the author’s own post above it', () => {
    expect(under({ author_id: '22' }).continues).toBe(own.id)
  })
  it('goes on with the post that our reply above it answers', () => {
    const ours = { ...reply, id: '70', referenced_tweets: [{ type: 'replied_to', id: '60' }] }
    const first = onlyMessage(mention('x', { id: '60', edit_history_tweet_ids: ['60'] }))
    expect(under(ours).continues).toBe(first.id)
  })
  it('goes on with nobody else’s', () => {
    expect(under({ author_id: '33' }).continues).toBeUndefined()
    const toAnother = {
      ...reply,
      in_reply_to_user_id: '33',
      referenced_tweets: [{ type: 'replied_to', id: '60' }],
    }
    expect(under(toAnother, { display_text_range: [0, 40] }).continues).toBeUndefined()
  })
})

describe('nothing comes of', () => {
  it('a name that the thread put there', () => expect(recorded('mention-inherited')).toEqual([]))
  it('our own posts', () => expect(mention('x', { author_id: us })).toEqual([]))
  it('a repost', () =>
    expect(mention('x', { referenced_tweets: [{ type: 'retweeted', id: '5' }] })).toEqual([]))
  it('an account that says it is automated', () => {
    const users = [{ id: '22', affiliation: { description: 'Automated' } }]
    expect(mention('x', {}, { users })).toEqual([])
    expect(mention('x', {}, { users: [{ data: users[0] }] })).toEqual([])
  })
  it('an event of a kind that we do not know', () =>
    expect(read({ data: { event_type: 'follow.follow', payload: {} } }, us)).toEqual([]))
})

describe('who asked us', () => {
  const post = { author: 'a', isRepost: false, isAutomated: false, named: false, parent: null }
  it.each([
    ['typed our name', { ...post, named: true }, { by: 'asked' }],
    [
      'answers our reply to them',
      { ...post, parent: { author: 'us', repliesTo: 'a', namesUs: false } },
      { by: 'answer' },
    ],
    [
      'breaks into our reply to another',
      { ...post, parent: { author: 'us', repliesTo: 'b', namesUs: true } },
      { ignored: 'not-addressed' },
    ],
    [
      'goes on in their own thread',
      { ...post, parent: { author: 'a', repliesTo: null, namesUs: true } },
      { by: 'continued' },
    ],
    [
      'talks to another who named us',
      { ...post, parent: { author: 'b', repliesTo: null, namesUs: true } },
      { ignored: 'not-addressed' },
    ],
    ['is us', { ...post, author: 'us', named: true }, { ignored: 'own' }],
    ['reposts', { ...post, isRepost: true, named: true }, { ignored: 'repost' }],
    ['is a bot', { ...post, isAutomated: true, named: true }, { ignored: 'automated' }],
  ] as const)('%s', (_, given, wanted) => {
    expect(summonsOf(given, 'us')).toEqual(wanted)
  })
})

describe('a post at Bluesky becomes a message', () => {
  const sky = (name: string) =>
    skyInbound(
      readBluesky(
        asVerified({
          method: 'GET',
          url: 'https://bsky.social/',
          headers: {},
          body: JSON.stringify(fixture(`bluesky/${name}`).json),
        }),
      ),
    )
  it('without our name, with its picture', () => {
    const message = onlyMessage(sky('mention'))
    expect(message.text).toBe('pothole at 45 Centre St, Jamaica Plain')
    expect(message.media[0]?.url).toMatch(/^https:\/\/cdn\.bsky\.app\//)
  })
  it('with the post that it stands under, where it says little itself', () => {
    const message = onlyMessage(sky('mention-under-a-post'))
    expect(message.text).toBe('please fix this\nOverflowing trash barrel at Beacon St and Charles St')
    expect(message.raw.context).toMatchObject({ as: 'replied_to', added: true })
  })
})

describe('files come from no other host', () => {
  const { owns, fetch } = xMedia(settings('https://api.x.com'))
  it.each([
    ['https://pbs.twimg.com/media/a.jpg', true],
    ['https://video.twimg.com/a.mp4', true],
    ['http://pbs.twimg.com/media/a.jpg', false],
    ['https://pbs.twimg.com:8443/media/a.jpg', false],
    ['https://pbs.twimg.com.example.org/a.jpg', false],
    ['https://user@pbs.twimg.com/a.jpg', false],
    ['https://api.x.com/2/users/1', false],
    ['http://169.254.169.254/latest/meta-data', false],
    ['inline:med_1', false],
    ['', false],
  ])('%s: %s', (url, wanted) => {
    expect(owns(url)).toBe(wanted)
  })
  it('and are not asked for', async () => {
    await expect(fetch('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'provider-refused' })
  })
})
