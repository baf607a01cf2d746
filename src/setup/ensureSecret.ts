import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'

import type { Variables } from './environment.ts'

/**
 * Makes sure that there is a PAYLOAD_SECRET: the process's own, the one in `.env`, or a new one, which is added to
 * `.env` (only the owner can read a new file; an existing file keeps all other lines). The secret signs sessions and
 * encrypts API keys, so it is never changed. Call it after reading `.env`.
 * @returns Whether a secret was made.
 */
export const ensureSecret = (root: string, source: Variables = process.env): boolean => {
  if (source.PAYLOAD_SECRET) return false
  const file = path.join(root, '.env')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const known = text === undefined ? undefined : parseEnv(text).PAYLOAD_SECRET
  source.PAYLOAD_SECRET = known ? known : randomBytes(32).toString('hex')
  if (known) return false
  const line = `PAYLOAD_SECRET=${source.PAYLOAD_SECRET}\n`
  // If two processes start at once, the second fails here instead of replacing the first one's secret.
  if (text === undefined) writeFileSync(file, line, { flag: 'wx', mode: 0o600 })
  else appendFileSync(file, text === '' || text.endsWith('\n') ? line : `\n${line}`)
  return true
}
