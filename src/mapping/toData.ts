import { canonicalRecord } from './canonicalRecord.ts'
import { isEmpty } from './isEmpty.ts'
import { isRelated } from './isRelated.ts'
import { bindings } from './bindings.ts'
import { mappedFields } from './mappedFields.ts'
import { renderTemplate } from './renderTemplate.ts'
import { setDocumentValue } from './setDocumentValue.ts'
import type { MappedRecord, Mapping, RelatedValue, RelationOptions } from './types.ts'

/** A relation that is set, for the store to resolve to an id. */
export type RelationToResolve = { field: string; options: RelationOptions; value: RelatedValue }

/** What a record asks of its document. */
export type DocumentData = {
  /** Nested data for Payload. A field without a value is `null`, so that an update clears it. */
  data: Record<string, unknown>
  /** Relations that are set; they are not in `data`. */
  relations: RelationToResolve[]
}

/**
 * The document that a record describes. A derived field, and `_status`, is left out while it has no value, as
 * neither can be empty. Links are the store's: resolve `canonicalLinks(record.links)` by their urls.
 */
export const toData = (mapping: Mapping, record: MappedRecord): DocumentData => {
  const { fields } = canonicalRecord(mapping, record)
  const data: Record<string, unknown> = {}
  const relations: RelationToResolve[] = []
  const set = (path: string, value: unknown): void => setDocumentValue(data, path, value)
  for (const { path, role, codec } of mappedFields(mapping)) {
    const value = fields[path]
    if (codec?.relation && isRelated(value) && !isEmpty(value))
      relations.push({ field: path, options: codec.relation, value })
    else if (role === 'path' || path === '_status') {
      if (!isEmpty(value)) set(path, value)
    } else if (role === 'value') set(path, isEmpty(value) ? null : value)
  }
  for (const { field, template } of bindings(mapping).templates) {
    const value = field === undefined ? undefined : renderTemplate(mapping, template, fields)
    if (field !== undefined && value !== undefined) set(field, value)
  }
  return { data, relations }
}
