import { Link } from '@payloadcms/ui'
import {
  isEntityHidden,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type WidgetServerProps,
} from 'payload'
import { formatAdminURL } from 'payload/shared'

import { Card } from './Card.tsx'

const pluralOf = ({ labels, slug }: SanitizedCollectionConfig): string =>
  typeof labels.plural === 'string' ? labels.plural : slug

// As the list itself counts: what the user may see, the trash left out, and a total of many not older than a minute.
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

/** Part of the dashboard: the way to each list, with how much it holds, and to a new document where one may be made. */
export const Lists = async ({ permissions, req }: WidgetServerProps) => {
  const { collections, routes } = req.payload.config
  const allowed = permissions.collections ?? {}
  const lists = collections.filter(
    (config) =>
      allowed[config.slug]?.read && !isEntityHidden({ hidden: config.admin.hidden, user: req.user }),
  )
  const counts = await Promise.all(lists.map((config) => countOf(req, config)))
  const pageOf = (path: `/${string}`): string => formatAdminURL({ adminRoute: routes.admin, path })
  return (
    <Card title="Lists">
      <ul className="answerbook-card__rows">
        {lists.map((config, at) => (
          <li key={config.slug}>
            <Link className="answerbook-card__link" href={pageOf(`/collections/${config.slug}`)}>
              {pluralOf(config)}
            </Link>
            <span className="answerbook-card__count">{counts[at]?.toLocaleString('en')}</span>
            {allowed[config.slug]?.create ? (
              <Link
                aria-label={`New in ${pluralOf(config)}`}
                className="answerbook-card__new"
                href={pageOf(`/collections/${config.slug}/create`)}
              >
                New
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
