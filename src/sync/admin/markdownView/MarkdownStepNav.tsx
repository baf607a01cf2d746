'use client'

import { SetDocumentStepNav, useConfig, useDocumentInfo } from '@payloadcms/ui'

/** Breadcrumbs of the Markdown view, up to the document: the tab shows the rest, and a phone has no room for another. */
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
