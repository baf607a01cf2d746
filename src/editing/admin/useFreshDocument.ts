import { useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { documentKey, lastSaved, leftWith } from './savesOfPage.ts'

/**
 * Asks for the document again where the page shows it older than it is. Next shows who goes back to a form the page that
 * was loaded first, without what was written since.
 */
export const useFreshDocument = (): void => {
  const { collectionSlug, data, id } = useDocumentInfo()
  const router = useRouter()
  const updatedAt: unknown = data?.updatedAt

  useEffect(() => {
    if (typeof updatedAt !== 'string') return
    const key = documentKey(collectionSlug, id)
    const known = lastSaved.get(key)
    const saving = leftWith.get(key)
    leftWith.delete(key)
    if (saving) void saving.then(() => router.refresh())
    else if (known !== undefined && known > updatedAt) router.refresh()
    else lastSaved.set(key, updatedAt)
  }, [collectionSlug, id, router, updatedAt])
}
