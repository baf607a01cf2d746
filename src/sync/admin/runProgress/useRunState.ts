'use client'

import { useEffect, useState } from 'react'

import { ask } from '../../../admin/ask.ts'
import { type RunState, stateOf } from '../runRequests/runAnswers.ts'
import { useRunAddresses } from '../runRequests/useRunAddresses.ts'

export type WatchedRun = {
  /** Undefined until the server has answered for the first time. */
  state: RunState | undefined
  /** Whether the server does not answer at the moment. */
  isLost: boolean
}

const askEvery = 1_000
const askLostEvery = 4_000

/** Asks how far a run has got until it has ended; without an id, nothing is asked. */
export const useRunState = (run: string | undefined): WatchedRun => {
  const { api } = useRunAddresses()
  const [watched, setWatched] = useState<WatchedRun & { run?: string }>({ state: undefined, isLost: false })
  useEffect(() => {
    if (run === undefined) return undefined
    const ending = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const answer = await ask(api(`runs/${run}/progress`), { signal: ending.signal })
      if (ending.signal.aborted) return
      if (answer.ok) {
        const state = stateOf(answer.body)
        setWatched({ run, state, isLost: false })
        if (state.status !== 'running') return
      } else setWatched(({ state }) => ({ run, state, isLost: true }))
      timer = setTimeout(() => void look(), answer.ok ? askEvery : askLostEvery)
    }
    void look()
    return () => {
      ending.abort()
      clearTimeout(timer)
    }
  }, [api, run])
  return watched.run === run ? watched : { state: undefined, isLost: false }
}
