/**
 * Texts as they come from a small keyboard in a hurry: letters left out, swapped, doubled or mistaken. A model that
 * learns each sentence once more so does not hang on its spelling.
 * @module
 */
import { bucketOf } from './rows.ts'
import { randomFrom } from './softmax.ts'

/** One slip in so many characters (code points), and at least one tried. */
const slipEvery = 25
const vowels = ['a', 'e', 'i', 'o', 'u'] as const
const alphabetic = /^\p{L}$/u
const han = /^\p{Script=Han}$/u

/** `text` with a few slips, the same for the same text. Chinese characters stay as they are. */
export function misspelt(text: string): string {
  const random = randomFrom(bucketOf(text, 2 ** 32))
  const letters = [...text]
  const below = (n: number): number => Math.floor(random() * n)
  for (let slips = 1 + Math.floor(letters.length / slipEvery); slips > 0; slips--) {
    const at = below(letters.length)
    const letter = letters[at] ?? ''
    if (!alphabetic.test(letter) || han.test(letter)) continue
    const kind = random()
    if (kind < 0.35) letters[at] = ''
    else if (kind < 0.7) letters.splice(at, 2, letters[at + 1] ?? '', letter)
    else letters[at] = kind < 0.85 ? letter + letter : (vowels[below(vowels.length)] ?? letter)
  }
  return letters.join('')
}
