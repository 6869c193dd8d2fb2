/**
 * Slack's markup, where we compose it ourselves. Words of residents never go through it: they are plain text.
 * https://docs.slack.dev/messaging/formatting-message-text
 * @module
 */

/** The three characters that mean something to Slack's parser. Stars and underscores only make bold and slanted. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Everyone reads it in their own time zone. `at`: Unix milliseconds. */
export function date(at: number, tokens = '{date_short_pretty} at {time}'): string {
  const written = new Date(at).toISOString().slice(0, 16).replace('T', ' ')
  return `<!date^${Math.floor(at / 1000)}^${tokens}|${written} UTC>`
}

/** A link whose address may not break out. */
export const link = (url: string, words: string): string =>
  `<${url.replace(/[<>|\s]/g, encodeURIComponent)}|${escaped(words)}>`

/** Agents who sign in with Slack are called this in the history. */
export const agentOf = (userId: string): string => `slack:${userId}`

const slackAgent = /^(?:agent:)?slack:([UW][A-Z0-9]{1,30})$/

/** How an agent, or whoever else acted, is called on a card. */
export function nameOf(actor: string): string {
  const user = slackAgent.exec(actor)?.[1]
  return user === undefined ? escaped(plainNameOf(actor)) : `<@${user}>`
}
/** The same where no markup is read: notifications. */
export function plainNameOf(actor: string): string {
  if (actor === 'resident') return 'the resident'
  if (actor === 'bot') return 'the bot'
  return slackAgent.test(actor) ? 'someone in Slack' : actor.replace(/^agent:/, '')
}
const places: Readonly<Record<string, string>> = {
  slack: ' in Slack',
  console: ' in the console',
  api: ' through the API',
  shell: ' from the shell',
}
/** Where somebody decided; nothing where nobody did. */
export const whereOf = (surface: string | null): string => (surface === null ? '' : (places[surface] ?? ''))
