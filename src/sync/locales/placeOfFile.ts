import { canonicalRecord, differences } from '../../mapping/records.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'
import type { FileRow } from '../records/fileRows.ts'
import { isSource, knownRecord, sourceOf } from './fileSet.ts'
import { hasContent, type SharedFields, withFieldsOf } from './sharedFields.ts'

/** How a file relates to the files of its document in other locales. */
export type PlaceOfFile = {
  /** The shared fields, if another file of the document is the source file. */
  foreign: readonly string[]
  /** Whether the document exists and has no content in the locale of the file. */
  isTranslation: boolean
  /** What to compare a new translation with; undefined if nothing is known. */
  base: MappedRecord | undefined
}

type Given = {
  mapping: Mapping
  shared: SharedFields
  file: MappedRecord
  /** The document in the locale of the file; undefined for a new one. */
  stored: MappedRecord | undefined
  /** Rows of the document's files in other locales. */
  others: readonly FileRow[]
}

/** Determines which fields of its document a file sets, and whether it is a new translation. */
export const placeOfFile = ({ file, mapping, others, shared, stored }: Given): PlaceOfFile => {
  const foreign = stored && !isSource(mapping, others, file.locale) ? [...shared] : []
  if (!mapping.locales || !stored || hasContent(mapping, shared, stored))
    return { foreign, isTranslation: false, base: undefined }
  const source = knownRecord(mapping, sourceOf(mapping, others))
  const empty = canonicalRecord(mapping, { fields: {}, links: [], locale: file.locale })
  const asStored = withFieldsOf(mapping, empty, stored, [...shared])
  if (source) return { foreign, isTranslation: true, base: withFieldsOf(mapping, empty, source, [...shared]) }
  // If shared fields differ, nothing shows which side is newer.
  const isAgreed = !differences(mapping, file, asStored).some((field) => shared.has(field))
  return { foreign, isTranslation: true, base: isAgreed ? asStored : undefined }
}
