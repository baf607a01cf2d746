'use client'

import type { DefaultCellComponentProps } from 'payload'

import { countsIn } from '../../../admin/readJson.ts'
import { useWords } from '../../../admin/useWords.ts'
import { runWords } from '../runView/runWords.ts'

/** What a run has changed, in a few words, in the list of runs. */
export const RunCountsCell = ({ rowData }: DefaultCellComponentProps) => {
  const { language, t } = useWords()
  const words = runWords(t)
  const changed = countsIn(rowData, 'counts').filter(([name, count]) => count > 0 && name !== 'unchanged')
  return (
    <span>
      {changed.map(([name, count]) => `${count.toLocaleString(language)} ${words.count(name)}`).join(', ') ||
        t('answerbook:dashboard:noFilesChanged')}
    </span>
  )
}
