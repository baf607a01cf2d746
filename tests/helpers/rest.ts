import { handleEndpoints, type SanitizedConfig } from 'payload'

import { apiKeyOf, type Person } from './makeUsers.ts'

export type RestOptions = { as?: Person; method?: string; body?: unknown }

/** The response of an endpoint. `body` is its JSON; the text of any other response is under `text`. */
export type RestAnswer = { status: number; body: Record<string, unknown> }

/** The headers by which an API key signs in. */
export const headersOf = (person: Person): Record<string, string> =>
  person === 'visitor' ? {} : { Authorization: `users API-Key ${apiKeyOf(person)}` }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const parsed = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : { text }
  } catch {
    return { text }
  }
}

/** Calls Payload's REST API like its server; a body may be plain data, sent as JSON, or a form. */
export const rest = async (
  config: SanitizedConfig,
  path: string,
  { as = 'visitor', method = 'GET', body }: RestOptions = {},
): Promise<RestAnswer> => {
  const isForm = body instanceof FormData
  const request = new Request(`http://localhost:3000/api/${path.replace(/^\//, '')}`, {
    method,
    headers: {
      ...headersOf(as),
      ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
  const response = await handleEndpoints({ config, request })
  return { status: response.status, body: parsed(await response.text()) }
}
