import type { WidgetServerProps } from 'payload'

import { Card } from './Card.tsx'
import { DocumentList } from './DocumentList.tsx'
import { recentOf, showDocuments } from './ownDocuments.ts'

const most = 6

/** Part of the dashboard: what the user changed last. */
export const RecentWork = async ({ req }: WidgetServerProps) => {
  const documents = (await showDocuments(req, (await recentOf(req)).slice(0, 2 * most))).slice(0, most)
  return (
    <Card title="Continue">
      {documents.length > 0 ? (
        <DocumentList documents={documents} />
      ) : (
        <p className="answerbook-card__none">
          What you change is listed here, so that you can go on with it.
        </p>
      )}
    </Card>
  )
}
