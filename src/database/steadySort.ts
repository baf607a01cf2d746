import type { BaseDatabaseAdapter, Sort } from 'payload'

type Reads = Pick<BaseDatabaseAdapter, 'find' | 'payload' | 'queryDrafts'>

const first = (sort: Sort | undefined): string | undefined => {
  const fields = typeof sort === 'string' ? sort.split(',') : (sort ?? [])
  return fields.length === 1 ? fields[0] : undefined
}

/**
 * Adds to an order by one field how those with the same value are ordered: by their time, in the same direction. Payload
 * adds the newest first in any case, and an order of two directions is one that no index has. Where `isUnique` says that no
 * two have the same value, nothing is added.
 */
export const steadySort = (
  sort: Sort | undefined,
  isUnique: (field: string) => boolean,
): Sort | undefined => {
  const only = first(sort)
  if (only === undefined) return sort
  const isDescending = only.startsWith('-')
  const field = only.replace(/^-/, '')
  if (field === 'createdAt' || isUnique(field)) return [only]
  return [only, isDescending ? '-createdAt' : 'createdAt']
}

/** Gives the lists of a database steady orders. */
export const orderSteadily = (adapter: Reads): Pick<Reads, 'find' | 'queryDrafts'> => {
  const find: Reads['find'] = adapter.find.bind(adapter)
  const queryDrafts: Reads['queryDrafts'] = adapter.queryDrafts.bind(adapter)
  const steady = (collection: string, given: Sort | undefined): Sort | undefined => {
    const config = adapter.payload.config.collections.find(({ slug }) => slug === collection)
    if (!config?.timestamps) return given
    const isUnique = (name: string): boolean => {
      const field = config.flattenedFields.find((candidate) => candidate.name === name)
      return name === 'id' || (field !== undefined && 'unique' in field && field.unique === true)
    }
    return steadySort(given ?? config.defaultSort, isUnique)
  }
  return {
    find: (args) => find({ ...args, sort: steady(args.collection, args.sort) }),
    queryDrafts: (args) => queryDrafts({ ...args, sort: steady(args.collection, args.sort) }),
  }
}
