import { BusyError, ConflictError, UnstorableTextError } from './refusals.ts'

const writes = [
  'commitTransaction',
  'create',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'insert',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
]

// MongoDB: https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml
// Postgres: https://www.postgresql.org/docs/current/errcodes-appendix.html
const writeConflict = 112
const serializationFailure = '40001'
const deadlockDetected = '40P01'
const lockNotAvailable = '55P03'

/** Texts that Postgres cannot hold: it has no NUL, and an index takes a third of a page. */
const unstorable = new Map<unknown, string>([
  ['22021', 'A text holds a NUL character, which Postgres cannot keep.'],
  ['54000', 'A text is longer than the about 2,700 bytes that Postgres takes in a field with an index.'],
])

const conflicts = new Set<unknown>([writeConflict, serializationFailure, deadlockDetected])

const codeOf = (error: unknown): unknown => {
  if (!(error instanceof Error)) return undefined
  return 'code' in error && error.code !== undefined ? error.code : codeOf(error.cause)
}

/** What whoever saves is told of an error of the database; the error itself where it is the server's fault. */
const refusalOf = (error: unknown): unknown => {
  const code = codeOf(error)
  if (conflicts.has(code)) return new ConflictError({ cause: error })
  const sentence = unstorable.get(code)
  if (sentence !== undefined) return new UnstorableTextError(sentence, { cause: error })
  if (code !== lockNotAvailable) return error
  return new BusyError('The database is busy: another save took longer than 30 seconds. Try again.')
}

/**
 * Makes a write of an adapter that met a transaction on the same document a ConflictError: the adapter's own error is a fault of the
 * server to whoever saves. Nothing is tried again, since MongoDB and Postgres have rolled the whole transaction back. One
 * that waited in vain for a lock of Postgres is a BusyError, one of a text that it cannot hold an UnstorableTextError.
 */
export const clearConflicts = (adapter: object): void => {
  for (const name of writes) {
    const write: unknown = Reflect.get(adapter, name)
    if (typeof write !== 'function') continue
    Reflect.set(adapter, name, async (...args: unknown[]): Promise<unknown> => {
      try {
        const written: unknown = await Reflect.apply(write, adapter, args)
        return written
      } catch (error) {
        throw refusalOf(error)
      }
    })
  }
}
