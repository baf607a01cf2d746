import { Link } from '@payloadcms/ui'
import type { WidgetServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { Moment } from '../../admin/Moment.tsx'
import { maySeeFiles } from '../../documents/registeredOptions.ts'
import { keepChecking } from '../../sync/changes/keepChecking.ts'
import { countChanges, pendingChanges } from '../../sync/changes/pendingChanges.ts'
import { shownChanges } from '../../sync/changes/shownChanges.ts'
import { counted, translate } from '../../translations/translate.ts'
import { Card } from './Card.tsx'

const maxShown = 5

// A dashboard should not wait; what is left is compared in the background.
const waitedFor = 100

/** Widget of the dashboard: how many files the next export changes, and the latest of them. */
export const NextExport = async ({ req }: WidgetServerProps) => {
  if (!maySeeFiles(req)) return null
  const { payload } = req
  await keepChecking(payload, waitedFor)
  const total = await countChanges(payload)
  const changes = await shownChanges(req, await pendingChanges(payload, {}, maxShown))
  const all = formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/changes' })
  return (
    <Card title={translate(req, 'answerbook:changes:title')}>
      {total > 0 ? (
        <>
          <Link className="answerbook-card__link" href={all} prefetch={false}>
            {translate(req, 'answerbook:changes:count', counted(total, req.i18n.language))}
          </Link>
          <ul className="answerbook-card__list">
            {changes.map(({ changedAt, id, page, path, people, title }) => (
              <li key={id}>
                {page === undefined ? (
                  (title ?? path)
                ) : (
                  <Link className="answerbook-card__link" href={page} prefetch={false}>
                    {title ?? path}
                  </Link>
                )}
                <span className="answerbook-card__about">
                  {people.length > 0 ? `${people.join(', ')}, ` : ''}
                  <Moment at={changedAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="answerbook-card__none">{translate(req, 'answerbook:changes:none')}</p>
      )}
    </Card>
  )
}
