import type { BaseDatabaseAdapter, Sort } from 'payload'

type Reads = Pick<BaseDatabaseAdapter, 'find' | 'payload' | 'queryDrafts'>

const fieldsOf = (sort: Sort): string[] => (typeof sort === 'string' ? sort.split(',') : sort)

/**
 * Adds to an order by one field how those with the same value are ordered: by their time, in the same direction. Payload
 * adds the newest first in any case, and an order of two directions is one that no index has. Where `isUnique` says that no
 * two have the same value, nothing is added.
 */
export const steadySort = (
  sort: Sort | undefined,
  isUnique: (field: string) => boolean,
): Sort | undefined => {
  const [only, ...others] = fieldsOf(sort ?? [])
  if (only === undefined || others.length > 0) return sort
  const isDescending = only.startsWith('-')
  const field = only.replace(/^-/, '')
  if (field === 'createdAt' || isUnique(field)) return [only]
  return [only, isDescending ? '-createdAt' : 'createdAt']
}

/**
 * Ends an order with a unique one, in the same direction. Postgres gives rows of the same moment in one order for one page and
 * in another for the next.
 */
export const uniqueSort = (sort: Sort | undefined, isUnique: (field: string) => boolean): string[] => {
  const fields = fieldsOf(sort ?? '-createdAt')
  const last = fields.at(-1) ?? ''
  if (isUnique(last.replace(/^-/, ''))) return fields
  return [...fields, last.startsWith('-') ? '-id' : 'id']
}

/** Gives the lists of a database steady orders, which end with a unique one if `endsUnique`. */
export const orderSteadily = (
  adapter: Reads,
  { endsUnique = false }: { endsUnique?: boolean } = {},
): Pick<Reads, 'find' | 'queryDrafts'> => {
  const find: Reads['find'] = adapter.find.bind(adapter)
  const queryDrafts: Reads['queryDrafts'] = adapter.queryDrafts.bind(adapter)
  const steady = (collection: string, given: Sort | undefined): Sort | undefined => {
    const config = adapter.payload.config.collections.find(({ slug }) => slug === collection)
    if (!config?.timestamps) return given
    const isUnique = (name: string): boolean => {
      const field = config.flattenedFields.find((candidate) => candidate.name === name)
      return name === 'id' || (field !== undefined && 'unique' in field && field.unique === true)
    }
    const sort = steadySort(given ?? config.defaultSort, isUnique)
    return endsUnique ? uniqueSort(sort, isUnique) : sort
  }
  return {
    find: (args) => find({ ...args, sort: steady(args.collection, args.sort) }),
    queryDrafts: (args) => queryDrafts({ ...args, sort: steady(args.collection, args.sort) }),
  }
}
