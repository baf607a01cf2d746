import type { AfterErrorHook, SanitizedCollectionConfig } from 'payload'

type Query = Record<string, unknown>
type Refusal = { message: string; status: number }

const isBroken = (value: unknown): boolean => {
  if (typeof value !== 'string' || value === '') return false
  try {
    JSON.parse(value)
    return false
  } catch {
    return true
  }
}

const brokenJson = (error: Error, query: Query): Refusal | undefined => {
  const name =
    error instanceof SyntaxError && ['where', 'data'].find((parameter) => isBroken(query[parameter]))
  if (!name) return undefined
  return {
    message: `The parameter ${name} is not valid JSON: write where[field][equals]=value.`,
    status: 400,
  }
}

const brokenAddress = (error: Error): Refusal | undefined =>
  error instanceof URIError
    ? { message: 'The address cannot be decoded: write a percent sign as %25.', status: 400 }
    : undefined

// Payload filters files by a prefix field, which only collections with cloud storage have.
const withoutPrefix = (
  collection: SanitizedCollectionConfig | undefined,
  query: Query,
): Refusal | undefined => {
  const asks = collection?.upload && 'prefix' in query
  const has = collection?.flattenedFields.some(({ name }) => name === 'prefix')
  return asks && !has ? { message: 'There is no file with this name.', status: 404 } : undefined
}

// For Payload's own collections, which get no endpoints from us.
const withoutVersions = (
  collection: SanitizedCollectionConfig | undefined,
  path: string,
): Refusal | undefined =>
  collection && !collection.versions && /\/versions(\/|$)/.test(path)
    ? { message: 'There is nothing at this address.', status: 404 }
    : undefined

const isFault = (error: Error): boolean => !('status' in error) || error.status === 500

/** Responds with 400 or 404 to an impossible request that Payload reports as a server error. */
export const answerUnreadable: AfterErrorHook = ({ collection, error, req: { pathname, query } }) => {
  if (!isFault(error)) return
  const refusal =
    brokenAddress(error) ??
    brokenJson(error, query) ??
    withoutPrefix(collection, query) ??
    withoutVersions(collection, pathname)
  if (refusal) return { response: { errors: [{ message: refusal.message }] }, status: refusal.status }
}
