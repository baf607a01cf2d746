import type { MongooseAdapter } from '@payloadcms/db-mongodb'

import { askOnceForAbsent } from './absentValues.ts'
import { listTotals, mostCounted } from './listTotals.ts'
import { pathType } from './pathType.ts'

type Model = MongooseAdapter['collections'][string]
type ClientSession = MongooseAdapter['sessions'][string]

type Options = Record<string, unknown> & { options?: { session?: ClientSession } }

/** What the plugin for pages adds to a model. */
type Paginated = { paginate: (query: object, options: Options) => Promise<unknown> }

const isPaginated = (model: object): model is Paginated =>
  'paginate' in model && typeof model.paginate === 'function'

const countPages = (model: Model): void => {
  if (!isPaginated(model)) return
  const total = listTotals()
  const { schema } = model
  const paginate = model.paginate.bind(model)
  model.paginate = (given, options) => {
    const query = askOnceForAbsent(given, (path) => pathType(schema, path)?.instance === 'Date')
    const session = options.options?.session
    const useCustomCountFn = (): Promise<number> =>
      total(JSON.stringify(query), {
        capped: () =>
          model.countDocuments(query, { ...(session ? { session } : {}), limit: mostCounted + 1 }).exec(),
        // It may be counted later, when the transaction of this read has ended.
        exact: () => model.countDocuments(query).exec(),
      })
    return paginate(query, { useCustomCountFn, ...options })
  }
}

/**
 * Counts the lists of a MongoDB at a price that does not grow with them: see `listTotals`. What is counted for its own
 * sake is counted to the end.
 */
export const countLists = (adapter: MongooseAdapter): void => {
  for (const model of [...Object.values(adapter.collections), ...Object.values(adapter.versions)]) {
    countPages(model)
  }
}
