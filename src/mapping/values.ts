import { withLineFeeds } from '../frontMatter/index.ts'
import { isEmpty } from './isEmpty.ts'
import { isRelated } from './isRelated.ts'
import type { Codec, FieldValue, PresentValue } from './types.ts'

// Texts are saved with one kind of line end, and files may have another.
const equal = (a: PresentValue, b: PresentValue): boolean => {
  if (a === b) return true
  if (typeof a === 'string' && typeof b === 'string') return withLineFeeds(a) === withLineFeeds(b)
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => equal(item, b[at] ?? ''))
  return isRelated(a) && isRelated(b) && JSON.stringify(a) === JSON.stringify(b)
}

/** Whether two values mean the same to a codec. No value is the same as an empty one, whatever the codec. */
export const sameValue = (codec: Codec, a: FieldValue, b: FieldValue): boolean => {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b)
  return equal(a, b) || (codec.same?.(a, b) ?? false)
}
