import type { CollectionConfig, PayloadRequest } from 'payload'

import type { Mapping } from '../mapping/types.ts'
import { label } from '../translations/translate.ts'
import { markdownEndpoint } from './endpoints/markdownEndpoint.ts'
import { restoreImportEndpoint } from './endpoints/restoreImportEndpoint.ts'

const markdownView = {
  path: '/markdown' as const,
  Component: 'answerbook/rsc#MarkdownView',
  // Payload has no views for documents in the trash.
  tab: {
    label: label('answerbook:markdownView:tab'),
    href: '/markdown' as const,
    order: 200,
    condition: ({ req }: { req: PayloadRequest }) => !req.url?.includes('/trash/'),
  },
}

/** Adds a tab with the file of a document to a mapped collection, and the endpoints that the tab uses. */
export const withMarkdownView = (collection: CollectionConfig, mapping: Mapping): CollectionConfig => {
  const { admin, endpoints = [] } = collection
  const views = admin?.components?.views
  // A collection that replaces the whole edit view has no tabs to add to.
  const edit = views?.edit?.root ? views.edit : Object.assign({}, views?.edit, { markdown: markdownView })
  return {
    ...collection,
    endpoints:
      endpoints === false ? false : [...endpoints, markdownEndpoint(mapping), restoreImportEndpoint(mapping)],
    admin: { ...admin, components: { ...admin?.components, views: { ...views, edit } } },
  }
}
