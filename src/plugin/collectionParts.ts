import type { CollectionConfig } from 'payload'

import type { Policies } from '../access/policies.ts'
import { fieldsByPath } from '../documents/fieldsByPath.ts'
import type { Mapping } from '../mapping/types.ts'
import { mappedFields } from '../mapping/mappedFields.ts'
import { urlPattern } from '../mapping/urlPattern.ts'
import type { CollectionOptions } from './collectionOptions.ts'
import type { ResolvedOptions } from './options.ts'

/** The parts that a mapped collection gets, with all decisions made. */
export type CollectionParts = {
  /** Who may publish, if others may only save drafts. */
  approval: Policies | undefined
  drafts: boolean
  editing: boolean
  links: boolean
  markdownView: boolean
  newDocumentPage: boolean
  redirects: boolean
  /** The field that slugs are generated from, and the one that holds the URL, if there is one. */
  urls: { slugFrom: string; field: string | undefined } | undefined
}

const hasDrafts = ({ versions }: CollectionConfig): boolean =>
  typeof versions === 'object' && Boolean(versions.drafts)

/** Whether the plugin generates slugs: the mapping needs them, and the collection does not generate them itself. */
export const makesSlugs = (collection: CollectionConfig, mapping: Mapping): boolean =>
  mappedFields(mapping).some(({ path }) => path === 'slug') && !fieldsByPath(collection.fields).has('slug')

const urlsOf = (
  collection: CollectionConfig,
  mapping: Mapping,
  urls: CollectionOptions['urls'],
): CollectionParts['urls'] => {
  const field = urlPattern(mapping)?.field
  if (urls === false || (field === undefined && urls === undefined && !makesSlugs(collection, mapping)))
    return undefined
  return { slugFrom: urls?.slugFrom ?? collection.admin?.useAsTitle ?? 'title', field }
}

/** Decides what a mapped collection gets: what its mapping calls for, except what the app has switched off. */
export const collectionParts = (
  collection: CollectionConfig,
  mapping: Mapping,
  { collections, enabled, hasEditors, policies }: ResolvedOptions,
): CollectionParts => {
  const options = collections[mapping.collection] ?? {}
  const urls = urlsOf(collection, mapping, options.urls)
  const asked = options.urls === false ? { redirects: false } : options.urls
  return {
    approval: (options.approval ?? hasEditors) ? policies : undefined,
    drafts: options.drafts ?? hasDrafts(collection),
    editing: options.editing ?? true,
    links: mapping.links !== undefined && (options.links ?? true),
    markdownView: enabled && (options.markdownView ?? true),
    newDocumentPage: enabled && (options.newDocumentPage ?? true),
    redirects: urls?.field !== undefined && (asked?.redirects ?? true),
    urls,
  }
}
