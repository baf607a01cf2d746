import type { TextFieldSingleValidation } from 'payload'

import { valuesFromFile } from '../documents/requestState.ts'
import { rowsOf } from '../documents/rows.ts'
import { translate } from '../translations/translate.ts'

// What cannot stand in one segment of a URL and of a path on every file system.
const unsafe = /[\s/\\?#%:*"<>|]|\p{Cc}|^\.|\.$/u

const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** The longest slug, in UTF-16 code units. */
export const maxSlugLength = 200

/** Whether Windows keeps a name for a device, with whatever ending: no file there can have it. */
export const isDeviceName = (name: string): boolean => devices.test(name)

/** Checks a slug: it is a segment of URLs and the name of a file, on every system. */
export const validSlug: TextFieldSingleValidation = async (value, { collectionSlug, id, req }) => {
  if (!value) return translate(req, 'answerbook:messages:slugMissing')
  if (value.length > maxSlugLength || unsafe.test(value)) {
    return translate(req, 'answerbook:messages:slugInvalid', { max: maxSlugLength })
  }
  if (!isDeviceName(value) || req.context[valuesFromFile]) return true
  // A slug that came from a file, or was published before this rule existed, is kept.
  const row =
    collectionSlug !== undefined && id !== undefined
      ? await rowsOf(req.payload).findById(collectionSlug, id, req)
      : undefined
  const isKept = row?.slug === value && (row._status ?? 'published') === 'published'
  return isKept || translate(req, 'answerbook:messages:slugOfDevice', { name: value })
}
