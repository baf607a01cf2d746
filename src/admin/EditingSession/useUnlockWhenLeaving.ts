import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** Unlocks the document when its form is left for another page, if it is locked for this user: Payload lets it stay. */
export const useUnlockWhenLeaving = (): void => {
  const { collectionSlug, documentLockState, id, unlockDocument } = useDocumentInfo()
  const { user } = useAuth()
  const leave = useRef<() => void>(() => undefined)

  useEffect(() => {
    leave.current = () => {
      const owner = documentLockState.current?.user
      const isOurs = user && (typeof owner === 'object' ? owner.id : owner) === user.id
      if (isOurs && id !== undefined && collectionSlug) void unlockDocument(id, collectionSlug)
    }
  })

  useEffect(() => () => leave.current(), [])
}
