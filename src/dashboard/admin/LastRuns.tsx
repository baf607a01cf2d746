import { Link } from '@payloadcms/ui'
import type { PayloadRequest, WidgetServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { documentsOf } from '../../documents/documents.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { Moment } from '../../admin/Moment.tsx'
import { statusWords } from '../../sync/admin/runView/runWords.ts'
import { storedRun } from '../../sync/admin/runView/storedRun.ts'
import { Card } from './Card.tsx'

const lastOf = async (req: PayloadRequest, kind: 'import' | 'export') => {
  const [row] = await documentsOf(req.payload).find({
    collection: slugsOf(req.payload).runs,
    limit: 1,
    disableErrors: true,
    overrideAccess: false,
    req,
    sort: '-createdAt',
    where: { kind: { equals: kind } },
  })
  if (!row) return undefined
  const path = `/collections/${slugsOf(req.payload).runs}/${String(row.id)}` as const
  return { ...storedRun(row), page: formatAdminURL({ adminRoute: req.payload.config.routes.admin, path }) }
}

const countWords = (counts: readonly [string, number][]): string =>
  counts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
    .join(', ')

const problemWords = (problems: number): string => {
  if (problems === 0) return 'no problems'
  return problems === 1 ? '1 problem' : `${problems.toLocaleString('en')} problems`
}

const Run = ({
  counts,
  kind,
  page,
  problems,
  startedAt,
  status,
}: NonNullable<Awaited<ReturnType<typeof lastOf>>>) => (
  <li>
    <Link className="answerbook-card__link" href={page}>
      {kind === 'import' ? 'Import' : 'Export'}: {statusWords(status).label}
    </Link>
    <span className="answerbook-card__about">
      {startedAt !== undefined && <Moment at={startedAt} />}. {countWords(counts) || 'No file changed'};{' '}
      {problemWords(problems.length)}.
    </span>
  </li>
)

/** Part of the dashboard: when the last import and the last export ran, and what they said. */
export const LastRuns = async ({ req }: WidgetServerProps) => {
  const runs = [await lastOf(req, 'import'), await lastOf(req, 'export')].filter((run) => run !== undefined)
  return (
    <Card title="Imports and exports">
      {runs.length > 0 ? (
        <ul className="answerbook-card__list">
          {runs.map((run) => (
            <Run key={run.kind} {...run} />
          ))}
        </ul>
      ) : (
        <p className="answerbook-card__none">None has run yet, or you may not see them.</p>
      )}
    </Card>
  )
}
