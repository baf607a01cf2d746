'use client'

import { useWords } from '../../../admin/useWords.ts'
import { runWords } from './runWords.ts'

/** The counts of a run, by outcome. */
export const RunCounts = ({ counts }: { counts: readonly [name: string, count: number][] }) => {
  const { language, t } = useWords()
  const words = runWords(t)
  return (
    <ul aria-label={t('answerbook:runs:files')} className="answerbook-run__counts">
      {counts.map(([name, count]) => (
        <li className={count === 0 ? 'answerbook-run__count--none' : undefined} key={name}>
          <strong>{count.toLocaleString(language)}</strong> {words.count(name)}
        </li>
      ))}
    </ul>
  )
}
