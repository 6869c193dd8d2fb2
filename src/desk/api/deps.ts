/**
 * What the surfaces of this house need: console and API.
 * @module
 */
import type { Service } from '../../core/catalogue.ts'
import type { Log } from '../../core/events.ts'
import type { Clock, Desk, MediaStore, SessionStore } from '../../core/ports.ts'

export interface SurfaceDeps {
  readonly desk: Desk
  readonly sessions: SessionStore
  readonly files: Pick<MediaStore, 'read' | 'held'>
  readonly clock: Clock
  /** So many bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array
  /** Bearer token of programs; null: the API takes sessions only. */
  readonly agentToken: string | null
  /** How browsers reach us, without a slash at the end. */
  readonly publicUrl: () => string
  readonly log: Log
  readonly services: readonly Service[]
}
