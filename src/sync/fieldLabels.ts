import { getTranslation } from '@payloadcms/translations'
import type { PayloadRequest } from 'payload'

import { collectionOf } from '../documents/documents.ts'
import { fieldsByPath } from '../documents/fieldsByPath.ts'

/** The labels of fields, in order; a field without a label is named by its path. */
export const labelsOf = (req: PayloadRequest, collection: string, paths: readonly string[]): string[] => {
  const fields = fieldsByPath(req.payload.collections[collectionOf(req.payload, collection)].config.fields)
  return paths.map((path) => {
    const field = fields.get(path)?.field
    return field && 'label' in field && field.label ? getTranslation(field.label, req.i18n) : path
  })
}
