import type { OfOwners } from './ofOwners.ts'

type Column = { name: string }

/** The parts of Drizzle that statements for several rows need; a driver brings its own copy of them. */
export type Dialect = {
  /** The value of a column in the row that an INSERT could not add. */
  excluded: (column: Column) => unknown
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
