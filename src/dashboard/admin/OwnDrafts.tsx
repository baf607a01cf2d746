import type { WidgetServerProps } from 'payload'

import { Card } from './Card.tsx'
import { DocumentList } from './DocumentList.tsx'
import { recentOf, showDocuments } from './ownDocuments.ts'

const most = 6

/** Part of the dashboard: what the user changed and nobody has published yet. */
export const OwnDrafts = async ({ req }: WidgetServerProps) => {
  const drafts = (await showDocuments(req, await recentOf(req))).filter(({ state }) => state !== 'Published')
  return (
    <Card title={drafts.length > most ? `My drafts, ${most} of ${drafts.length}` : 'My drafts'}>
      {drafts.length > 0 ? (
        <DocumentList documents={drafts.slice(0, most)} />
      ) : (
        <p className="answerbook-card__none">Nothing of yours waits to be published.</p>
      )}
    </Card>
  )
}
