import type { CollectionConfig } from 'payload'

import { internalCollection } from '../../documents/internalCollection.ts'

/**
 * Documents whose files may change with the next export. Saves add rows in their own transactions and never update any, so
 * that they cannot conflict; `checkChanges` later compares the files, and replaces the rows of a document by one that says
 * what will happen, or by none.
 */
export const changes = (slug: string): CollectionConfig =>
  internalCollection({
    slug,
    timestamps: false,
    indexes: [
      { fields: ['relationTo', 'document'] },
      { fields: ['kind', 'changedAt'] },
      { fields: ['relationTo', 'was'] },
    ],
    fields: [
      // The mapped collection.
      { name: 'relationTo', type: 'text', required: true },
      // Id of the document; with `spread`, of the document that others refer to.
      { name: 'document', type: 'text', required: true },
      // `unchecked`, `spread`, `placed`, or what the next export does: `changed`, `new`, `moved`, `removed`.
      { name: 'kind', type: 'text', required: true },
      // The collection of a document whose change affects the files of others, `*` for all documents, or `known` for all
      // documents that have rows.
      { name: 'spread', type: 'text' },
      // The path that the next export writes, or removes; of a placed file, where the last export has written it.
      { name: 'path', type: 'text' },
      // The path that the next export removes.
      { name: 'was', type: 'text' },
      { name: 'title', type: 'text' },
      // Changed fields, by dotted path.
      { name: 'fields', type: 'json' },
      // All files of the document that change, with what happens to each.
      { name: 'files', type: 'json' },
      // Who has changed the document since the last export, one name per line.
      { name: 'who', type: 'text' },
      { name: 'changedAt', type: 'text', required: true },
    ],
  })
