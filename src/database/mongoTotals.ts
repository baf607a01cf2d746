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

/** The method that the pagination plugin adds to a model. */
type Paginated = { paginate: (query: object, options: Options) => Promise<Page> }

const isPaginated = (model: object): model is Paginated =>
  'paginate' in model && typeof model.paginate === 'function'

/** The total number of documents if the page is the last one, which it is if it is not full. */
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
    // Counted after the page is read, which often gives the total: otherwise a search would go through everything
    // twice.
    const found = await paginate(query, { ...options, useCustomCountFn: () => Promise.resolve(0) })
    const session = options.options?.session
    const counted = (): Promise<number> =>
      total(JSON.stringify(query), {
        now: (limit) => model.countDocuments(query, { ...(session ? { session } : {}), limit }).exec(),
        later: (limit) => model.countDocuments(query, limit === undefined ? {} : { limit }).exec(),
      })
    return withTotal(found, totalOfLastPage(found) ?? (await counted()))
  }
}

/**
 * Counts lists in MongoDB at a cost that does not grow with them: see `listTotals`. A count that is requested by itself
 * is exact.
 */
export const countLists = (adapter: MongooseAdapter): void => {
  const commits = countCommits(adapter)
  for (const model of [...Object.values(adapter.collections), ...Object.values(adapter.versions)]) {
    countPages(model, commits)
  }
}
