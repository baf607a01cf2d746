import type { Payload } from 'payload'

import { type DocumentId, documentsOf } from '../../documents/documents.ts'
import { runContext } from '../../documents/runContext.ts'
import type { Mapping } from '../../mapping/types.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'

/**
 * Deletes a document that an import created in addition to those of its files, such as a subject, unless documents of a
 * mapping still refer to it. Spellings that were added to an existing document are kept.
 */
export const deleteCreated = async (
  payload: Payload,
  mappings: readonly Mapping[],
  { alias, collection, id }: { alias?: string; collection: string; id: DocumentId },
): Promise<void> => {
  if (alias !== undefined) return
  const documents = documentsOf(payload)
  const counts = mappings.flatMap((mapping) =>
    mappedFields(mapping).flatMap(({ codec, path }) =>
      codec?.relation?.collection === collection
        ? [
            documents.count({
              collection: mapping.collection,
              trash: true,
              where: { [path]: { equals: id } },
            }),
          ]
        : [],
    ),
  )
  const isUsed = (await Promise.all(counts)).some((count) => count > 0)
  if (!isUsed) await documents.delete({ collection, context: runContext(payload), id })
}
