import { Link } from '@payloadcms/ui'

import { Moment } from '../../admin/Moment.tsx'
import type { ShownDocument } from './ownDocuments.ts'

/** Documents to go on with. */
export const DocumentList = ({ documents }: { documents: readonly ShownDocument[] }) => (
  <ul className="answerbook-card__list">
    {documents.map(({ at, page, state, title }) => (
      <li key={page}>
        <Link className="answerbook-card__link" href={page}>
          {title}
        </Link>
        <span className="answerbook-card__about">
          {state}, <Moment at={at} />
        </span>
      </li>
    ))}
  </ul>
)
