import type { TextFieldSingleValidation } from 'payload'

import { valuesFromFile } from '../documents/requestState.ts'
import { rowsOf } from '../documents/rows.ts'

// What cannot stand in one segment of a url and of a path on every file system.
const unsafe = /[\s/\\?#%:*"<>|]|\p{Cc}|^\.|\.$/u

const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** The longest slug, in UTF-16 code units. */
export const maxSlugLength = 200

/** Whether Windows keeps a name for a device, with whatever ending: no file there can have it. */
export const isDeviceName = (name: string): boolean => devices.test(name)

/** Checks a slug: it is a segment of urls and the name of a file, on every system. */
export const validSlug: TextFieldSingleValidation = async (value, { collectionSlug, id, req }) => {
  if (!value) return 'None could be made from the text that slugs are made from: type one.'
  if (value.length > maxSlugLength || unsafe.test(value)) {
    return `Use up to ${maxSlugLength} letters, digits and hyphens: no spaces, slashes or other punctuation of urls.`
  }
  if (!isDeviceName(value) || req.context[valuesFromFile]) return true
  // What came from a file or was published before there was a rule keeps its url.
  const row =
    collectionSlug !== undefined && id !== undefined
      ? await rowsOf(req.payload).findById(collectionSlug, id, req)
      : undefined
  const isKept = row?.slug === value && (row._status ?? 'published') === 'published'
  return isKept || `Windows can have no file with the name "${value}": choose another slug.`
}
