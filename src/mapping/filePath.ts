import { isIgnored } from './matchPath.ts'
import { renderTemplate } from './renderTemplate.ts'
import type { MappedRecord, Mapping } from './types.ts'

/**
 * Where the file of a record stands under the content root; `undefined` while a value for it is missing, and where that is
 * a name which the mapping leaves out.
 */
export const filePath = (mapping: Mapping, record: MappedRecord): string | undefined => {
  const path = renderTemplate(mapping, mapping.files, record.fields)
  return path === undefined || isIgnored(mapping, path) ? undefined : path
}
