'use client'

import { useId, useRef, useState } from 'react'

import { PageButtons } from '../../../admin/PageButtons.tsx'
import { useWords } from '../../../admin/useWords.ts'
import { counted } from '../../../translations/translate.ts'
import { runWords } from '../runView/runWords.ts'
import { type FieldLabels, ResultRow } from './ResultRow.tsx'
import './RunResults.css'
import { type ResultFilter, useResults } from './useResults.ts'

export type RunResultsProps = {
  run: string
  labels: FieldLabels
  heading: string
  /** Shown if the run has left all files as they are. */
  none: string
}

const everything: ResultFilter = { outcome: '', code: '', page: 1 }

/** What a run did with each file that is not unchanged: filters, a table and its pages. */
export const RunResults = ({ heading, labels, none, run }: RunResultsProps) => {
  const id = useId()
  const top = useRef<HTMLHeadingElement>(null)
  const { language, t } = useWords()
  const words = runWords(t)
  const [filter, setFilter] = useState(everything)
  const { isLoading, problem, results } = useResults(run, filter)
  const { codes = [], outcomes = [] } = results?.counts ?? {}
  const numbered = (name: string, count: number): string =>
    t('answerbook:results:numbered', { name, number: count.toLocaleString(language) })
  const isFiltered = filter.outcome !== '' || filter.code !== ''
  const goTo = (page: number): void => {
    setFilter({ ...filter, page })
    top.current?.focus()
  }
  return (
    <section aria-busy={isLoading} aria-labelledby={id} className="answerbook-results">
      <h2 className="answerbook-run__heading" id={id} ref={top} tabIndex={-1}>
        {heading}
      </h2>
      {(outcomes.length > 0 || isFiltered) && (
        <div className="answerbook-run__filters">
          <label>
            {t('answerbook:results:outcome')}{' '}
            <select
              onChange={({ target }) => setFilter({ ...filter, outcome: target.value, page: 1 })}
              value={filter.outcome}
            >
              <option value="">{t('answerbook:results:anyOutcome')}</option>
              {outcomes.map(([name, count]) => (
                <option key={name} value={name}>
                  {numbered(words.outcome(name), count)}
                </option>
              ))}
            </select>
          </label>
          {(codes.length > 0 || filter.code !== '') && (
            <label>
              {t('answerbook:results:code')}{' '}
              <select
                onChange={({ target }) => setFilter({ ...filter, code: target.value, page: 1 })}
                value={filter.code}
              >
                <option value="">{t('answerbook:results:anyCode')}</option>
                {codes.map(([name, count]) => (
                  <option key={name} value={name}>
                    {numbered(name, count)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <span className="answerbook-run__found" role="status">
            {isLoading || !results
              ? t('answerbook:results:loading')
              : t('answerbook:results:found', counted(results.totalDocs, language))}
          </span>
        </div>
      )}
      {problem !== undefined && <p role="alert">{problem || t('answerbook:results:notLoaded')}</p>}
      {!results && isLoading && <p className="answerbook-run__fine">{t('answerbook:results:loading')}</p>}
      {results?.docs.length === 0 && (
        <p className="answerbook-run__fine">{isFiltered ? t('answerbook:results:noMatch') : none}</p>
      )}
      {results && results.docs.length > 0 && (
        <table className="answerbook-run__table">
          <thead>
            <tr>
              <th scope="col">{t('answerbook:results:outcome')}</th>
              <th scope="col">{t('answerbook:results:file')}</th>
              <th scope="col">{t('answerbook:results:changes')}</th>
            </tr>
          </thead>
          <tbody>
            {results.docs.map((result, at) => (
              <ResultRow key={`${result.path} ${at}`} labels={labels} result={result} />
            ))}
          </tbody>
        </table>
      )}
      {results && (
        <PageButtons
          label={t('answerbook:results:pages')}
          onChange={goTo}
          page={results.page}
          totalPages={results.totalPages}
        />
      )}
    </section>
  )
}
