import path from 'node:path'
import { fileURLToPath } from 'node:url'

Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const { showProgress } = await import('../../progress/showProgress.ts')
const { buildAdmin } = await import('./buildAdmin.ts')
const { ensureSecret } = await import('../../setup/ensureSecret.ts')
const { loadEnvironmentFile } = await import('../../setup/loadEnvironmentFile.ts')
const { reportFailure } = await import('./reportFailure.ts')

const shown = showProgress(process.stdout)
try {
  loadEnvironmentFile(root)
  ensureSecret(root)
  await buildAdmin(root, shown.update)
  shown.stop()
} catch (error) {
  shown.stop({ done: false })
  process.exit(reportFailure(error))
}
