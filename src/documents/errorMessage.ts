import { ValidationError } from 'payload'

/** What an error says to a person: for a failed validation, what is wrong with which field. */
export const errorMessage = (error: unknown): string => {
  if (error instanceof ValidationError) {
    return error.data.errors.map(({ message, path }) => `"${path}": ${message}`).join(' ')
  }
  return error instanceof Error ? error.message : String(error)
}
