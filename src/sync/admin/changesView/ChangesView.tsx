import { Banner } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { AdminPage } from '../../../admin/AdminPage.tsx'
import { KeepFresh } from '../../../admin/KeepFresh.tsx'
import { maySeeFiles } from '../../../documents/registeredOptions.ts'
import { counted, translate } from '../../../translations/translate.ts'
import { keepChecking } from '../../changes/keepChecking.ts'
import { countChanges, pendingChanges, peopleOfChanges } from '../../changes/pendingChanges.ts'
import { shownChanges } from '../../changes/shownChanges.ts'
import { ChangesFilter } from './ChangesFilter.tsx'
import { ChangesTable } from './ChangesTable.tsx'
import { changesShown, queryOf } from './changesQuery.ts'
import './ChangesView.css'
import { PageLinks } from './PageLinks.tsx'

const pageSize = 50

// Enough for the changes of a day; what is left is compared in the background.
const waitedFor = 150

/** Page of the admin: all documents whose files the next export writes or removes, with fields, time and people. */
export const ChangesView = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  const { payload } = req
  const title = translate(req, 'answerbook:changes:title')
  if (!req.user || !maySeeFiles(req))
    return (
      <AdminPage title={title} view={view}>
        <Banner type="default">{translate(req, 'answerbook:messages:filesForbidden')}</Banner>
      </AdminPage>
    )
  const isComplete = await keepChecking(payload, waitedFor)
  const shown = changesShown(view.searchParams ?? {})
  const total = await countChanges(payload, shown)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(shown.page, pages)
  const changes = await shownChanges(req, await pendingChanges(payload, { ...shown, page }, pageSize))
  const people = await peopleOfChanges(payload)
  const address = formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/changes' })
  const none = shown.kind || shown.person ? 'answerbook:changes:noMatch' : 'answerbook:changes:none'
  return (
    <AdminPage description={translate(req, 'answerbook:changes:description')} title={title} view={view}>
      <div className="answerbook-changes__header">
        <ChangesFilter action={address} people={people} shown={shown} translator={req} />
        <p className="answerbook-changes__count">
          {translate(req, 'answerbook:changes:count', counted(total, req.i18n.language))}
        </p>
      </div>
      <div role="status">
        {!isComplete && (
          <p className="answerbook-changes__comparing">{translate(req, 'answerbook:changes:comparing')}</p>
        )}
      </div>
      {!isComplete && <KeepFresh every={2000} />}
      {changes.length > 0 ? (
        <ChangesTable changes={changes} translator={req} />
      ) : (
        isComplete && <p className="answerbook-changes__none">{translate(req, none)}</p>
      )}
      <PageLinks
        hrefOf={(number) => `${address}${queryOf({ ...shown, page: number })}`}
        page={page}
        pages={pages}
        translator={req}
      />
    </AdminPage>
  )
}
