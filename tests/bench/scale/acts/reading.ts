import { graphql } from '../../../helpers/graphql.ts'
import { rest } from '../../../helpers/rest.ts'
import type { Act } from '../act.ts'
import { type Site, urlOfFile } from '../bootSite.ts'
import { biggestSubject } from './lists.ts'

/** The reads of a frontend, as a visitor. */
export const reading = async (site: Site): Promise<Act[]> => {
  const subject = await biggestSubject(site)
  const read = async (path: string): Promise<void> => {
    const { body, status } = await rest(site.config, path)
    if (status !== 200 || !Array.isArray(body.docs) || body.docs.length === 0)
      throw new Error(`${path} got ${status} and no document.`)
  }
  const related = `query ($url: String) {
    Articles(where: { url: { equals: $url } }, limit: 1) {
      docs { question answer relatedArticles { question url } }
    }
  }`
  let url = ''
  const before = () => Promise.resolve((url = urlOfFile(site.nextFile())))
  return [
    {
      name: 'subject page, REST',
      run: () => read(`subjects?where[slug][equals]=${subject.slug}&limit=1&depth=1`),
    },
    {
      name: 'article by url with related, REST',
      before,
      run: () => read(`articles?where[url][equals]=${encodeURIComponent(url)}&limit=1&depth=1`),
    },
    {
      name: 'article by url with related, GraphQL',
      before,
      run: async () => {
        const { errors } = await graphql(site.config, related, { variables: { url } })
        if (errors.length > 0) throw new Error(errors.join('; '))
      },
    },
    {
      name: 'newest 20 of a subject, REST',
      run: () => read(`articles?where[subject][equals]=${subject.id}&sort=-date&limit=20&depth=0`),
    },
  ]
}
