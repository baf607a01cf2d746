'use client'

import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { textIn } from '../../../admin/readJson.ts'
import { useWords } from '../../../admin/useWords.ts'
import { ask } from '../../../admin/ask.ts'
import { useRunAddresses } from './useRunAddresses.ts'

export type Start = {
  isStarting: boolean
  /** The server's reason for refusing, or an empty text if it did not answer. */
  problem: string | undefined
  /** Starts a run; returns its id, or undefined if it was refused. */
  start: (body: object) => Promise<string | undefined>
}

const busy = 409

/** Starts runs. If another run is in progress, the page is loaded again, so that it shows which one. */
export const useStart = (): Start => {
  const { api } = useRunAddresses()
  const router = useRouter()
  const { t } = useWords()
  const [isStarting, setIsStarting] = useState(false)
  const [problem, setProblem] = useState<string>()
  const start = async (body: object): Promise<string | undefined> => {
    setIsStarting(true)
    setProblem(undefined)
    const answer = await ask(api('runs'), { body })
    setIsStarting(false)
    if (answer.ok) return textIn(answer.body, 'id')
    setProblem(answer.status === busy ? t('answerbook:importing:busy') : (answer.problem ?? ''))
    if (answer.status === busy) router.refresh()
    return undefined
  }
  return { isStarting, problem, start }
}
