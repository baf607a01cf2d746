import { getPayload, type Payload, type SanitizedConfig } from 'payload'

export type OpenPayloadOptions = {
  /** What `@payload-config` exports; import it after the environment is read. */
  config: Promise<SanitizedConfig> | SanitizedConfig
  /** Whether this process runs scheduled jobs. The server does, a command does not. Default: false. */
  cron?: boolean
  /** Whether the database may be older than the program: then nothing is done on it yet. Default: false. */
  beforeMigrating?: boolean
}

/**
 * Opens Payload and its database: the one of this process where it is open already. Where SQLite or MongoDB cannot be
 * reached, Payload's adapters log why and end the process.
 */
export const openPayload = ({
  config,
  cron = false,
  beforeMigrating = false,
}: OpenPayloadOptions): Promise<Payload> => getPayload({ config, cron, disableOnInit: beforeMigrating })
