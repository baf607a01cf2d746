/** The faults of the configuration, one sentence for each variable. Exit code 2. */
export class ConfigurationError extends Error {
  override readonly name: string = 'ConfigurationError'
}
