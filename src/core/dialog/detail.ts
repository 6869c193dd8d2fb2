import type { Detail } from '../catalogue.ts'
import type { MessageEvent } from './draft.ts'

const longest = 500
/** `2`, `1, 3`, `1) 3)`: choices by their place in the list. */
const numbers = /\b[1-9]\b/g
const onlyNumbers = /^[\s\d,.;)#&+]{1,40}$/

/**
 * The answer to a service's own question as it is kept: the keys of what was chosen, by number, by key, by English
 * name, or by a yes or no in any language; else the resident's own words.
 */
export function detailAnswer(detail: Detail | undefined, event: MessageEvent): string {
  const text = event.message.text.trim()
  const values = detail?.values ?? []
  const yesOrNo = event.understanding.intent.value
  const chosen =
    byNumber(detail, text) ??
    values.find(({ key, name }) => [key, name].some((one) => one.toLowerCase() === text.toLowerCase()))
      ?.key ??
    values.find(({ key }) => (key === 'yes' || key === 'no') && key === yesOrNo)?.key
  return (chosen ?? text).slice(0, longest)
}

/** Null: there is no number in it, there is more than numbers, or one of them is not in the list. */
function byNumber(detail: Detail | undefined, text: string): string | null {
  if (detail === undefined || !onlyNumbers.test(text)) return null
  const found = [...new Set(text.match(numbers) ?? [])].map((n) => detail.values[Number(n) - 1]?.key)
  const keys = found.filter((key) => key !== undefined)
  if (keys.length === 0 || keys.length < found.length) return null
  if (keys.length > 1 && detail.datatype !== 'multivaluelist') return null
  return keys.join(', ')
}
