import type { CollectionConfig } from 'payload'

// With autosave and without validation of drafts, opening Payload's own page creates a document
// (Payload 3.90, `packages/next/src/views/Document/index.tsx`).
const makesDocumentsByOpening = ({ versions }: CollectionConfig): boolean =>
  typeof versions === 'object' &&
  typeof versions.drafts === 'object' &&
  Boolean(versions.drafts.autosave) &&
  !versions.drafts.validate

/**
 * Makes a new document of a collection begin on a page that asks for its title, if Payload's own page would create an
 * empty one that stays. Other collections are unchanged, and so are those with their own view at that place.
 */
export const withNewDocumentPage = (collection: CollectionConfig): CollectionConfig => {
  if (!makesDocumentsByOpening(collection) || !collection.admin?.useAsTitle) return collection
  const { admin } = collection
  const newDocument = { Component: 'answerbook/rsc#NewDocument', path: '/create' as const }
  const views = { newDocument, ...admin.components?.views }
  return { ...collection, admin: { ...admin, components: { ...admin.components, views } } }
}
