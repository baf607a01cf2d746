import { documentsOf, type StoredDocument } from '../../../../src/documents/documents.ts'
import type { Act } from '../act.ts'
import type { Site } from '../bootSite.ts'

type Data = Record<string, unknown>

/** The values that a form sends. */
export const formOf = ({
  answer,
  author,
  date,
  noIndex,
  question,
  relatedArticles,
  seo,
  slug,
  subject,
}: StoredDocument): Data => ({
  answer,
  author,
  date,
  noIndex,
  question,
  relatedArticles,
  seo,
  slug,
  subject,
})

/** Saves like the admin's form, as the editor and with access checks. */
export const save = async (
  site: Site,
  id: string | number,
  data: Data,
  how: { draft?: boolean; autosave?: boolean; trash?: boolean } = {},
): Promise<void> => {
  const req = await site.request()
  const options = { collection: 'articles', data, depth: 0, id, overrideAccess: false, req, ...how }
  await documentsOf(site.payload).update(options)
}

/** Saves of articles all over the site; each is restored afterwards, except for its list of versions. */
export const saving = (site: Site): Act[] => {
  const documents = documentsOf(site.payload)
  let article: StoredDocument
  let changes = 0
  const changed = (): Data => ({
    ...formOf(article),
    answer: `${String(article.answer)}\n\nChange ${(changes += 1)}.`,
  })
  const load = async () => (article = await site.load(site.nextFile()))
  const published = () => save(site, article.id, { ...formOf(article), _status: 'published' })
  return [
    {
      name: 'autosave',
      before: load,
      run: () => save(site, article.id, { ...changed(), _status: 'draft' }, { autosave: true, draft: true }),
      after: published,
    },
    {
      name: 'save a draft',
      before: load,
      run: () => save(site, article.id, { ...changed(), _status: 'draft' }, { draft: true }),
      after: published,
    },
    {
      name: 'publish a changed article',
      before: async () => {
        await load()
        await save(site, article.id, { ...changed(), _status: 'draft' }, { draft: true })
      },
      run: () => save(site, article.id, { ...changed(), _status: 'published' }),
      after: published,
    },
    {
      name: 'unpublish',
      before: load,
      run: () => save(site, article.id, { _status: 'draft' }),
      after: published,
    },
    {
      name: 'trash',
      before: load,
      run: () => save(site, article.id, { deletedAt: new Date().toISOString() }),
      after: async () => {
        await save(site, article.id, { deletedAt: null }, { trash: true })
        await documents.update({
          collection: 'articles',
          data: { ...formOf(article), _status: 'published' },
          id: article.id,
        })
      },
    },
    {
      name: 'restore',
      before: async () => {
        await load()
        await save(site, article.id, { deletedAt: new Date().toISOString() })
      },
      run: () => save(site, article.id, { _status: 'published', deletedAt: null }, { trash: true }),
      after: published,
    },
  ]
}
