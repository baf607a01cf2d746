'use client'

import { useEffect, useState } from 'react'

import { recordsIn, textIn } from '../../../admin/readJson.ts'
import { ask } from '../../../admin/ask.ts'
import { useRunAddresses } from './useRunAddresses.ts'

export type Roots = {
  /** Folders on the server that the configuration allows; undefined until they are loaded. */
  roots: { folder: string; name: string }[] | undefined
  /** Whether an export can be committed. */
  canCommit: boolean
  /** The server's reason for refusing, or an empty text if it did not answer. */
  problem: string | undefined
}

/** Loads which folders on the server imports and exports may use. */
export const useRoots = (): Roots => {
  const { api } = useRunAddresses()
  const [loaded, setLoaded] = useState<Roots>({ roots: undefined, canCommit: false, problem: undefined })
  useEffect(() => {
    const leaving = new AbortController()
    void ask(api('runs/options'), { signal: leaving.signal }).then((answer) => {
      if (leaving.signal.aborted) return
      setLoaded(
        answer.ok
          ? {
              roots: recordsIn(answer.body, 'roots').map((root) => ({
                folder: textIn(root, 'folder'),
                name: textIn(root, 'name') || textIn(root, 'folder'),
              })),
              canCommit: answer.body.canCommit === true,
              problem: undefined,
            }
          : { roots: undefined, canCommit: false, problem: answer.problem ?? '' },
      )
    })
    return () => leaving.abort()
  }, [api])
  return loaded
}
