import { withLineFeeds } from '../../frontMatter/cleanText.ts'
import { mergeMarkdown } from '../../markdown/merge/mergeMarkdown.ts'
import { bindings } from '../bindings.ts'
import { text } from '../codecs/text.ts'
import { isTexts } from '../guards.ts'
import { canonicalLinks } from '../links.ts'
import { canonicalRecord, differences } from '../records.ts'
import type { FieldValue, MappedRecord, Mapping } from '../types.ts'
import { isEmpty, isRelatedList } from '../values.ts'
import { mergeLists } from './mergeLists.ts'

/** File and document, and their former states: at the last import, and as last written by an export. */
export type Sides = {
  file: MappedRecord
  document: MappedRecord
  base: MappedRecord | undefined
  exported: MappedRecord | undefined
  /** Fields that the file of another locale sets, which are ignored. Default: none. */
  foreign?: readonly string[]
}

/** The result of a merge. Fields are dotted paths, as `differences` names them. */
export type Merged = {
  /** The document's record with the changes of the file, except conflicts. */
  record: MappedRecord
  /** Fields that get another value in the document. */
  changed: string[]
  /** Fields whose changes on both sides cannot be merged. The record keeps the document's value. */
  conflicts: string[]
}

const changedFields = (mapping: Mapping, side: MappedRecord, { base, exported }: Sides): Set<string> => {
  const [first, ...rest] = [base, exported]
    .filter((record) => record !== undefined)
    .map((record) => differences(mapping, record, side))
  return new Set(
    rest.reduce((fields, others) => fields.filter((field) => others.includes(field)), first ?? []),
  )
}

const mergeValues = (
  mapping: Mapping,
  field: string,
  [base, ours, theirs]: readonly [FieldValue, FieldValue, FieldValue],
): FieldValue => {
  const { body, byField } = bindings(mapping)
  const { codec = text } = byField.get(field) ?? {}
  if (typeof base === 'string' && typeof ours === 'string' && typeof theirs === 'string')
    return codec.isMarkdown || body?.field === field
      ? mergeMarkdown(withLineFeeds(base), withLineFeeds(ours), withLineFeeds(theirs))
      : undefined
  if (isTexts(ours) && isTexts(theirs))
    return mergeLists(isTexts(base) ? base : [], ours, theirs, (item) => item)
  if (isRelatedList(ours) && isRelatedList(theirs))
    return mergeLists(isRelatedList(base) ? base : [], ours, theirs, ({ related }) =>
      String(related[codec.relation?.by ?? '']),
    )
  return undefined
}

/**
 * Merges file and document field by field. A side has changed a field when its value is neither the base's nor the last
 * export's. A field that both have changed is merged if it is Markdown, a list, or the links; otherwise it is a
 * conflict. Without a former state, any difference is a conflict: nothing shows which of the two is newer.
 */
export const mergeRecords = (mapping: Mapping, sides: Sides): Merged => {
  const file = canonicalRecord(mapping, sides.file)
  const document = canonicalRecord(mapping, sides.document)
  const known = sides.base ?? sides.exported
  const different = differences(mapping, file, document).filter((field) => !sides.foreign?.includes(field))
  if (!known) return { record: document, changed: [], conflicts: different }
  const before = canonicalRecord(mapping, known)
  const [inFile, inDocument] = [changedFields(mapping, file, sides), changedFields(mapping, document, sides)]
  const result: MappedRecord = { ...document, fields: { ...document.fields } }
  const conflicts: string[] = []
  for (const field of different.filter((name) => inFile.has(name))) {
    const isLinks = field === mapping.links?.field
    if (!inDocument.has(field)) {
      if (isLinks) result.links = file.links
      else result.fields[field] = file.fields[field]
      continue
    }
    if (isLinks) {
      const [first, second, third] = [before, document, file].map(({ links }) => canonicalLinks(links))
      const links = mergeLists(first ?? [], second ?? [], third ?? [], ({ url }) => url)
      if (links) result.links = links
      else conflicts.push(field)
      continue
    }
    const value = mergeValues(mapping, field, [
      before.fields[field],
      document.fields[field],
      file.fields[field],
    ])
    if (isEmpty(value)) conflicts.push(field)
    else result.fields[field] = value
  }
  return { record: result, changed: differences(mapping, document, result), conflicts }
}
