import { LibsqlError } from '@libsql/client'

/**
 * Rethrows an error of the driver with the code by which Payload recognizes a value that is already taken, and names its
 * field: newer versions of the driver report this code beside a more general one.
 */
export const withExtendedCode = (error: unknown): never => {
  if (error instanceof LibsqlError && error.extendedCode === 'SQLITE_CONSTRAINT_UNIQUE')
    Object.assign(error, { code: error.extendedCode })
  throw error
}
