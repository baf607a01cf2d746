import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const isDevelopment = process.argv.includes('--dev')

// React, Next and Payload read it while they are being imported.
Object.assign(process.env, {
  NODE_ENV: isDevelopment ? 'development' : 'production',
  NEXT_TELEMETRY_DISABLED: process.env.NEXT_TELEMETRY_DISABLED ?? '1',
})

const { reportFailure } = await import('./reportFailure.ts')
try {
  const { start } = await import('./start.ts')
  await start({ root, isDevelopment })
} catch (error) {
  process.exit(reportFailure(error))
}
