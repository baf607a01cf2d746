import { ValidationError } from 'payload'

/** The message of an error for a person; for a failed validation, the fields and what is wrong with them. */
export const errorMessage = (error: unknown): string => {
  if (error instanceof ValidationError) {
    return error.data.errors.map(({ message, path }) => `"${path}": ${message}`).join(' ')
  }
  return error instanceof Error ? error.message : String(error)
}
