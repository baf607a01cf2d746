import { Link } from '@payloadcms/ui'

import { Moment } from '../../../admin/Moment.tsx'
import { type AnswerbookKey, translate, type Translator } from '../../../translations/translate.ts'
import type { ShownChange } from '../../changes/shownChanges.ts'

export type ChangesTableProps = { changes: readonly ShownChange[]; translator: Translator }

type CellProps = { change: ShownChange; translator: Translator }

const columns: AnswerbookKey[] = [
  'answerbook:changes:document',
  'answerbook:changes:what',
  'answerbook:changes:fields',
  'answerbook:changes:when',
  'answerbook:changes:by',
]

const Document = ({ change: { page, path, title, was } }: { change: ShownChange }) => (
  <>
    {page === undefined ? (
      <span>{title ?? path}</span>
    ) : (
      <Link href={page} prefetch={false}>
        {title ?? path}
      </Link>
    )}
    <span className="answerbook-changes__path">
      {was !== undefined && was !== path && (
        <>
          <del>{was}</del>{' '}
        </>
      )}
      {path}
    </span>
  </>
)

const Kind = ({ change: { kind }, translator }: CellProps) =>
  kind === 'placed' || kind === 'spread' || kind === 'unchecked' ? null : (
    <span className={`answerbook-changes__kind answerbook-changes__kind--${kind}`}>
      {translate(translator, `answerbook:changes:kind:${kind}`)}
    </span>
  )

/** Documents with changes, one per row; on a phone, one below the other. */
export const ChangesTable = ({ changes, translator }: ChangesTableProps) => {
  const names = columns.map((key) => translate(translator, key))
  return (
    <table className="answerbook-changes__table">
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.id}>
            <td>
              <Document change={change} />
            </td>
            <td data-label={names[1]}>
              <Kind change={change} translator={translator} />
            </td>
            <td data-label={names[2]}>{change.labels.join(', ')}</td>
            <td data-label={names[3]}>
              <Moment at={change.changedAt} />
            </td>
            <td data-label={names[4]}>
              {change.people.length > 0
                ? change.people.join(', ')
                : translate(translator, 'answerbook:changes:unknown')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
