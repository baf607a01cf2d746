import type { TextFieldSingleValidation } from 'payload'

import { valuesFromFile } from '../documents/requestState.ts'
import { inLocale, localeOfRequest } from '../documents/inLocale.ts'
import { rowsOf } from '../documents/rows.ts'
import { translate } from '../translations/translate.ts'

// Characters that are not allowed in a segment of a URL or of a path on every file system.
const unsafe = /[\s/\\?#%:*"<>|]|\p{Cc}|^\.|\.$/u

const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** The maximum length of a slug, in UTF-16 code units. */
export const maxSlugLength = 200

/** Whether Windows reserves a name for a device, with any extension: no file there can have it. */
export const isDeviceName = (name: string): boolean => devices.test(name)

/** Validates a slug: it is a segment of URLs and a file name, on every system. */
export const validSlug: TextFieldSingleValidation = async (value, { collectionSlug, id, req }) => {
  if (!value) return translate(req, 'answerbook:messages:slugMissing')
  if (value.length > maxSlugLength || unsafe.test(value)) {
    return translate(req, 'answerbook:messages:slugInvalid', { max: maxSlugLength })
  }
  if (!isDeviceName(value) || req.context[valuesFromFile]) return true
  // A slug that came from a file, or was published before this rule existed, is accepted.
  const found =
    collectionSlug !== undefined && id !== undefined
      ? await rowsOf(req.payload).findById(collectionSlug, id, req)
      : undefined
  const row = found && inLocale(req.payload, String(collectionSlug), found, localeOfRequest(req))
  const isKept = row?.slug === value && (row._status ?? 'published') === 'published'
  return isKept || translate(req, 'answerbook:messages:slugOfDevice', { name: value })
}
