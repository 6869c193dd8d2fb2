/**
 * What we ask X to show of a post and beside it, and the most that this may cost.
 * https://docs.x.com/x-api/fundamentals/expansions
 * @module
 */
import type { Page } from './schema.ts'
import type { Prices } from './spend.ts'

export const postFields = {
  'tweet.fields':
    'created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,entities,attachments,geo,lang,note_tweet,edit_history_tweet_ids,display_text_range,possibly_sensitive',
  expansions:
    'attachments.media_keys,geo.place_id,referenced_tweets.id,referenced_tweets.id.attachments.media_keys',
  'media.fields': 'type,url,preview_image_url,alt_text,variants,width,height',
  'place.fields': 'full_name,geo,place_type,country_code',
} as const

/** At most so many posts beside one (what it answers, what it quotes), and files of one. */
const [mostBeside, mostFiles] = [2, 4]
/** The most that one post of a page may cost with all that is shown beside it; `each`: the price of the post. */
export const dearest = (each: number, { post, media }: Prices): number =>
  each + mostBeside * post + (1 + mostBeside) * mostFiles * media

export const costOf = ({ data, includes }: Page, each: number, { post, media }: Prices): number =>
  data.length * each +
  ((includes.tweets?.length ?? 0) + (includes.posts?.length ?? 0)) * post +
  (includes.media?.length ?? 0) * media
