import type { CollectionConfig } from 'payload'

import { refuseUnapprovedPublishing } from '../access/refuseUnapprovedPublishing.ts'
import { allowsBulk } from '../documents/bulkHooks.ts'
import { keepDraftOnTop } from '../drafts/keepDraftOnTop.ts'
import { rememberRestoring } from '../drafts/rememberRestoring.ts'
import { holdLock } from '../editing/holdLock.ts'
import { refuseStaleSave } from '../editing/refuseStaleSave.ts'
import { cleanTexts } from '../fields/cleanTexts.ts'
import { keepLinkIndex } from '../links/keepLinkIndex.ts'
import { linkFieldsOf } from '../links/linkFields.ts'
import { healLinksOnArrival, unlinkOnDelete } from '../links/linkHooks.ts'
import type { Mapping } from '../mapping/types.ts'
import { noteChanges } from '../sync/changes/noteChanges.ts'
import { refuseTooLargeForFile } from '../sync/export/refuseTooLargeForFile.ts'
import { deriveSlugAndUrl } from '../urls/deriveSlugAndUrl.ts'
import { keepUrlsOfLocales } from '../urls/keepUrlsOfLocales.ts'
import { onPublishedUrlChange, rememberPublishedUrl } from '../urls/publishedUrl.ts'
import { redirectMoved } from '../urls/redirects/redirectMoved.ts'
import { removeRedirectsOnDelete } from '../urls/redirects/removeRedirectsOnDelete.ts'
import { hasUrlPerLocale } from './complaintsAboutLocales.ts'
import type { CollectionParts } from './collectionParts.ts'

/** The hooks of a part if it is enabled, otherwise none. */
const given = <Hook>(part: unknown, ...hooks: Hook[]): Hook[] => (part ? hooks : [])

/**
 * Gives a mapped collection the hooks of its parts. This is the only place that knows their order: those that look at
 * submitted data precede the app's own, and those that complete a document follow them.
 */
export const wireCollection = (
  collection: CollectionConfig,
  mapping: Mapping,
  { approval, drafts, editing, links, redirects, urls }: CollectionParts,
): CollectionConfig => {
  const own = collection.hooks
  const linkFields = links ? linkFieldsOf(mapping) : undefined
  const index = linkFields && keepLinkIndex(linkFields)
  const changes = noteChanges(mapping)
  const movable = redirects || linkFields ? (urls?.field ?? linkFields?.key) : undefined
  return {
    ...collection,
    hooks: {
      ...own,
      beforeOperation: [
        ...(approval ? [allowsBulk(refuseUnapprovedPublishing(approval))] : []),
        allowsBulk(rememberRestoring),
        ...given(drafts, allowsBulk(keepDraftOnTop.beforeOperation)),
        ...given(editing, allowsBulk(holdLock.beforeOperation)),
        ...(own?.beforeOperation ?? []),
      ],
      beforeValidate: [
        // Removes the base of the save from the data, which other hooks would mistake for a field.
        ...given(editing, refuseStaleSave.beforeValidate),
        ...given(drafts, keepDraftOnTop.beforeValidate),
        ...(own?.beforeValidate ?? []),
        cleanTexts,
        ...(urls ? [deriveSlugAndUrl(mapping, urls)] : []),
      ],
      beforeChange: [
        ...given(movable, rememberPublishedUrl(movable)),
        changes.beforeChange,
        ...(own?.beforeChange ?? []),
        refuseTooLargeForFile(mapping),
      ],
      afterChange: [
        // Healing updates the index for the documents it changes, so the index comes first.
        ...(index ? [allowsBulk(index.afterChange)] : []),
        allowsBulk(changes.afterChange),
        ...given(redirects, allowsBulk(onPublishedUrlChange(redirectMoved, urls?.field))),
        ...(linkFields ? [allowsBulk(healLinksOnArrival(linkFields))] : []),
        ...given(drafts, allowsBulk(keepDraftOnTop.afterChange)),
        ...given(urls && hasUrlPerLocale(mapping, collection), keepUrlsOfLocales(mapping)),
        ...given(editing, allowsBulk(refuseStaleSave.afterChange), allowsBulk(holdLock.afterChange)),
        ...(own?.afterChange ?? []),
      ],
      beforeDelete: [
        ...given(redirects, removeRedirectsOnDelete),
        ...(linkFields ? [unlinkOnDelete(mapping, linkFields)] : []),
        ...(own?.beforeDelete ?? []),
      ],
      afterDelete: [...(index ? [index.afterDelete] : []), changes.afterDelete, ...(own?.afterDelete ?? [])],
    },
  }
}
