'use client'

import { Link } from '@payloadcms/ui'

import { useWords } from '../../../admin/useWords.ts'
import type { FileResult } from '../runRequests/runAnswers.ts'
import { useRunAddresses } from '../runRequests/useRunAddresses.ts'
import { ProblemText } from '../runView/ProblemText.tsx'
import { runWords } from '../runView/runWords.ts'

/** Labels of the fields of documents, by name. */
export type FieldLabels = Record<string, string>

export type ResultRowProps = { labels: FieldLabels; result: FileResult }

const Place = ({ result: { document, path } }: { result: FileResult }) => {
  const { page } = useRunAddresses()
  const { t } = useWords()
  if (path === '.') return <span>{t('answerbook:runs:wholeFolder')}</span>
  if (!document || document.collection === '') return <span>{path}</span>
  const title = document.title === '' ? path : document.title
  return (
    <>
      <Link href={page(document.collection, document.id)} prefetch={false}>
        {title}
      </Link>
      {title !== path && <span className="answerbook-results__path">{path}</span>}
    </>
  )
}

/** What a run did with one file, or would do: its document, its fields and its problems. */
export const ResultRow = ({ labels, result }: ResultRowProps) => {
  const { t } = useWords()
  const words = runWords(t)
  const { fields, outcome, path, problems } = result
  return (
    <tr>
      <td>
        <span className={`answerbook-results__outcome answerbook-results__outcome--${outcome}`}>
          {words.outcome(outcome)}
        </span>
      </td>
      <td className="answerbook-run__place">
        <Place result={result} />
      </td>
      <td>
        {fields.length > 0 && (
          <ul className="answerbook-results__fields">
            {fields.map(({ field, side }) => (
              <li key={`${field} ${side}`}>
                {labels[field] ?? field} <span className="answerbook-results__side">{words.side(side)}</span>
              </li>
            ))}
          </ul>
        )}
        {problems.map((problem, at) => (
          <p className="answerbook-results__problem" key={at}>
            {path !== '.' && `${t('answerbook:results:line', { line: problem.line })} `}
            <ProblemText problem={problem} />
          </p>
        ))}
      </td>
    </tr>
  )
}
