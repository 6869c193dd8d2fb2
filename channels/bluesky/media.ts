/**
 * Pictures of posts, and who may be asked for them.
 * @module
 */
import type { MediaSource } from '../../src/core/ports.ts'
import { postFiles } from '../_social/files.ts'
import { blueskyApiUrl } from './api.ts'

/** Bluesky's file host. */
export const blueskyMedia = ({ apiUrl }: { readonly apiUrl: string }): MediaSource =>
  postFiles({
    vendor: 'Bluesky',
    hosts: ['cdn.bsky.app'],
    api: { usual: blueskyApiUrl, configured: apiUrl },
    maxBytes: 16 * 1024 * 1024,
    timeoutMs: 20_000,
  })
