import type { WidgetServerProps } from 'payload'

import { translate } from '../../translations/translate.ts'
import { Card } from './Card.tsx'
import { DocumentList } from './DocumentList.tsx'
import { recentOf, showDocuments } from './ownDocuments.ts'

const maxShown = 6

/** Widget of the dashboard: the documents that the user changed last. */
export const RecentWork = async ({ req }: WidgetServerProps) => {
  const documents = (await showDocuments(req, (await recentOf(req)).slice(0, 2 * maxShown))).slice(
    0,
    maxShown,
  )
  return (
    <Card title={translate(req, 'answerbook:dashboard:recent')}>
      {documents.length > 0 ? (
        <DocumentList documents={documents} req={req} />
      ) : (
        <p className="answerbook-card__none">{translate(req, 'answerbook:dashboard:noRecent')}</p>
      )}
    </Card>
  )
}
