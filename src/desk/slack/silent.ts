import { type Logger, LogLevel } from '@slack/bolt'

/** Slack's libraries write bodies and tokens into their logs; ours has ids only, and says what matters. */
export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}
