import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { ensureSecret } from '../setup/ensureSecret.ts'
import { loadEnvironmentFile } from '../setup/loadEnvironmentFile.ts'
import { migrateInChild } from './migrateInChild.ts'
import { reportFailure } from './reportFailure.ts'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')
const direction = process.argv.includes('down') ? 'down' : 'up'

try {
  loadEnvironmentFile(root)
  ensureSecret(root)
  const lines: string[] = []
  await migrateInChild((line) => {
    lines.push(line)
    process.stdout.write(`${line}\n`)
  }, direction)
  if (lines.length === 0) process.stdout.write('Nothing to do.\n')
} catch (error) {
  process.exit(reportFailure(error))
}
