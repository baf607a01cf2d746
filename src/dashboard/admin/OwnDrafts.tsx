import type { WidgetServerProps } from 'payload'

import { translate } from '../../translations/translate.ts'
import { Card } from './Card.tsx'
import { DocumentList } from './DocumentList.tsx'
import { recentOf, showDocuments } from './ownDocuments.ts'

const maxShown = 6

/** Widget of the dashboard: changes by the user that are not published yet. */
export const OwnDrafts = async ({ req }: WidgetServerProps) => {
  const drafts = (await showDocuments(req, await recentOf(req))).filter(({ state }) => state !== 'published')
  const title =
    drafts.length > maxShown
      ? translate(req, 'answerbook:dashboard:someDrafts', { shown: maxShown, total: drafts.length })
      : translate(req, 'answerbook:dashboard:drafts')
  return (
    <Card title={title}>
      {drafts.length > 0 ? (
        <DocumentList documents={drafts.slice(0, maxShown)} req={req} />
      ) : (
        <p className="answerbook-card__none">{translate(req, 'answerbook:dashboard:noDrafts')}</p>
      )}
    </Card>
  )
}
