import path from 'node:path'
import { fileURLToPath } from 'node:url'

Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')
const { buildAdmin } = await import('./buildAdmin.ts')
const { ensureSecret } = await import('../setup/ensureSecret.ts')
const { loadEnvironmentFile } = await import('../setup/loadEnvironmentFile.ts')
const { reportFailure } = await import('./reportFailure.ts')

try {
  loadEnvironmentFile(root)
  ensureSecret(root)
  await buildAdmin(root, (line) => process.stdout.write(`${line}\n`))
} catch (error) {
  process.exit(reportFailure(error))
}
