/**
 * Words Twilio acts on by itself. https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
 * @module
 */
import type { InboundMessage } from '../../src/core/request.ts'

type Keyword = NonNullable<InboundMessage['keyword']>

/**
 * Twilio matches a message of exactly one such word. Two of its words are left out: CANCEL is how residents
 * take a report back, and YES how they confirm one. Where Twilio took CANCEL as an opt-out, its error 21610
 * on our reply says so.
 */
const words: ReadonlyMap<string, Keyword> = new Map([
  ['stop', 'stop'],
  ['stopall', 'stop'],
  ['unsubscribe', 'stop'],
  ['end', 'stop'],
  ['quit', 'stop'],
  ['revoke', 'stop'],
  ['optout', 'stop'],
  ['start', 'start'],
  ['unstop', 'start'],
  ['help', 'help'],
  ['info', 'help'],
])
const optOutTypes: ReadonlyMap<string, Keyword> = new Map([
  ['STOP', 'stop'],
  ['START', 'start'],
  ['HELP', 'help'],
])

/**
 * What Twilio made of the text, and whether it answered. `OptOutType` (Advanced Opt-Out) is Twilio's own word.
 * Without it Twilio answers on numbers, but not for a short code alone and not on WhatsApp or RCS:
 * https://help.twilio.com/articles/223181748
 */
export function keywordOf(
  text: string,
  context: { readonly optOutType: string; readonly to: string; readonly inService: boolean },
): Pick<InboundMessage, 'keyword' | 'answeredByProvider'> {
  const told = optOutTypes.get(context.optOutType.toUpperCase())
  if (told !== undefined) return { keyword: told, answeredByProvider: true }
  const keyword = words.get(text.trim().toLowerCase()) ?? null
  const aloneShortCode = /^\d{5,6}$/.test(context.to) && !context.inService
  const answers = !aloneShortCode && !/^[a-z]+:/i.test(context.to)
  return { keyword, answeredByProvider: keyword !== null && answers }
}
