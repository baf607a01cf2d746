import { Link } from '@payloadcms/ui'
import type { PayloadRequest, WidgetServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { documentsOf } from '../../documents/documents.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'
import { Moment } from '../../admin/Moment.tsx'
import { runWords } from '../../sync/admin/runView/runWords.ts'
import { storedRun, type StoredRun } from '../../sync/admin/runView/storedRun.ts'
import { counted, translate } from '../../translations/translate.ts'
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

const errorMessage = (req: PayloadRequest, { counts, problems }: StoredRun): string => {
  const { language } = req.i18n
  const words = runWords((key) => translate(req, key))
  const changed = counts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count.toLocaleString(language)} ${words.count(name)}`)
    .join(', ')
  const found =
    problems.length === 0
      ? translate(req, 'answerbook:dashboard:noProblems')
      : translate(req, 'answerbook:dashboard:problems', counted(problems.length, language))
  return `${changed || translate(req, 'answerbook:dashboard:noFilesChanged')}; ${found}.`
}

type RunProps = { req: PayloadRequest; run: NonNullable<Awaited<ReturnType<typeof lastOf>>> }

const Run = ({ req, run }: RunProps) => {
  const words = runWords((key) => translate(req, key))
  return (
    <li>
      <Link className="answerbook-card__link" href={run.page}>
        {words.kind(run.kind)}: {words.status(run.status)}
      </Link>
      <span className="answerbook-card__about">
        {run.startedAt !== undefined && <Moment at={run.startedAt} />}. {errorMessage(req, run)}
      </span>
    </li>
  )
}

/** Widget of the dashboard: when the last import and the last export ran, and their results. */
export const LastRuns = async ({ req }: WidgetServerProps) => {
  const runs = [await lastOf(req, 'import'), await lastOf(req, 'export')].filter((run) => run !== undefined)
  return (
    <Card title={translate(req, 'answerbook:dashboard:runs')}>
      {runs.length > 0 ? (
        <ul className="answerbook-card__list">
          {runs.map((run) => (
            <Run key={run.kind} req={req} run={run} />
          ))}
        </ul>
      ) : (
        <p className="answerbook-card__none">{translate(req, 'answerbook:dashboard:noRuns')}</p>
      )}
    </Card>
  )
}
