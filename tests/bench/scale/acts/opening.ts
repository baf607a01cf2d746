import { docAccessOperation, type Where } from 'payload'

import { inboundLinks } from '../../../../src/links/inboundLinks.ts'
import { rest } from '../../../helpers/rest.ts'
import type { Act } from '../act.ts'
import type { Site } from '../bootSite.ts'

const lockMilliseconds = 300_000

/** The queries of Payload's edit view before it shows an article, and those of its server components. */
export const open = async (site: Site, id: string): Promise<void> => {
  const { config, editor: user, payload } = site
  const collection = 'articles'
  const common = { collection, depth: 0 } as const
  const article = await payload.findByID({
    ...common,
    draft: true,
    id,
    overrideAccess: false,
    req: await site.request(),
    user,
  })
  const access = async (data: object) =>
    docAccessOperation({
      id,
      collection: { ...payload.collections.articles, config: payload.collections.articles.config },
      data: { ...article, ...data },
      req: await site.request(),
    })
  await access({ _status: 'draft' })
  await access({ _status: 'published' })
  await access({ deletedAt: new Date().toISOString() })
  await access({})
  for (const key of [`collection-articles-${id}`, 'collection-articles'])
    await payload.find({
      collection: 'payload-preferences',
      depth: 0,
      limit: 1,
      where: { and: [{ key: { equals: key } }, { 'user.value': { equals: user?.id } }] },
    })
  await payload.find({
    collection: 'payload-locked-documents',
    depth: 1,
    overrideAccess: false,
    req: await site.request(),
    where: {
      and: [
        { 'document.value': { equals: id } },
        { 'document.relationTo': { equals: collection } },
        { updatedAt: { greater_than: new Date(Date.now() - lockMilliseconds) } },
      ],
    },
  })
  const parent = { parent: { equals: id } }
  await payload.findVersions({
    ...common,
    limit: 1,
    select: { autosave: true },
    user,
    where: { and: [parent] },
  })
  const newerDrafts: Where[] = [
    parent,
    { 'version._status': { equals: 'draft' } },
    { updatedAt: { greater_than: article.updatedAt } },
  ]
  await payload.countVersions({ collection, user, where: { and: newerDrafts } })
  await payload.countVersions({ collection, user, where: { and: [parent] } })
  const related = (article.relatedArticles ?? []).map((one) => (typeof one === 'string' ? one : one.id))
  if (related.length === 0) return
  const query = new URLSearchParams({ depth: '0', draft: 'true', limit: String(related.length) })
  for (const [at, one] of related.entries()) query.set(`where[id][in][${at}]`, one)
  await rest(config, `articles?${query}`, { as: 'editor' })
}

/** An article opened in the admin. */
export const opening = (site: Site): Act[] => {
  let id = ''
  return [
    {
      name: 'open an article',
      before: async () => (id = String((await site.load(site.nextFile())).id)),
      run: () => open(site, id),
    },
    {
      name: 'the documents that link to an article',
      before: async () => (id = String((await site.load(site.nextFile())).id)),
      run: async () => inboundLinks(await site.request(), { collection: 'articles', id, url: 'url' }),
    },
  ]
}
