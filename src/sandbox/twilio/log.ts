/**
 * Twilio's message log and the files that belong to it: in memory, bounded.
 * @module
 */
import type { PlayedMessage } from './types.ts'

const maxMessages = 10_000
const maxFileBytes = 128 * 1024 * 1024

export interface PlayedFile {
  readonly sid: string
  readonly messageSid: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Oldest out first. */
export function messageLog() {
  const messages = new Map<string, PlayedMessage>()
  const files = new Map<string, PlayedFile>()
  const listeners = new Set<(message: PlayedMessage) => void>()
  let fileBytes = 0
  const tell = (message: PlayedMessage) => {
    for (const listener of listeners) listener(message)
  }
  return {
    put(message: PlayedMessage): void {
      messages.set(message.sid, message)
      if (messages.size > maxMessages) messages.delete(messages.keys().next().value ?? '')
      tell(message)
    },
    move(sid: string, status: string, errorCode: string | null): void {
      const before = messages.get(sid)
      if (before === undefined) return
      const message = { ...before, status, errorCode }
      messages.set(sid, message)
      tell(message)
    },
    all: (): readonly PlayedMessage[] => [...messages.values()],
    keepFile(file: PlayedFile): void {
      files.set(file.sid, file)
      fileBytes += file.bytes.length
      for (const [sid, old] of files) {
        if (fileBytes <= maxFileBytes || sid === file.sid) break
        files.delete(sid)
        fileBytes -= old.bytes.length
      }
    },
    file: (sid: string): PlayedFile | null => files.get(sid) ?? null,
    subscribe(listener: (message: PlayedMessage) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear(): void {
      messages.clear()
      files.clear()
      fileBytes = 0
    },
  }
}
export type MessageLog = ReturnType<typeof messageLog>
