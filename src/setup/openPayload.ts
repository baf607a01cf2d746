import { getPayload, type Payload, type SanitizedConfig } from 'payload'

export type OpenPayloadOptions = {
  /** The export of `@payload-config`; import it after the environment is read. */
  config: Promise<SanitizedConfig> | SanitizedConfig
  /** Whether this process runs scheduled jobs. The server does, a command does not. Default: false. */
  cron?: boolean
  /** Whether the database may be older than the program: nothing is done on it in that case. Default: false. */
  beforeMigrating?: boolean
}

/**
 * Opens Payload and its database, or returns the instance of this process if it is already open. If the database cannot
 * be reached, the adapter logs the reason and throws.
 */
export const openPayload = ({
  config,
  cron = false,
  beforeMigrating = false,
}: OpenPayloadOptions): Promise<Payload> => getPayload({ config, cron, disableOnInit: beforeMigrating })
