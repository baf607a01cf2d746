import { renderTemplate } from './renderTemplate.ts'
import type { MappedRecord, Mapping } from './types.ts'

/** Where the file of a record stands under the content root; `undefined` while a value for it is missing. */
export const filePath = (mapping: Mapping, record: MappedRecord): string | undefined =>
  renderTemplate(mapping, mapping.files, record.fields)
