import type { BaseDatabaseAdapter, Sort } from 'payload'

type Reads = Pick<BaseDatabaseAdapter, 'find' | 'payload' | 'queryDrafts'>

const fieldsOf = (sort: Sort): string[] => (typeof sort === 'string' ? sort.split(',') : sort)

/**
 * Completes a sort by one field with the sort of equal values: by time, in the same direction. Payload always sorts
 * them by newest first, but no index combines two directions. If `isUnique` says that there are no equal values,
 * nothing is added.
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
 * A sort to which `steadySort` adds nothing, since it has two fields: the same one twice. For reads that do not depend on
 * the order of equal values: MongoDB reads and sorts all rows if no index covers the whole sort.
 */
export const sortOnlyBy = (field: string): string[] => [field, field]

/**
 * Ends a sort with a unique field, in the same direction. Otherwise, Postgres may return rows with the same time in a
 * different order on each page.
 */
export const uniqueSort = (sort: Sort | undefined, isUnique: (field: string) => boolean): string[] => {
  const fields = fieldsOf(sort ?? '-createdAt')
  const last = fields.at(-1) ?? ''
  if (isUnique(last.replace(/^-/, ''))) return fields
  return [...fields, last.startsWith('-') ? '-id' : 'id']
}

/** Makes the sort of a database's lists stable, ending with a unique field if `endsUnique`. */
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
