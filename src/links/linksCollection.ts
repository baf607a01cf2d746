import type { CollectionConfig } from 'payload'

import { internalCollection } from '../documents/internalCollection.ts'

/**
 * One narrow row for each link of a document, so that an index finds the links that are waiting for a URL and the
 * documents that link to a document, at any size. Derived from the documents, maintained by hooks in the transaction of
 * each write, and rebuilt if missing.
 */
export const links = (slug: string): CollectionConfig =>
  internalCollection({
    slug,
    timestamps: false,
    indexes: [
      { fields: ['relationTo', 'from'] },
      { fields: ['relationTo', 'to'] },
      { fields: ['relationTo', 'url'] },
    ],
    fields: [
      // The collection of both documents.
      { name: 'relationTo', type: 'text', required: true },
      // Id of the document that contains the link.
      { name: 'from', type: 'text', required: true },
      // Whether the link belongs to a newer draft rather than to the published document.
      { name: 'draft', type: 'checkbox', defaultValue: false },
      // Its position among all links of the document, resolved or not.
      { name: 'position', type: 'number', required: true },
      // Id of the target document; absent while no document has the URL.
      { name: 'to', type: 'text' },
      // The URL that the link is waiting for; absent if it has a target document, whose URL may change.
      { name: 'url', type: 'text' },
    ],
  })
