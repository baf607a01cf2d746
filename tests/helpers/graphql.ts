import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { SanitizedConfig } from 'payload'

import type { Person } from './makeUsers.ts'
import { headersOf } from './rest.ts'

export type GraphqlAnswer = { data: Record<string, unknown>; errors: string[] }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Queries Payload's GraphQL API like its server. `errors` are the messages; empty if there are none. */
export const graphql = async (
  config: SanitizedConfig,
  query: string,
  { as = 'visitor', variables = {} }: { as?: Person; variables?: Record<string, unknown> } = {},
): Promise<GraphqlAnswer> => {
  const response = await GRAPHQL_POST(Promise.resolve(config))(
    new Request('http://localhost:3000/api/graphql', {
      method: 'POST',
      headers: { ...headersOf(as), 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    }),
  )
  const body: unknown = await response.json()
  const answer = isRecord(body) ? body : {}
  const errors = Array.isArray(answer.errors) ? answer.errors : []
  return {
    data: isRecord(answer.data) ? answer.data : {},
    errors: errors.map((error: unknown) => (isRecord(error) ? String(error.message) : String(error))),
  }
}
