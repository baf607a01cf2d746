import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { showProgress } from '../../progress/showProgress.ts'
import { ensureSecret } from '../../setup/ensureSecret.ts'
import { loadEnvironmentFile } from '../../setup/loadEnvironmentFile.ts'
import type { Phase } from '../../progress/phases.ts'
import { migrateInChild } from './migrateInChild.ts'
import { reportFailure } from './reportFailure.ts'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const shown = showProgress(process.stdout)
const direction = process.argv.includes('down') ? 'down' : 'up'

try {
  loadEnvironmentFile(root)
  ensureSecret(root)
  const met = new Set<Phase>()
  await migrateInChild((progress) => {
    met.add(progress.phase)
    shown.update(progress)
  }, direction)
  shown.stop()
  if ([...met].every((phase) => phase === 'open' || phase === 'wait'))
    process.stdout.write('Nothing to do.\n')
} catch (error) {
  shown.stop({ done: false })
  process.exit(reportFailure(error))
}
