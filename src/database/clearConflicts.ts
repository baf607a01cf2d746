import type { BaseDatabaseAdapter } from 'payload'

import { ConflictError } from './refusals.ts'

const writes = [
  'commitTransaction',
  'create',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
]

// https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml
const writeConflict = 112

const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === writeConflict

/**
 * Makes a write of a MongoDB adapter that met a transaction on the same document a ConflictError: the adapter's own error
 * is a fault of the server to whoever saves. Nothing is tried again, since MongoDB has rolled the whole transaction back.
 */
export const clearConflicts = (adapter: BaseDatabaseAdapter): void => {
  for (const name of writes) {
    const write: unknown = Reflect.get(adapter, name)
    if (typeof write !== 'function') continue
    Reflect.set(adapter, name, async (...args: unknown[]): Promise<unknown> => {
      try {
        const written: unknown = await Reflect.apply(write, adapter, args)
        return written
      } catch (error) {
        throw isConflict(error) ? new ConflictError({ cause: error }) : error
      }
    })
  }
}
