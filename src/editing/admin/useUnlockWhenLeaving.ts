import { useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect } from 'react'

/** Takes this user's lock off the document when its form is left: Payload lets it stay where a form saves by itself. */
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
