/**
 * What Slack sends, as far as we read it.
 * https://docs.slack.dev/reference/interaction-payloads
 * @module
 */
import { z } from 'zod'

const id = z.string().regex(/^[A-Z0-9]{1,40}$/)
const stamp = z.string().regex(/^\d{1,16}\.\d{1,8}$/)

const From = z.object({
  user: z.object({ id }),
  /** Null where the app is installed for a whole organisation. */
  team: z.object({ id }).nullish(),
})

export const BlockActions = From.extend({
  type: z.literal('block_actions'),
  trigger_id: z.string().max(500).optional(),
  channel: z.object({ id }).nullish(),
  /** A card or a whisper; absent in a modal. */
  container: z
    .object({ message_ts: stamp.optional(), channel_id: id.optional(), view_id: id.optional() })
    .optional(),
  view: z.object({ id, private_metadata: z.string() }).nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string().max(255),
        block_id: z.string().max(255),
        action_ts: stamp,
        value: z.string().max(2000).nullish(),
        selected_option: z.object({ value: z.string().max(200) }).nullish(),
      }),
    )
    .min(1),
})
export type BlockActions = z.infer<typeof BlockActions>

export const BlockSuggestion = From.extend({
  type: z.literal('block_suggestion'),
  action_id: z.string().max(255),
  block_id: z.string().max(255),
  value: z.string().max(500),
  /** The menu is in a modal. */
  view: z.object({ private_metadata: z.string() }).nullish(),
})

const State = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string().max(200) }).nullish(),
    }),
  ),
)
const View = z.object({
  id,
  hash: z.string().max(100),
  callback_id: z.string().max(255),
  private_metadata: z.string().max(3000),
  state: z.object({ values: State }).optional(),
})
export const ViewSubmission = From.extend({ type: z.literal('view_submission'), view: View })
export type ViewSubmission = z.infer<typeof ViewSubmission>
export const ViewClosed = From.extend({ type: z.literal('view_closed'), view: View })

const withUser = ['block_actions', 'block_suggestion', 'view_submission', 'view_closed']
const withView = ['view_submission', 'view_closed']

/** What comes into the door, before Bolt sorts it; Bolt relies on the parts that are asked for here. */
export const Delivery = z
  .looseObject({
    type: z.string().optional(),
    challenge: z.string().max(500).optional(),
    ssl_check: z.string().optional(),
    user: z.unknown().optional(),
    view: z.unknown().optional(),
  })
  .refine(({ type = '', user }) => !withUser.includes(type) || From.shape.user.safeParse(user).success)
  .refine(({ type = '', view }) => !withView.includes(type) || z.looseObject({}).safeParse(view).success)
export type Delivery = z.infer<typeof Delivery>
