import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * Reads `.env` of the project's folder into `process.env`, where there is such a file. What the process was started
 * with wins over the file.
 */
export const loadEnvironmentFile = (root: string): void => {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
