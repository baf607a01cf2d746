import type { CollectionConfig } from 'payload'

import { fieldsByPath } from '../documents/fieldsByPath.ts'
import { mappedFields } from '../mapping/mappedFields.ts'
import type { Mapping } from '../mapping/types.ts'

/**
 * The required fields of a collection that get no value from files or the mapping, and have no default: unless a hook
 * or `--set` provides a value, every new document is refused.
 */
export const unfilledFields = (mapping: Mapping, { fields }: CollectionConfig): string[] => {
  const filled = new Set([
    ...mappedFields(mapping).map(({ path }) => path),
    ...Object.keys(mapping.values ?? {}),
  ])
  return [...fieldsByPath(fields)].flatMap(([path, { field }]) => {
    const isRequired = ('required' in field && field.required === true) || path === 'id'
    const hasDefault = 'defaultValue' in field && field.defaultValue !== undefined
    return isRequired && !hasDefault && !filled.has(path) ? [path] : []
  })
}
