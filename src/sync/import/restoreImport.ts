import type { PayloadRequest } from 'payload'

import { editingKey, restoringImport, valuesFromFile } from '../../documents/requestState.ts'
import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { localeOfRequest, setRequestLocale } from '../../documents/inLocale.ts'
import { RefusalError } from '../../documents/RefusalError.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import type { Mapping } from '../../mapping/types.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { withFieldsOf } from '../locales/sharedFields.ts'
import { dataOfFile, MissingRelationError } from './dataOfFile.ts'
import { type ComparedFile, importedFile } from './importedFile.ts'
import { pickFields } from './updateDocument.ts'

/** The fields that were reset to the file; empty if nothing had changed, in which case nothing is saved. */
export type RestoredImport = { changes: string[] } | { reason: string }

export type RestoreOptions = {
  /** Fields to restore, by dotted path, and the field of links. Default: all that the mapping covers. */
  fields?: readonly string[] | undefined
  /** The state that the author of the request has seen; a later save by somebody else is refused with 409. */
  updatedAt?: string | undefined
}

/** The data of the whole file, or of some of its fields. */
const dataOf = async (
  req: PayloadRequest,
  { foreign, source, stored }: ComparedFile,
  fields: readonly string[] | undefined,
): Promise<Record<string, unknown>> => {
  if (!fields) return (await dataOfFile(req, source, { foreign })).data
  const { mapping } = source
  const record = withFieldsOf(mapping, stored, source.record, fields)
  const others = mappedFields(mapping).flatMap(({ path }) => (fields.includes(path) ? [] : [path]))
  const { data } = await dataOfFile(req, { ...source, record }, { foreign, later: new Set(others) })
  return pickFields(mapping, data, fields)
}

/**
 * Restores a document's file as last imported, or some fields of it: a new version with the file's values, as a draft if
 * the collection has drafts, so that publishing is a separate decision. Everything else is kept as it is in the latest
 * state. Access is checked as the user of the request; Payload's errors are thrown if access, a lock or a validation
 * refuses, and a RefusalError if the document was saved after `updatedAt`.
 */
export const restoreImport = async (
  req: PayloadRequest,
  mapping: Mapping,
  id: DocumentId,
  { fields, updatedAt }: RestoreOptions = {},
): Promise<RestoredImport> => {
  const imported = await importedFile(req, mapping, id)
  if ('reason' in imported) return imported
  const changes = imported.changes.filter((field) => !fields || fields.includes(field))
  if (changes.length === 0) return { changes }
  const { collection } = mapping
  const draft = capabilitiesOf(req.payload, mapping).hasDrafts
  const context = { [restoringImport]: true, [valuesFromFile]: true }
  await inTransaction(req.payload, context, async (own) => {
    own.user = req.user
    setRequestLocale(own, imported.source.record.locale ?? localeOfRequest(req))
    const data = await dataOf(own, imported, fields && changes).catch((error: unknown) => {
      throw error instanceof MissingRelationError ? new RefusalError(error.message, 409) : error
    })
    await documentsOf(own.payload).update({
      collection,
      id,
      data: {
        ...data,
        ...(draft ? { _status: 'draft' } : {}),
        ...(updatedAt === undefined ? {} : { [editingKey]: { updatedAt } }),
      },
      draft,
      overrideAccess: false,
      overrideLock: false,
      req: own,
    })
  })
  return { changes }
}
