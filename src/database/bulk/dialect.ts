import type { OfOwners } from './ofOwners.ts'

/** What statements for several rows need; each driver brings its own copy of Drizzle. */
export type Dialect = {
  /** Whether values are compared with columns of the same type only. */
  isTyped: boolean
  /** The condition for the rows of some owners. */
  ofOwners: (rows: OfOwners) => unknown
}

const dialects = new WeakMap<object, Dialect>()

/** Makes the updates of an adapter use statements for several rows. */
export const rememberDialect = (adapter: object, dialect: Dialect): void => {
  dialects.set(adapter, dialect)
}

/** The dialect of an adapter; undefined for one that this package has not made. */
export const dialectOf = (adapter: object): Dialect | undefined => dialects.get(adapter)
