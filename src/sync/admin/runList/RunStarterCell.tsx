'use client'

import type { DefaultCellComponentProps } from 'payload'

import { textIn } from '../../../admin/readJson.ts'
import { useWords } from '../../../admin/useWords.ts'
import { runWords } from '../runView/runWords.ts'

/** Who started a run, or else from where it was started, in the list of runs. */
export const RunStarterCell = ({ rowData }: DefaultCellComponentProps) => {
  const { t } = useWords()
  return <span>{textIn(rowData, 'who') || runWords(t).trigger(textIn(rowData, 'trigger'))}</span>
}
