/**
 * Answers where no link may stand: "on this page" then points nowhere, and the City's website is named instead. All
 * pages of the answers are the City's.
 * @module
 */
import type { Language } from '../../../core/understanding.ts'

type Change = readonly [from: RegExp, to: string]
const changes: Readonly<Record<Language, readonly Change[]>> = {
  en: [
    [/\bthis page\b/g, 'the City’s website'],
    [/\b(?:This|The) page\b/g, 'The City’s website'],
  ],
  es: [
    [/\beste sitio\b/g, 'el sitio web de la Ciudad'],
    [/\bel sitio(?= explica)/g, 'el sitio web de la Ciudad'],
    [/\b(?:Este|El) sitio\b/g, 'El sitio web de la Ciudad'],
  ],
  ht: [
    [/\bpaj sa a\b/g, 'sitwèb Vil la'],
    [/\bPaj la\b/g, 'Sitwèb Vil la'],
  ],
  pt: [
    [/\bneste site\b/g, 'no site da Prefeitura'],
    [/\beste site\b/g, 'o site da Prefeitura'],
  ],
  fr: [[/\bcette page\b/g, 'le site de la Ville']],
  'zh-Hans': [[/此网页/g, '市政府网站']],
  'zh-Hant': [[/此網頁/g, '市政府網站']],
  vi: [[/\btrang này\b/g, 'trang web của Thành phố']],
  kea: [[/\bes pajina\b/g, 'pajina di Sidadi']],
  ru: [[/на сайте(?=[.,])/g, 'на сайте города']],
  ar: [[/هذه الصفحة/g, 'موقع المدينة']],
  so: [[/\bboggan\b/g, 'bogga magaalada']],
}

/** Pure. */
export const withoutPage = (text: string, language: Language): string =>
  changes[language].reduce((so, [from, to]) => so.replace(from, to), text)
