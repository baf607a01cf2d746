import type { PayloadRequest } from 'payload'

import { labelsOf } from '../fieldLabels.ts'
import { fieldText } from '../fieldText.ts'
import type { ComparedFile } from './importedFile.ts'

/** A field whose value in the CMS differs from that in the imported file, with both values as texts. */
export type ChangedField = { path: string; label: string; cms: string; file: string }

/** The fields in which a document differs from its imported file, with both values; links are URLs, one per line. */
export const changedFields = (
  req: PayloadRequest,
  { changes, source: { mapping, record }, stored }: ComparedFile,
): ChangedField[] => {
  const labels = labelsOf(req, mapping.collection, changes)
  return changes.map((path, at) => ({
    path,
    label: labels[at] ?? path,
    cms: fieldText(mapping, stored, path),
    file: fieldText(mapping, record, path),
  }))
}
