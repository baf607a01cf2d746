import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * Reads `.env` of the project's folder into `process.env`, if the file exists. Existing variables take precedence over
 * the file.
 */
export const loadEnvironmentFile = (root: string): void => {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
