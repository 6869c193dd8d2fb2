import type { OutboundReply } from '../../src/core/ports.ts'

/** A reply that a worker hands to a channel; what a test does not care about is filled in. */
export const outbound = (
  reply: Pick<OutboundReply, 'key' | 'to' | 'from' | 'text'> & Partial<OutboundReply>,
): OutboundReply => ({
  maybeSentSince: null,
  language: 'en',
  say: 'thanks',
  references: [],
  answering: null,
  ...reply,
})
