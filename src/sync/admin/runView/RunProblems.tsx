'use client'

import { Button, Link } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
import { keptProblems } from '../../keptProblems.ts'
import { ProblemText } from './ProblemText.tsx'
import { type ProblemFilter, problemsShown } from './problemsShown.ts'
import type { StoredProblem } from './storedRun.ts'

export type RunProblemsProps = {
  problems: readonly StoredProblem[]
  /** Whether the run had more of them than are kept. */
  isCut: boolean
  pages: Record<string, string>
}

const shownFirst = 20
const shownMore = 100

const Place = ({ page, problem: { line, path } }: { page: string | undefined; problem: StoredProblem }) => {
  const { t } = useWords()
  const place = path === '.' ? t('answerbook:runs:wholeFolder') : t('answerbook:runs:place', { path, line })
  return page === undefined ? <span>{place}</span> : <Link href={page}>{place}</Link>
}

/** The problems of a run as a table, with filters and links to their documents. */
export const RunProblems = ({ isCut, pages, problems }: RunProblemsProps) => {
  const id = useId()
  const { language, t } = useWords()
  const shownNumber = (count: number): { number: string } => ({ number: count.toLocaleString(language) })
  const [filter, setFilter] = useState<ProblemFilter>({ severity: '', code: '', text: '' })
  const [shown, setShown] = useState(shownFirst)
  const change = (part: Partial<ProblemFilter>): void => {
    setFilter({ ...filter, ...part })
    setShown(shownFirst)
  }
  const codes = [...new Set(problems.map(({ code }) => code))].sort()
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const found = problemsShown(problems, filter)
  return (
    <section aria-labelledby={id} className="answerbook-run__problems">
      <h2 className="answerbook-run__heading" id={id}>
        {t('answerbook:runs:problems')}
      </h2>
      {isCut && (
        <p className="answerbook-run__fine">{t('answerbook:runs:kept', shownNumber(keptProblems))}</p>
      )}
      <div className="answerbook-run__filters">
        <label>
          {t('answerbook:runs:show')}{' '}
          <select onChange={({ target }) => change({ severity: target.value })} value={filter.severity}>
            <option value="">{t('answerbook:runs:all', shownNumber(problems.length))}</option>
            <option value="error">{t('answerbook:runs:errors', shownNumber(errors))}</option>
            <option value="warning">
              {t('answerbook:runs:warnings', shownNumber(problems.length - errors))}
            </option>
          </select>
        </label>
        <label>
          {t('answerbook:runs:code')}{' '}
          <select onChange={({ target }) => change({ code: target.value })} value={filter.code}>
            <option value="">{t('answerbook:runs:anyCode')}</option>
            {codes.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
        </label>
        <label className="answerbook-run__search">
          {t('answerbook:runs:search')}{' '}
          <input
            onChange={({ target }) => change({ text: target.value })}
            placeholder={t('answerbook:runs:searchHint')}
            type="search"
            value={filter.text}
          />
        </label>
        <span className="answerbook-run__found" role="status">
          {found.length === problems.length
            ? ''
            : t('answerbook:runs:found', {
                found: found.length.toLocaleString(language),
                total: problems.length.toLocaleString(language),
              })}
        </span>
      </div>
      <table className="answerbook-run__table">
        <thead>
          <tr>
            <th scope="col">{t('answerbook:runs:severity')}</th>
            <th scope="col">{t('answerbook:runs:file')}</th>
            <th scope="col">{t('answerbook:runs:problemAndRemedy')}</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, shown).map((problem, at) => (
            <tr key={`${problem.path} ${at}`}>
              <td className={`answerbook-run__weight--${problem.severity}`}>
                {t(problem.severity === 'error' ? 'answerbook:runs:error' : 'answerbook:runs:warning')}
              </td>
              <td className="answerbook-run__place">
                <Place page={pages[problem.path]} problem={problem} />
              </td>
              <td>
                <ProblemText problem={problem} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length === 0 && <p className="answerbook-run__fine">{t('answerbook:runs:noMatch')}</p>}
      {found.length > shown && (
        <Button buttonStyle="secondary" onClick={() => setShown(shown + shownMore)} size="medium">
          {t('answerbook:runs:more', { number: Math.min(shownMore, found.length - shown) })}
        </Button>
      )}
    </section>
  )
}
