/** The one part of `natural` used here; the package types its root only, and its root must not be loaded. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { readonly stem: (word: string) => string }
  export default stemmer
}
