import type { PostgresAdapter } from '@payloadcms/db-postgres'

type Pool = PostgresAdapter['pool']

const isPool = (value: unknown): value is Pool =>
  typeof value === 'object' && value !== null && 'query' in value && 'connect' in value

/**
 * The connections of a Postgres adapter, ours or Payload's own; undefined for any other, and before it is connected.
 * Loads no database driver.
 */
export const poolOf = (adapter: object): Pool | undefined =>
  'pool' in adapter && isPool(adapter.pool) ? adapter.pool : undefined
