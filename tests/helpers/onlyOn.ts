import { database } from './bootPayload.ts'

/** Defines tests that make sense with one kind of database only; with the other they do not exist, and count as none. */
export const onlyOn = (kind: typeof database, define: () => void): void => {
  if (database === kind) define()
}
