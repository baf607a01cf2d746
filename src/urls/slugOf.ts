import { slugify } from 'payload/shared'
import { transliterate } from 'transliteration'

import { isDeviceName, maxSlugLength } from './validSlug.ts'

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

// `ü` is a `u` with a mark; letters without such a decomposition, and other scripts, are transliterated by sound.
const withoutMarks = (text: string): string =>
  text.normalize('NFC').replace(/[^\0-\x7f]/gu, (character) => {
    const bare = character.normalize('NFKD').replace(/\p{M}/gu, '')
    return isAscii(bare) ? bare : character
  })

const cut = (slug: string): string => slug.slice(0, maxSlugLength).replace(/-+$/, '')

/**
 * The slug of a text, in Latin letters whatever its script, following Payload's own rule; undefined if the text has
 * neither letters nor digits. A name that Windows reserves for a device gets a number.
 */
export const slugOf = (text: string): string | undefined => {
  const latin = transliterate(withoutMarks(text))
  const slug = cut((slugify(latin) ?? '').replace(/-{2,}/g, '-').replace(/^-|-$/g, ''))
  if (!/[a-z\d]/.test(slug)) return undefined
  return isDeviceName(slug) ? `${slug}-1` : slug
}
