import { Link } from '@payloadcms/ui'
import type { PayloadRequest, Where, WidgetServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { registeredMappings, slugsOf } from '../../documents/registeredOptions.ts'
import { documentsOf } from '../../documents/documents.ts'
import { rowsOf } from '../../documents/rows.ts'
import { translate } from '../../translations/translate.ts'
import { Card } from './Card.tsx'

const maxShown = 5

const titleIn = (document: Record<string, unknown>, name: string): string =>
  typeof document[name] === 'string' ? document[name] : ''

/** Unresolved links of a collection: how many, and the first ones with the documents that contain them. */
const waitingIn = async (req: PayloadRequest, collection: string) => {
  const { payload } = req
  const where: Where = { and: [{ relationTo: { equals: collection } }, { url: { exists: true } }] }
  const total = await documentsOf(payload).count({ collection: slugsOf(payload).links, where })
  if (total === 0) return { total, links: [] }
  const links = await rowsOf(payload).find({
    collection: slugsOf(payload).links,
    limit: maxShown,
    sort: 'url',
    where,
  })
  const ids = [...new Set(links.map(({ from }) => String(from)))]
  const config = payload.config.collections.find(({ slug }) => slug === collection)
  const title = config?.admin.useAsTitle ?? 'id'
  const found = await documentsOf(payload).find({
    collection,
    disableErrors: true,
    overrideAccess: false,
    req,
    select: { [title]: true },
    where: { id: { in: ids } },
  })
  const titles = new Map(found.map((document) => [String(document.id), titleIn(document, title)]))
  const adminRoute = payload.config.routes.admin
  return {
    total,
    links: links.flatMap(({ from, url }) => {
      const id = String(from)
      const path = `/collections/${collection}/${id}` as const
      const shown = titles.get(id)
      return shown === undefined
        ? []
        : [
            {
              page: formatAdminURL({ adminRoute, path }),
              title: shown || req.t('general:untitled'),
              url: String(url),
            },
          ]
    }),
  }
}

/** Widget of the dashboard: links that lead to no document yet. */
export const WaitingLinks = async ({ req }: WidgetServerProps) => {
  const collections = (registeredMappings(req.payload) ?? []).filter(({ links }) => links)
  const waiting = await Promise.all(collections.map(({ collection }) => waitingIn(req, collection)))
  const total = waiting.reduce((sum, found) => sum + found.total, 0)
  const links = waiting.flatMap((found) => found.links).slice(0, maxShown)
  const number = total.toLocaleString(req.i18n.language)
  const title =
    total === 0
      ? translate(req, 'answerbook:dashboard:unresolved')
      : translate(req, 'answerbook:dashboard:unresolvedCount', { number })
  return (
    <Card title={title}>
      {total === 0 ? (
        <p className="answerbook-card__none">{translate(req, 'answerbook:dashboard:noUnresolved')}</p>
      ) : (
        <ul className="answerbook-card__list">
          {links.map(({ page, title: from, url }) => (
            <li key={`${page} ${url}`}>
              <Link className="answerbook-card__link" href={page}>
                {from}
              </Link>
              <span className="answerbook-card__about">
                {translate(req, 'answerbook:dashboard:linksTo', { url })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
