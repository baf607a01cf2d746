import type { Payload } from 'payload'

import { collectionOf, type StoredDocument } from '../../documents/documents.ts'
import { fieldsByPath } from '../../documents/fieldsByPath.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import { isExported } from '../records/exportMarks.ts'
import type { FileRow, KnownFile } from '../records/fileRows.ts'
import type { HookValues } from '../records/hookValues.ts'

/**
 * The relationship fields to a mapping's own collection that are set in new documents only after all files are imported:
 * two documents may refer to each other, and the filter of a field may need the id, which a new document does not have.
 * Excludes required fields and those in the path.
 */
export const laterRelations = (payload: Payload, mapping: Mapping): Set<string> => {
  const { collection, within } = mapping
  const own = mappedFields(mapping).flatMap(({ path, codec }) =>
    codec?.relation && codec.relation.collection === collection && !codec.relation.create ? [path] : [],
  )
  if (own.length === 0) return new Set()
  const fields = fieldsByPath(payload.collections[collectionOf(payload, collection)].config.fields)
  const inPaths = mappedFields(mapping).flatMap(({ path, role }) =>
    role === 'relatedField' ? [path.slice(0, path.lastIndexOf('.'))] : [],
  )
  const isRequired = (path: string): boolean => {
    const field = fields.get(path)?.field
    return field !== undefined && 'required' in field && Boolean(field.required)
  }
  return new Set(own.filter((path) => path !== within && !inPaths.includes(path) && !isRequired(path)))
}

/** The fields whose relations wait until the import that creates the document ends; empty for an existing document. */
export const relationsToWaitFor = (
  payload: Payload,
  mapping: Mapping,
  { fields }: MappedRecord,
  document: StoredDocument | undefined,
): Set<string> => {
  if (document) return new Set()
  const isNamed = (field: string): boolean => {
    const value = fields[field]
    return Array.isArray(value) ? value.length > 0 : value !== undefined
  }
  return new Set([...laterRelations(payload, mapping)].filter(isNamed))
}

/** Whether the document of a file exists but its relations are not set yet: its row has a text without a digest. */
export const isWaiting = (row: FileRow): boolean =>
  row.digest === undefined && row.text !== undefined && row.document !== undefined

/** Whether a row records the text with this digest, even if relations of its document are not set yet. */
export const isOfText = (row: KnownFile | undefined, digest: string): boolean =>
  row !== undefined &&
  (row.digest === digest || (row.digest === undefined && isExported(row.exportedDigests, digest)))

/**
 * The base and the hook values to compare a file with. If its relations are not set yet, the base does not contain them,
 * so that they count as changes of the file.
 */
export const withoutWaiting = (
  payload: Payload,
  mapping: Mapping,
  row: FileRow,
  base: MappedRecord | undefined,
): { base: MappedRecord | undefined; hookValues: HookValues } => {
  if (!base || !isWaiting(row)) return { base, hookValues: row.hookValues }
  const later = laterRelations(payload, mapping)
  const fields = { ...base.fields }
  const hookValues: HookValues = {}
  for (const [field, value] of Object.entries(row.hookValues))
    if (later.has(field)) fields[field] = value ?? undefined
    else hookValues[field] = value
  return { base: { ...base, fields }, hookValues }
}
