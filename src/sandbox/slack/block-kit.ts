/**
 * What Slack refuses in blocks and views. Written from its documentation and not from our cards, so that these are
 * not checked against themselves. https://docs.slack.dev/reference/block-kit
 * @module
 */
import { z } from 'zod'

const plainText = (max: number) =>
  z.object({ type: z.literal('plain_text'), text: sized(max), emoji: z.boolean().optional() })
const sized = (max: number) =>
  z
    .string()
    .min(1)
    .refine((text) => asSent(text).length <= max, `must be less than ${max + 1} characters`)
const anyText = (max: number) =>
  z.discriminatedUnion('type', [
    plainText(max),
    z.object({
      type: z.literal('mrkdwn'),
      text: z.string().min(1).max(max),
      verbatim: z.boolean().optional(),
    }),
  ])
/** Slack counts these three as the entities it makes of them. */
const asSent = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const actionId = z.string().min(1).max(255)
const Option = z.object({ text: plainText(75), value: z.string().min(1).max(150) })
export type Option = z.infer<typeof Option>
const Confirm = z.object({
  title: plainText(100),
  text: plainText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
})
export const Button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: Confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
})
export const ExternalSelect = z.strictObject({
  type: z.literal('external_select'),
  action_id: actionId,
  placeholder: plainText(150).optional(),
  min_query_length: z.int().min(0).optional(),
  initial_option: Option.optional(),
  confirm: Confirm.optional(),
  focus_on_load: z.boolean().optional(),
})
export const TextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: actionId,
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
  initial_value: z.string().max(3000).optional(),
  placeholder: plainText(150).optional(),
  focus_on_load: z.boolean().optional(),
})
export const RadioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: actionId,
  options: z.array(Option).min(1).max(10),
  initial_option: Option.optional(),
})
const blockId = z.string().min(1).max(255).optional()
const unique = (elements: readonly { readonly action_id: string }[]): boolean =>
  new Set(elements.map((e) => e.action_id)).size === elements.length

export const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z
    .strictObject({
      type: z.literal('section'),
      block_id: blockId,
      text: anyText(3000).optional(),
      fields: z.array(anyText(2000)).min(1).max(10).optional(),
    })
    .refine((s) => s.text !== undefined || s.fields !== undefined, 'needs text or fields'),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z.array(anyText(3000)).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal('image'),
    block_id: blockId,
    image_url: z.url({ protocol: /^https?$/ }).max(3000),
    alt_text: z.string().min(1).max(2000),
  }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: blockId,
    elements: z
      .array(z.discriminatedUnion('type', [Button, ExternalSelect]))
      .min(1)
      .max(25)
      .refine(unique, 'action_id has to be unique within the block'),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: blockId,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    element: z.discriminatedUnion('type', [TextInput, RadioButtons, ExternalSelect]),
  }),
])
export type Block = z.infer<typeof Block>
export type InputBlock = Extract<Block, { type: 'input' }>

const distinct = (blocks: readonly Block[]): boolean => {
  const ids = blocks.flatMap((b) => b.block_id ?? [])
  return new Set(ids).size === ids.length
}
const blocksUpTo = (max: number) =>
  z.array(Block).max(max).refine(distinct, 'block_id has to be unique within the message')
/** `input` blocks live in modals only here; Slack takes them in messages as well, and nobody here sends them. */
export const MessageBlocks = blocksUpTo(50)
export const View = z
  .strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    blocks: blocksUpTo(100),
    private_metadata: z.string().max(3000).optional(),
    callback_id: z.string().max(255).optional(),
    external_id: z.string().max(255).optional(),
    notify_on_close: z.boolean().optional(),
    clear_on_close: z.boolean().optional(),
  })
  .refine(
    (v) => v.submit !== undefined || v.blocks.every((b) => b.type !== 'input'),
    'submit is required where a view has inputs',
  )
export type View = z.infer<typeof View>

export const Options = z.object({ options: z.array(Option).max(100) })
/** https://docs.slack.dev/messaging/message-metadata */
export const Metadata = z.object({
  event_type: z.string().regex(/^[a-zA-Z0-9_.-]{1,255}$/),
  event_payload: z.record(z.string(), z.unknown()),
})
export type Metadata = z.infer<typeof Metadata>

/** Problems as Slack words them in `response_metadata.messages`. */
export const problemsOf = (error: z.ZodError): readonly string[] =>
  error.issues.map(({ message, path }) => `[ERROR] ${message} [json-pointer:/${path.join('/')}]`)
