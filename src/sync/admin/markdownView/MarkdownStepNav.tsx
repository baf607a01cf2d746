'use client'

import { SetDocumentStepNav, useConfig, useDocumentInfo } from '@payloadcms/ui'

/** Breadcrumbs of the Markdown view, up to the document: its tab shows the rest, and one more would not fit on a phone. */
export const MarkdownStepNav = () => {
  const { collectionSlug, id, isTrashed } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  if (!collectionSlug) return null
  const collection = getEntityConfig({ collectionSlug })
  return (
    <SetDocumentStepNav
      collectionSlug={collectionSlug}
      id={id}
      isTrashed={isTrashed}
      pluralLabel={collection.labels.plural}
      useAsTitle={collection.admin.useAsTitle}
    />
  )
}
