import { rest } from '../../../helpers/rest.ts'
import type { Act } from '../act.ts'
import type { Site } from '../bootSite.ts'
import { list } from './lists.ts'

/** Words that many, few and no articles contain. */
const words = (site: Site): [string, string][] => {
  const [, question = ''] = /^question: >-\n {4}(.*)$/m.exec(site.nextFile().text) ?? []
  return [
    ['many', 'bridge'],
    ['few', question.split(' ').slice(0, 8).join(' ')],
    ['none', 'zeppelin'],
  ]
}

const picked = async (site: Site, text: string): Promise<void> => {
  const { config, payload } = site
  const { defaultSort, flattenedFields } = payload.collections.articles.config
  const field = flattenedFields.find(({ name }) => name === 'relatedArticles')
  const sortOptions: unknown =
    field && 'admin' in field ? Reflect.get(field.admin ?? {}, 'sortOptions') : undefined
  const query = new URLSearchParams({
    depth: '0',
    draft: 'true',
    limit: '10',
    page: '1',
    'select[question]': 'true',
    sort: typeof sortOptions === 'string' ? sortOptions : String(defaultSort ?? 'id'),
    ...(text === '' ? {} : { 'where[and][0][question][like]': text }),
  })
  const { status } = await rest(config, `articles?${query}`, { as: 'editor' })
  if (status !== 200) throw new Error(`The picker got ${status}.`)
}

const searched = (site: Site, text: string): Promise<void> => {
  const fields = site.payload.collections.articles.config.admin.listSearchableFields ?? ['question']
  return list(site, { where: { or: fields.map((field) => ({ [field]: { like: text } })) } })
}

/** The picker of related articles, and the search box of the list. */
export const searches = (site: Site): Act[] => [
  { name: 'picker, opened', run: () => picked(site, '') },
  ...words(site).flatMap(([hits, text]): Act[] => [
    { name: `picker, ${hits} hits`, isSearch: true, run: () => picked(site, text) },
    { name: `list search, ${hits} hits`, isSearch: true, run: () => searched(site, text) },
  ]),
]
