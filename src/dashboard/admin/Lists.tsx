import { getTranslation } from '@payloadcms/translations'
import { Link } from '@payloadcms/ui'
import {
  isEntityHidden,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type WidgetServerProps,
} from 'payload'
import { formatAdminURL } from 'payload/shared'

import { translate } from '../../translations/translate.ts'
import { Card } from './Card.tsx'

// The same counts as in the lists: what the user may see, without the trash; a large total is up to a minute old.
const countOf = async (req: PayloadRequest, { slug }: SanitizedCollectionConfig): Promise<number> => {
  const { totalDocs } = await req.payload.find({
    collection: slug,
    depth: 0,
    draft: true,
    limit: 1,
    disableErrors: true,
    overrideAccess: false,
    req,
    select: {},
    user: req.user,
  })
  return totalDocs
}

/** Widget of the dashboard: a link to each list, with its count, and to a new document if the user may create one. */
export const Lists = async ({ permissions, req }: WidgetServerProps) => {
  const { collections, routes } = req.payload.config
  const allowed = permissions.collections ?? {}
  const lists = collections.filter(
    (config) =>
      allowed[config.slug]?.read && !isEntityHidden({ hidden: config.admin.hidden, user: req.user }),
  )
  const counts = await Promise.all(lists.map((config) => countOf(req, config)))
  const pageOf = (path: `/${string}`): string => formatAdminURL({ adminRoute: routes.admin, path })
  const pluralOf = ({ labels }: SanitizedCollectionConfig): string => getTranslation(labels.plural, req.i18n)
  return (
    <Card title={translate(req, 'answerbook:dashboard:lists')}>
      <ul className="answerbook-card__rows">
        {lists.map((config, at) => (
          <li key={config.slug}>
            <Link className="answerbook-card__link" href={pageOf(`/collections/${config.slug}`)}>
              {pluralOf(config)}
            </Link>
            <span className="answerbook-card__count">{counts[at]?.toLocaleString(req.i18n.language)}</span>
            {allowed[config.slug]?.create ? (
              <Link
                aria-label={translate(req, 'answerbook:dashboard:newIn', { label: pluralOf(config) })}
                className="answerbook-card__new"
                href={pageOf(`/collections/${config.slug}/create`)}
              >
                {translate(req, 'answerbook:dashboard:new')}
              </Link>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
