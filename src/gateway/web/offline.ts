/**
 * The form as browsers keep it for when they have no connection (assets/offline.js): the same for everybody, so it has
 * no token. The script asks for one when it sends.
 * @module
 */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Language } from '../../core/understanding.ts'
import { answerPacked, type Packed, packed } from '../../http/gzip.ts'
import type { Kit } from './deps.ts'
import { emptyForm, formPage } from './form.ts'
import { pageHeaders } from './page.ts'

/** Made once a language, and not sent again to whoever has it. */
export function offlineForms(kit: Kit) {
  const made = new Map<Language, Promise<Packed & { readonly tag: string }>>()
  const make = async (language: Language) => {
    const plain = Buffer.from(formPage(kit, { ...emptyForm, language, token: '', id: '' }).body)
    const tag = `"${createHash('sha256').update(plain).digest('hex').slice(0, 16)}"`
    return { ...(await packed(plain)), tag }
  }
  return async (c: Context, language: Language): Promise<Response> => {
    const form = made.get(language) ?? make(language)
    made.set(language, form)
    const { tag, ...bytes } = await form
    for (const [name, value] of Object.entries(pageHeaders)) c.header(name, value)
    c.header('Cache-Control', 'no-cache')
    c.header('X-Robots-Tag', 'noindex')
    c.header('ETag', tag)
    c.header('Vary', 'Accept-Encoding')
    if (c.req.header('if-none-match') === tag) return c.body(null, 304)
    return answerPacked(c, bytes)
  }
}
