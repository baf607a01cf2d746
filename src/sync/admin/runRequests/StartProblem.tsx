'use client'

import { Banner } from '@payloadcms/ui'

import { useWords } from '../../../admin/useWords.ts'

export type StartProblemProps = {
  /** The server's reason for refusing, or an empty text if it did not answer. */
  problem: string | undefined
}

/** Why a run was not started; nothing if it was not refused. */
export const StartProblem = ({ problem }: StartProblemProps) => {
  const { t } = useWords()
  if (problem === undefined) return null
  return (
    <div className="answerbook-form__refusal" role="alert">
      <Banner type="error">{problem || t('answerbook:importing:notStarted')}</Banner>
    </div>
  )
}
