import { BusyError, ConflictError, UnstorableTextError } from './refusals.ts'

const isDriverError = (error: Error): boolean =>
  /^(Libsql|Mongo|Drizzle)/.test(error.name) ||
  error.message.startsWith('Failed query') ||
  // As PostgreSQL reports: https://www.postgresql.org/docs/current/protocol-error-fields.html
  ('severity' in error && 'code' in error)

/** Whether an error, or its cause, was reported by a database or its driver. */
export const isDatabaseError = (error: unknown): boolean =>
  error instanceof Error &&
  // The text is at fault, not the database.
  !(error instanceof UnstorableTextError) &&
  (error instanceof BusyError ||
    error instanceof ConflictError ||
    isDriverError(error) ||
    isDatabaseError(error.cause))

/** Whether MongoDB's driver has given an error, or its cause, a label. */
export const hasErrorLabel = (error: unknown, label: string): boolean =>
  error instanceof Error &&
  (('hasErrorLabel' in error &&
    typeof error.hasErrorLabel === 'function' &&
    Reflect.apply(error.hasErrorLabel, error, [label]) === true) ||
    hasErrorLabel(error.cause, label))

// MongoDB: https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml
// Postgres: https://www.postgresql.org/docs/current/errcodes-appendix.html
const writeConflict = 112
const serializationFailure = '40001'
const deadlockDetected = '40P01'

const conflicts = new Set<unknown>([writeConflict, serializationFailure, deadlockDetected])

/** The code that a database gave to an error or to what caused it, such as '40001'; undefined if it gave none. */
export const codeOf = (error: unknown): unknown => {
  if (!(error instanceof Error)) return undefined
  return 'code' in error && error.code !== undefined ? error.code : codeOf(error.cause)
}

/** Whether a database has refused a statement because of another transaction. */
export const isConflict = (error: unknown): boolean => conflicts.has(codeOf(error))

/**
 * Whether a transaction failed only because of another one, or because MongoDB has lost its primary, so that it can be
 * repeated as a whole.
 */
export const mayTryAgain = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof ConflictError ||
    // https://www.mongodb.com/docs/manual/core/transactions-in-applications/#transienttransactionerror
    hasErrorLabel(error, 'TransientTransactionError') ||
    isConflict(error) ||
    mayTryAgain(error.cause))
