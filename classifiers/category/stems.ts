/**
 * The part of a word that its inflection leaves alone: Porter's stem for Latin letters, a light stem for Russian
 * and Arabic. Words come folded (see `fold`), so й is и, ё is е, and hamza has left its letter.
 * @module
 */
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'

const longest = 24
const endingsOf = (words: string): readonly string[] =>
  words
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)

/** Endings that also close a bare noun (запах), of verbs and of participles; four letters must stay before them. */
const verbEndings = endingsOf(
  'ах ях ает ают яет яют ует уют ит ят ут ют ать ять ить еть ал ала ало али ял яла яло яли ил ила ило или ан ана ано аны ен ена ено ены',
)
/** Endings of nouns and adjectives; two letters must stay before them, three before a long one. */
const nounEndings = endingsOf(
  'ыми ими ого его ому ему ыи ии ои еи ая яя ую юю ое ее ые ие ым им ом ем ых их ами ями ьями ьях ьям ьев ья ам ям ов ев а я о е у ю ы и ь',
)

const russian = (word: string): string => {
  const base = word.length > 5 ? word.replace(/с[яь]$/, '') : word
  const verb = verbEndings.find((ending) => base.endsWith(ending) && base.length - ending.length >= 4)
  if (verb !== undefined) return base.slice(0, -verb.length)
  const noun = nounEndings.find(
    (ending) => base.endsWith(ending) && base.length - ending.length >= (ending.length > 1 ? 3 : 2),
  )
  return noun === undefined ? base : base.slice(0, -noun.length)
}

/** Without "and", the article and the prepositions written with it, then without possessives and endings. */
const arabic = (word: string): string =>
  word
    .replaceAll('ـ', '')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/^[وف]?(?:[بك]?ال|لل)(?=..)/, '')
    .replace(/^و(?=...)/, '')
    .replace(/(?<=...)(?:ها|هم|كم|نا|ي|ك)$/, '')
    .replace(/(?<=...)(?:ات|ون|ين|ان|ه|ت)$/, '')

/** Porter's stem, but "day" stays "day": Porter's "dai" is also the stem of words of other languages. */
const latin = (word: string): string => {
  const stemmed = porter.stem(word)
  return stemmed.endsWith('i') && /[aeou]y(?:s|ed|ing)?$/.test(word) ? `${stemmed.slice(0, -1)}y` : stemmed
}

/** The stem of one folded word; itself where no rule fits. */
export const stem = (word: string): string => {
  if (word.length < 3 || word.length > longest) return word
  if (/^[a-z]+$/.test(word)) return latin(word)
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return russian(word)
  if (/^[\p{Script=Arabic}ـ]+$/u.test(word)) return arabic(word)
  return word
}
