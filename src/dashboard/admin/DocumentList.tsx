import { Link } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'

import { Moment } from '../../admin/Moment.tsx'
import type { ShownDocument } from './ownDocuments.ts'

export type DocumentListProps = { documents: readonly ShownDocument[]; req: PayloadRequest }

/** Documents to continue with. */
export const DocumentList = ({ documents, req }: DocumentListProps) => (
  <ul className="answerbook-card__list">
    {documents.map(({ at, page, state, title }) => (
      <li key={page}>
        <Link className="answerbook-card__link" href={page}>
          {title}
        </Link>
        <span className="answerbook-card__about">
          {req.t(`version:${state}`)}, <Moment at={at} />
        </span>
      </li>
    ))}
  </ul>
)
