import { isDeepStrictEqual } from 'node:util'

import type { CollectionConfig, PayloadRequest } from 'payload'

import { allowsBulk } from '../../documents/bulkHooks.ts'
import type { DocumentId } from '../../documents/documents.ts'
import { relatedName } from '../../mapping/gaps.ts'
import { mappedFields } from '../../mapping/mappedFields.ts'
import type { Mapping } from '../../mapping/types.ts'
import { changeRowsOf } from './changeRows.ts'
import { personOf } from './personOf.ts'
import { referringTo } from './referringTo.ts'

type Data = Record<string, unknown>

/** The fields of a related collection that files of a mapping show; empty if the files do not refer to it. */
const shownFields = (mapping: Mapping, collection: string): string[] => {
  const fields = mappedFields(mapping)
  const paths = [...fields.map(({ path }) => path), ...Object.values(mapping.links?.block ?? {})]
  return fields.flatMap(({ codec, path }) => {
    if (codec?.relation?.collection !== collection) return []
    const { aliases, by } = codec.relation
    const named = paths.flatMap((other) => {
      const [field, of] = relatedName(mapping, other) ?? []
      return field === path && of !== undefined ? of : []
    })
    return [by, ...(aliases === undefined ? [] : [aliases]), ...named]
  })
}

const note = (req: PayloadRequest, mapping: Mapping, spread: string, id: DocumentId): Promise<void> =>
  changeRowsOf(req.payload, req).add([
    {
      collection: mapping.collection,
      document: String(id),
      kind: 'spread',
      spread,
      changedAt: new Date().toISOString(),
      people: personOf(req),
    },
  ])

/** Gives a collection that files refer to the hooks that note changes of these files, such as a new title of a subject. */
export const withRelatedChanges = (
  collection: CollectionConfig,
  mappings: readonly Mapping[],
): CollectionConfig => {
  const { slug } = collection
  const used = mappings
    .map((mapping) => ({ mapping, fields: shownFields(mapping, slug) }))
    .filter(({ fields }) => fields.length > 0)
  if (used.length === 0) return collection
  const { hooks } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [
        allowsBulk(
          async ({
            doc,
            operation,
            previousDoc,
            req,
          }: {
            doc: Data
            operation: string
            previousDoc: Data
            req: PayloadRequest
          }) => {
            if (operation !== 'update') return doc
            const { id } = doc
            for (const { fields, mapping } of used)
              if (
                (typeof id === 'string' || typeof id === 'number') &&
                fields.some((name) => !isDeepStrictEqual(previousDoc[name], doc[name]))
              )
                await note(req, mapping, slug, id)
            return doc
          },
        ),
        ...(hooks?.afterChange ?? []),
      ],
      beforeDelete: [
        async ({ id, req }) => {
          // Afterwards nothing refers to it.
          for (const { mapping } of used) {
            const documents = await referringTo(req.payload, mapping, { collection: slug, id }, req)
            const common = { changedAt: new Date().toISOString(), people: personOf(req) }
            await changeRowsOf(req.payload, req).add(
              documents.map((document) => ({
                ...common,
                collection: mapping.collection,
                document,
                kind: 'unchecked',
              })),
            )
          }
        },
        ...(hooks?.beforeDelete ?? []),
      ],
    },
  }
}
