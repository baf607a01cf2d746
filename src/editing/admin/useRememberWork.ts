import { useDocumentInfo, usePreferences } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import { recentWork } from './recentWork.ts'

/** Records in the user's preferences that they have changed this document, for the dashboard; once each time it is opened. */
export const useRememberWork = (): void => {
  const { collectionSlug, id, lastUpdateTime } = useDocumentInfo()
  const { getPreference, setPreference } = usePreferences()
  const opened = useRef(lastUpdateTime)
  const isDone = useRef(false)

  useEffect(() => {
    if (isDone.current || lastUpdateTime === opened.current || !collectionSlug || id === undefined) return
    isDone.current = true
    const changed = { collection: collectionSlug, id: String(id), at: new Date().toISOString() }
    void getPreference<unknown>(recentWork.key)
      .then((known) => setPreference(recentWork.key, recentWork.add(known, changed)))
      // Only a convenience: a save must not look failed because of it.
      .catch(() => undefined)
  }, [collectionSlug, getPreference, id, lastUpdateTime, setPreference])
}
