'use client'

import { useEffect, useState } from 'react'

import { ask } from '../../../admin/ask.ts'
import { type ResultPage, resultPageOf } from '../runRequests/runAnswers.ts'
import { useRunAddresses } from '../runRequests/useRunAddresses.ts'

/** Which results of a run are shown; empty texts match all. */
export type ResultFilter = { outcome: string; code: string; page: number }

export type Results = {
  /** What was loaded last, even while other results are being loaded. */
  results: ResultPage | undefined
  isLoading: boolean
  /** The server's reason for refusing, or an empty text if it did not answer. */
  problem: string | undefined
}

const pageSize = 50

/** Loads a page of what a run did with each file. */
export const useResults = (run: string, { code, outcome, page }: ResultFilter): Results => {
  const { api } = useRunAddresses()
  const [loaded, setLoaded] = useState<Results & { address?: string }>({
    results: undefined,
    isLoading: true,
    problem: undefined,
  })
  const query = new URLSearchParams({
    page: String(page),
    limit: String(pageSize),
    ...(outcome === '' ? {} : { outcome }),
    ...(code === '' ? {} : { code }),
  })
  const address = `${api(`runs/${run}/results`)}?${query.toString()}`
  useEffect(() => {
    const leaving = new AbortController()
    void ask(address, { signal: leaving.signal }).then((answer) => {
      if (leaving.signal.aborted) return
      setLoaded(
        answer.ok
          ? { address, results: resultPageOf(answer.body), isLoading: false, problem: undefined }
          : { address, results: undefined, isLoading: false, problem: answer.problem ?? '' },
      )
    })
    return () => leaving.abort()
  }, [address])
  return loaded.address === address ? loaded : { ...loaded, isLoading: true, problem: undefined }
}
