import { codeOf, isConflict } from './databaseError.ts'
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

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const lockNotAvailable = '55P03'

/** Texts that Postgres cannot store: it does not support NUL, and an index entry is limited to a third of a page. */
const unstorable = new Map<unknown, string>([
  ['22021', 'A text contains a NUL character, which Postgres cannot store.'],
  ['54000', 'A text is longer than about 2,700 bytes, which Postgres does not allow in an indexed field.'],
])

/** The error that the author of a save gets for a database error; the same error if it is the server's fault. */
const refusalOf = (error: unknown): unknown => {
  if (isConflict(error)) return new ConflictError({ cause: error })
  const code = codeOf(error)
  const sentence = unstorable.get(code)
  if (sentence !== undefined) return new UnstorableTextError(sentence, { cause: error })
  if (code !== lockNotAvailable) return error
  return new BusyError('The database is busy: another save took longer than 30 seconds. Try again.')
}

/**
 * Turns write conflicts of an adapter into a ConflictError, since the adapter's own error looks like a server fault.
 * Nothing is retried, since MongoDB and Postgres have rolled back the whole transaction. A lock timeout in Postgres
 * becomes a BusyError, a text that it cannot store an UnstorableTextError.
 */
export const clearConflicts = (adapter: object): void => {
  for (const name of writes) {
    const write: unknown = Reflect.get(adapter, name)
    if (typeof write !== 'function') continue
    // Called on the adapter, or on one that collects its writes.
    const clear = async function (this: unknown, ...args: unknown[]): Promise<unknown> {
      try {
        const written: unknown = await Reflect.apply(write, this ?? adapter, args)
        return written
      } catch (error) {
        throw refusalOf(error)
      }
    }
    Reflect.set(adapter, name, clear)
  }
}
