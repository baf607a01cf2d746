import type { CollectionConfig } from 'payload'

// Opening Payload's own page makes a document where drafts save themselves and are not validated.
const makesDocumentsByOpening = ({ versions }: CollectionConfig): boolean =>
  typeof versions === 'object' &&
  typeof versions.drafts === 'object' &&
  Boolean(versions.drafts.autosave) &&
  !versions.drafts.validate

/**
 * Lets a new document of a collection begin on a page that asks for its title, where Payload's own page would make an empty
 * one that stays. Other collections, and those with a view of their own at that place, stay as they are.
 */
export const withNewDocumentPage = (collection: CollectionConfig): CollectionConfig => {
  if (!makesDocumentsByOpening(collection) || !collection.admin?.useAsTitle) return collection
  const { admin } = collection
  const newDocument = { Component: 'answerbook/rsc#NewDocument', path: '/create' as const }
  const views = { newDocument, ...admin.components?.views }
  return { ...collection, admin: { ...admin, components: { ...admin.components, views } } }
}
