import type { CollectionConfig } from 'payload'

const never = (): boolean => false

/**
 * One narrow row for each link of a document: who waits for a URL and who links to a document is found by an index, at any
 * size. Derived from the documents, kept by hooks in the transaction of each write, and made anew where it is missing.
 */
export const links = (slug: string): CollectionConfig => ({
  slug,
  access: { create: never, delete: never, read: never, update: never },
  admin: { hidden: true },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  indexes: [
    { fields: ['relationTo', 'from'] },
    { fields: ['relationTo', 'to'] },
    { fields: ['relationTo', 'url'] },
  ],
  fields: [
    // The collection of both ends.
    { name: 'relationTo', type: 'text', required: true },
    // Id of the document that has the link.
    { name: 'from', type: 'text', required: true },
    // Whether the link is of a draft on top of the document, and not of the document itself.
    { name: 'draft', type: 'checkbox', defaultValue: false },
    // Its place among all links of the document, resolved and not.
    { name: 'position', type: 'number', required: true },
    // Id of the document that it leads to; absent while no document has the URL.
    { name: 'to', type: 'text' },
    // The url that the link waits for; absent where it leads to a document, whose url may change.
    { name: 'url', type: 'text' },
  ],
})
