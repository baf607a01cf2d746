import { useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { documentKey, lastSaved, pendingSaves } from './pageSaves.ts'

/**
 * Reloads the document if the page shows an outdated one. When a user returns to a form, Next shows the page as it was
 * first loaded, without later changes (next.js#59958).
 */
export const useFreshDocument = (): void => {
  const { collectionSlug, data, id } = useDocumentInfo()
  const router = useRouter()
  const updatedAt: unknown = data?.updatedAt

  useEffect(() => {
    if (typeof updatedAt !== 'string') return
    const key = documentKey(collectionSlug, id)
    const known = lastSaved.get(key)
    const saving = pendingSaves.get(key)
    pendingSaves.delete(key)
    if (saving) void saving.then(() => router.refresh())
    else if (known !== undefined && known > updatedAt) router.refresh()
    else lastSaved.set(key, updatedAt)
  }, [collectionSlug, id, router, updatedAt])
}
