import { database } from './bootPayload.ts'

/** Defines tests for one kind of database only; with the others they do not exist. */
export const onlyOn = (kind: typeof database, define: () => void): void => {
  if (database === kind) define()
}
