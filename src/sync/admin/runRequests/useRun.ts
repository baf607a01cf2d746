'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'

import { type StoredRun, storedRun } from '../runView/storedRun.ts'
import { ask } from '../../../admin/ask.ts'

/** Loads the row of a run once it has ended; undefined before. */
export const useRun = (collection: string, run: string, hasEnded: boolean): StoredRun | undefined => {
  const { api: apiRoute } = useConfig().config.routes
  const [loaded, setLoaded] = useState<{ run: string; row: StoredRun }>()
  useEffect(() => {
    if (!hasEnded) return undefined
    const leaving = new AbortController()
    const address = formatAdminURL({ apiRoute, path: `/${collection}/${run}` })
    void ask(`${address}?depth=0`, { signal: leaving.signal }).then((answer) => {
      if (answer.ok && !leaving.signal.aborted) setLoaded({ run, row: storedRun(answer.body) })
    })
    return () => leaving.abort()
  }, [apiRoute, collection, hasEnded, run])
  return loaded?.run === run ? loaded.row : undefined
}
