'use client'

import { Button, Link } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { type ProblemFilter, problemsShown } from './problemsShown.ts'
import type { StoredProblem } from './storedRun.ts'

export type RunProblemsProps = { problems: readonly StoredProblem[]; pages: Record<string, string> }

const pageSize = 100

const Place = ({ page, problem: { line, path } }: { page: string | undefined; problem: StoredProblem }) => {
  const place = path === '.' ? 'The whole folder' : `${path}, line ${line}`
  return page === undefined ? <span>{place}</span> : <Link href={page}>{place}</Link>
}

/** The problems of a run as a table, with filters, and links to the documents that they are about. */
export const RunProblems = ({ pages, problems }: RunProblemsProps) => {
  const id = useId()
  const [filter, setFilter] = useState<ProblemFilter>({ severity: '', code: '', text: '' })
  const [shown, setShown] = useState(pageSize)
  const change = (part: Partial<ProblemFilter>): void => {
    setFilter({ ...filter, ...part })
    setShown(pageSize)
  }
  const codes = [...new Set(problems.map(({ code }) => code))].sort()
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const found = problemsShown(problems, filter)
  return (
    <section aria-labelledby={id} className="answerbook-run__problems">
      <h3 className="answerbook-run__heading" id={id}>
        Problems
      </h3>
      <div className="answerbook-run__filters">
        <label>
          Show{' '}
          <select onChange={({ target }) => change({ severity: target.value })} value={filter.severity}>
            <option value="">All {problems.length}</option>
            <option value="error">Errors, {errors}</option>
            <option value="warning">Warnings, {problems.length - errors}</option>
          </select>
        </label>
        <label>
          Kind{' '}
          <select onChange={({ target }) => change({ code: target.value })} value={filter.code}>
            <option value="">Any</option>
            {codes.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
        </label>
        <label className="answerbook-run__search">
          Search{' '}
          <input
            onChange={({ target }) => change({ text: target.value })}
            placeholder="File or message"
            type="search"
            value={filter.text}
          />
        </label>
        <span className="answerbook-run__found" role="status">
          {found.length === problems.length ? '' : `${found.length} of ${problems.length}`}
        </span>
      </div>
      <table className="answerbook-run__table">
        <thead>
          <tr>
            <th scope="col">Weight</th>
            <th scope="col">File</th>
            <th scope="col">What and what to do</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, shown).map((problem, at) => (
            <tr key={at}>
              <td className={`answerbook-run__weight--${problem.severity}`}>
                {problem.severity === 'error' ? 'Error' : 'Warning'}
              </td>
              <td className="answerbook-run__place">
                <Place page={pages[problem.path]} problem={problem} />
              </td>
              <td>
                {problem.message} <span className="answerbook-run__remedy">{problem.remedy}</span>{' '}
                <code className="answerbook-run__code">{problem.code}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length === 0 && <p className="answerbook-run__fine">No problem matches.</p>}
      {found.length > shown && (
        <Button buttonStyle="secondary" onClick={() => setShown(shown + pageSize)} size="medium">
          Show {Math.min(pageSize, found.length - shown)} more
        </Button>
      )}
    </section>
  )
}
