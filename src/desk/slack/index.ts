/**
 * Reviews in Slack. Import it lazily: Bolt brings express and some 45 MB of memory along. A worker needs the board
 * only, a gateway the door only.
 * @module
 */
import type { Board, Clock } from '../../core/ports.ts'
import { slackApi } from './api.ts'
import { slackBoard as boardOn } from './board.ts'
import type { CardDeps } from './card.ts'
import { type Door, type DoorOptions, slackDoor } from './door.ts'

export type { CardDeps } from './card.ts'
export { type Door, type DoorOptions, slackDoor } from './door.ts'
export { slackPath } from './receiver.ts'

export interface BoardOptions extends CardDeps {
  readonly botToken: string
  /** Id of the channel that gets the cards: `C…` or `G…`. */
  readonly channel: string
  readonly apiUrl: string
  readonly clock: Clock
}

/** A worker waits longer than an agent would. Stays below the lease of a card. */
const boardTimeoutMs = 10_000

/** Cards in the channel, by `chat.postMessage` and `chat.update`. */
export function slackBoard(options: BoardOptions): Board {
  const { botToken, apiUrl, clock } = options
  const api = slackApi({ botToken, apiUrl, clock, timeoutMs: boardTimeoutMs })
  return boardOn({ ...options, api })
}

/** Board and door of one process. */
export const slackSurface = (options: BoardOptions & DoorOptions): Door & { readonly board: Board } => ({
  ...slackDoor(options),
  board: slackBoard(options),
})
