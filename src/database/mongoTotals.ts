import type { MongooseAdapter } from '@payloadcms/db-mongodb'

import { askOnceForAbsent } from './absentValues.ts'
import { countCommits } from './countCommits.ts'
import { listTotals } from './listTotals.ts'
import { pathType } from './pathType.ts'

type Model = MongooseAdapter['collections'][string]
type ClientSession = MongooseAdapter['sessions'][string]

type Options = Record<string, unknown> & { options?: { session?: ClientSession } }

type Page = {
  docs: unknown[]
  hasNextPage: boolean
  limit: number
  nextPage: number | null
  page?: number
  totalDocs: number
  totalPages: number
}

/** What the plugin for pages adds to a model. */
type Paginated = { paginate: (query: object, options: Options) => Promise<Page> }

const isPaginated = (model: object): model is Paginated =>
  'paginate' in model && typeof model.paginate === 'function'

/** How many documents there are, where a page that is not full is the last one and tells. */
const totalOfLastPage = ({ docs, limit, page = 1 }: Page): number | undefined => {
  const isLast = docs.length < limit && (docs.length > 0 || page === 1)
  return isLast ? (page - 1) * limit + docs.length : undefined
}

const withTotal = (found: Page, totalDocs: number): Page => {
  const { limit, page = 1 } = found
  const totalPages = Math.ceil(totalDocs / limit) || 1
  const hasNextPage = page < totalPages
  return { ...found, totalDocs, totalPages, hasNextPage, nextPage: hasNextPage ? page + 1 : null }
}

const isCountedHere = ({ limit, pagination, useCustomCountFn, useEstimatedCount }: Options): boolean =>
  pagination !== false && useEstimatedCount !== true && !useCustomCountFn && Number(limit) > 0

const countPages = (model: Model, commits: () => number): void => {
  if (!isPaginated(model)) return
  const total = listTotals(commits)
  const { schema } = model
  const paginate = model.paginate.bind(model)
  model.paginate = async (given, options) => {
    const query = askOnceForAbsent(given, (path) => pathType(schema, path)?.instance === 'Date')
    if (!isCountedHere(options)) return paginate(query, options)
    // Counted after the page, which often tells: a search would look through everything twice.
    const found = await paginate(query, { ...options, useCustomCountFn: () => Promise.resolve(0) })
    const session = options.options?.session
    const counted = (): Promise<number> =>
      total(JSON.stringify(query), {
        now: (most) => model.countDocuments(query, { ...(session ? { session } : {}), limit: most }).exec(),
        later: (most) => model.countDocuments(query, most === undefined ? {} : { limit: most }).exec(),
      })
    return withTotal(found, totalOfLastPage(found) ?? (await counted()))
  }
}

/**
 * Counts the lists of a MongoDB at a price that does not grow with them: see `listTotals`. What is counted for its own
 * sake is counted to the end.
 */
export const countLists = (adapter: MongooseAdapter): void => {
  const commits = countCommits(adapter)
  for (const model of [...Object.values(adapter.collections), ...Object.values(adapter.versions)]) {
    countPages(model, commits)
  }
}
