import { type DocumentId, documentsOf } from '../../../../src/documents/documents.ts'
import type { Act } from '../act.ts'
import type { Site } from '../bootSite.ts'
import { biggestSubject } from './lists.ts'
import { save } from './saving.ts'

const collection = 'articles'

/** Articles that wait for a URL, and articles that link to a document. */
const waiting = 3
const linking = 30

/** Creating and deleting articles that others link to, all of them created for this. */
export const targets = async (site: Site): Promise<Act[]> => {
  const { id: subject, slug: folder } = await biggestSubject(site)
  const documents = documentsOf(site.payload)
  let made = 0
  const data = (slug: string) => ({ question: `Is ${slug} measured?`, answer: 'An answer.', slug, subject })
  const urlOf = (slug: string): string => `/learn/${folder}/questions/${slug}`
  const publish = async (slug: string, more: object = {}): Promise<DocumentId> =>
    (await documents.create({ collection, data: { ...data(slug), ...more, _status: 'published' } })).id
  const unresolvedLinks = (slug: string) => [{ position: 0, url: urlOf(slug), values: { title: slug } }]
  const remove = async (ids: readonly DocumentId[]): Promise<void> => {
    for (const id of ids) await documents.delete({ collection, id, trash: true })
  }
  let [arriving, arrivingSlug, linkers, leaving]: [DocumentId, string, DocumentId[], DocumentId] = [
    '',
    '',
    [],
    '',
  ]
  return [
    {
      name: `publish a new article that ${waiting} wait for`,
      before: async () => {
        arrivingSlug = `measured-${Date.now()}-${(made += 1)}`
        linkers = []
        for (let at = 0; at < waiting; at += 1)
          linkers.push(
            await publish(`${arrivingSlug}-waits-${at}`, { unresolvedLinks: unresolvedLinks(arrivingSlug) }),
          )
        arriving = (await documents.create({ collection, data: data(arrivingSlug), draft: true })).id
      },
      run: () => save(site, arriving, { ...data(arrivingSlug), _status: 'published' }),
      after: () => remove([arriving, ...linkers]),
    },
    {
      name: `delete an article that ${linking} link to`,
      before: async () => {
        const slug = `measured-target-${(made += 1)}`
        leaving = await publish(slug)
        linkers = []
        for (let at = 0; at < linking; at += 1)
          linkers.push(await publish(`${slug}-links-${at}`, { relatedArticles: [leaving] }))
      },
      run: async () => {
        const req = await site.request()
        await site.payload.delete({
          collection,
          id: String(leaving),
          overrideAccess: false,
          req,
          trash: true,
        })
      },
      after: () => remove(linkers),
    },
  ]
}
