/**
 * What Slack takes at most. A message that breaks one of these is refused whole, so everything is cut before.
 * https://docs.slack.dev/reference/block-kit · https://docs.slack.dev/reference/views
 * @module
 */
import type { types } from '@slack/bolt'

/** Characters, or pieces where the name says so. */
export const limits = {
  blocks: 50,
  modalBlocks: 100,
  header: 150,
  section: 3000,
  field: 2000,
  fields: 10,
  contextElements: 10,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  actionId: 255,
  blockId: 255,
  url: 3000,
  altText: 2000,
  optionText: 75,
  optionValue: 150,
  options: 100,
  radioOptions: 10,
  placeholder: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  modalTitle: 24,
  modalButton: 24,
  inputLabel: 2000,
  privateMetadata: 3000,
  /** Above 4,000 `chat.update` refuses the fallback text: `msg_too_long`. */
  fallback: 3000,
} as const

/** `&`, `<` and `>` go out as entities, and count as those. */
const weight = (character: string): number =>
  character === '&' ? 5 : character === '<' || character === '>' ? 4 : character.length

/** At most `max` characters as Slack counts them, whole characters, with an ellipsis where something is missing. */
export function cut(text: string, max: number): string {
  let length = 0
  let kept = ''
  let room = ''
  for (const character of text) {
    length += weight(character)
    if (length > max) return `${room}…`
    kept += character
    if (length < max) room = kept
  }
  return text
}

/** Text without markup, mentions and links. */
export const plain = (text: string, max: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, max),
  // Else `:name:` in a resident's words becomes a picture.
  emoji: false,
})
