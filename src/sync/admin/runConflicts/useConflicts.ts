'use client'

import { useCallback, useEffect, useState } from 'react'

import { recordsIn } from '../../../admin/readJson.ts'
import { ask } from '../../../admin/ask.ts'
import { conflictPageOf, type Page, type ShownConflict } from '../runRequests/runAnswers.ts'
import { problemOf } from '../runView/storedRun.ts'
import { useRunAddresses } from '../runRequests/useRunAddresses.ts'

export type Side = 'cms' | 'file'

/** Undefined if it worked, otherwise the server's reason, or an empty text if it did not answer. */
export type Refusal = string | undefined

export type Conflicts = {
  /** The open conflicts; undefined until they are loaded. */
  open: Page<ShownConflict> | undefined
  problem: Refusal
  settle: (conflict: ShownConflict, take: Side) => Promise<Refusal>
  settleAll: (take: Side) => Promise<Refusal>
  goTo: (page: number) => void
}

const without = (page: Page<ShownConflict>, settled: ShownConflict): Page<ShownConflict> => ({
  ...page,
  docs: page.docs.filter(({ field, path }) => field !== settled.field || path !== settled.path),
  totalDocs: page.totalDocs - 1,
})

/** Loads the open conflicts of an import, page by page, and settles them. */
export const useConflicts = (run: string): Conflicts => {
  const { api } = useRunAddresses()
  const address = api(`runs/${run}/conflicts`)
  const [open, setOpen] = useState<Page<ShownConflict>>()
  const [problem, setProblem] = useState<Refusal>()
  // A new object for each request, so that the same page can be loaded once more.
  const [wanted, setWanted] = useState({ page: 1 })
  useEffect(() => {
    const leaving = new AbortController()
    void ask(`${address}?page=${wanted.page}`, { signal: leaving.signal }).then((answer) => {
      if (leaving.signal.aborted) return
      setProblem(answer.ok ? undefined : (answer.problem ?? ''))
      if (answer.ok) setOpen(conflictPageOf(answer.body))
    })
    return () => leaving.abort()
  }, [address, wanted])
  const send = useCallback(
    async (body: object): Promise<Refusal> => {
      const answer = await ask(address, { body })
      if (!answer.ok) return answer.problem ?? ''
      const [problem] = recordsIn(answer.body, 'problems').map(problemOf)
      return problem && `${problem.message} ${problem.remedy}`
    },
    [address],
  )
  const settle = async (conflict: ShownConflict, take: Side): Promise<Refusal> => {
    const refusal = await send({ path: conflict.path, field: conflict.field, take })
    if (refusal !== undefined || !open) return refusal
    const rest = without(open, conflict)
    setOpen(rest)
    if (rest.docs.length === 0 && rest.totalDocs > 0) setWanted({ page: 1 })
    return undefined
  }
  const settleAll = async (take: Side): Promise<Refusal> => {
    const refusal = await send({ all: true, take })
    setWanted({ page: 1 })
    return refusal
  }
  return { open, problem, settle, settleAll, goTo: (page) => setWanted({ page }) }
}
