import type { Where } from 'payload'

import type { Act } from '../act.ts'
import type { Site } from '../bootSite.ts'

type Listing = { where?: Where; sort?: string; page?: number }

/** Columns that the list shows by default, if the list selects columns at all. */
const selectOf = ({ payload }: Site): Record<string, true> | undefined => {
  const { defaultColumns = [], enableListViewSelectAPI } = payload.collections.articles.config.admin
  if (enableListViewSelectAPI !== true) return undefined
  return Object.fromEntries(defaultColumns.map((column) => [column, true]))
}

/** The queries of Payload's list view: the preferences, a page of latest drafts, and which of them are published. */
export const list = async (site: Site, { page = 1, sort, where = {} }: Listing = {}): Promise<void> => {
  const { editor, payload } = site
  const req = await site.request()
  const { admin, defaultSort } = payload.collections.articles.config
  await payload.find({
    collection: 'payload-preferences',
    depth: 0,
    limit: 1,
    pagination: false,
    where: { and: [{ key: { equals: 'collection-articles' } }, { 'user.value': { equals: editor?.id } }] },
  })
  const select = selectOf(site)
  const { docs } = await payload.find({
    collection: 'articles',
    depth: 0,
    draft: true,
    includeLockStatus: true,
    limit: admin.pagination?.defaultLimit ?? 10,
    overrideAccess: false,
    page,
    req,
    sort: sort ?? (typeof defaultSort === 'string' ? defaultSort : '-createdAt'),
    trash: false,
    user: editor,
    where,
    ...(select ? { select } : {}),
  })
  const drafts = docs.filter(({ _status }) => _status === 'draft').map(({ id }) => id)
  if (drafts.length === 0) return
  await payload.findVersions({
    collection: 'articles',
    depth: 0,
    limit: 0,
    pagination: false,
    select: { parent: true },
    where: { and: [{ parent: { in: drafts } }, { 'version._status': { equals: 'published' } }] },
  })
}

const filter = (where: Where): Where => ({ or: [{ and: [where] }] })

/** The list of articles in the admin, as its columns and filters show it. */
export const lists = async (site: Site): Promise<Act[]> => {
  const subject = await biggestSubject(site)
  const kinds: [string, Listing, number][] = [
    ['', {}, 20],
    [' of a subject', { where: filter({ subject: { equals: subject.id } }) }, 10],
    [' of a status', { where: filter({ _status: { equals: 'published' } }) }, 20],
    [' by date', { sort: '-date' }, 20],
  ]
  return kinds.flatMap(([name, listing, page]) => [
    { name: `list${name}`, run: () => list(site, listing) },
    { name: `list${name}, page ${page}`, run: () => list(site, { ...listing, page }) },
  ])
}

/** The subject with the most articles. */
export const biggestSubject = async ({ payload }: Site): Promise<{ id: string; slug: string }> => {
  const { docs } = await payload.find({ collection: 'subjects', depth: 0, limit: 0, pagination: false })
  let [highest, biggest] = [-1, docs[0]]
  for (const subject of docs) {
    const { totalDocs } = await payload.count({
      collection: 'articles',
      where: { subject: { equals: subject.id } },
    })
    if (totalDocs > highest) [highest, biggest] = [totalDocs, subject]
  }
  if (!biggest) throw new Error('The site has no subject.')
  return biggest
}
