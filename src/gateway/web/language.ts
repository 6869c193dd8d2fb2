/**
 * Which of our languages a page is in.
 * @module
 */
import { Language, languages } from '../../core/understanding.ts'

/** `?lang=` where it is one of ours, else the browser's list. */
export function languageOf(chosen: string | undefined, accepts: string): Language {
  const found = Language.safeParse(chosen)
  return found.success ? found.data : accepted(accepts)
}

/** The first of Accept-Language (RFC 9110, section 12.5.4) that is one of ours, by weight; English where none is. */
export function accepted(header: string): Language {
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((one, n) => {
      const [tag = '', ...parameters] = one.split(';').map((part) => part.trim())
      const q = parameters.find((part) => part.startsWith('q='))?.slice(2)
      return { tag: tag.toLowerCase(), weight: q === undefined ? 1 : Number(q) || 0, n }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.n - b.n)
  for (const { tag } of wanted) {
    const ours = oursOf(tag)
    if (ours !== null) return ours
  }
  return 'en'
}

function oursOf(tag: string): Language | null {
  const [first = '', ...rest] = tag.split('-')
  if (first === 'zh') {
    const traditional = ['hant', 'tw', 'hk', 'mo'].some((part) => rest.includes(part))
    return traditional && !rest.includes('hans') ? 'zh-Hant' : 'zh-Hans'
  }
  return languages.find((language) => language === first) ?? null
}
