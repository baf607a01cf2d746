import { useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect } from 'react'

/** Removes this user's lock from the document when its form is left: Payload keeps it if the form has autosave. */
export const useUnlockWhenLeaving = (): void => {
  const { collectionSlug, id } = useDocumentInfo()
  const { config } = useConfig()
  const { user } = useAuth()
  const userId = user?.id
  const { api: apiRoute } = config.routes

  useEffect(() => {
    if (id === undefined || !collectionSlug || userId === undefined) return undefined
    const ours = new URLSearchParams({
      'where[document.relationTo][equals]': collectionSlug,
      'where[document.value][equals]': String(id),
      'where[user.value][equals]': String(userId),
    })
    const path = `/payload-locked-documents?${ours.toString()}` as const
    const unlock = (): void => {
      // A request that may outlive its page.
      const request = { method: 'DELETE', credentials: 'include', keepalive: true } as const
      fetch(formatAdminURL({ apiRoute, path }), request).catch(() => undefined)
    }
    window.addEventListener('pagehide', unlock)
    return () => {
      window.removeEventListener('pagehide', unlock)
      unlock()
    }
  }, [apiRoute, collectionSlug, id, userId])
}
