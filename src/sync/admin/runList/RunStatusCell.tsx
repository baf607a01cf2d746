'use client'

import { Pill } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { useWords } from '../../../admin/useWords.ts'
import { runWords, toneOf } from '../runView/runWords.ts'

const styles = { good: 'success', bad: 'error', open: 'light-gray' } as const

/** The status of a run in the list of runs, and whether it was only a check. */
export const RunStatusCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { t } = useWords()
  const status = typeof cellData === 'string' ? cellData : ''
  return (
    <span className="answerbook-run__cell">
      <Pill pillStyle={styles[toneOf(status)]} size="small">
        {runWords(t).status(status)}
      </Pill>
      {rowData.isDry === true && <Pill size="small">{t('answerbook:runs:dry')}</Pill>}
    </span>
  )
}
