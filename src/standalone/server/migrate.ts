import { migrate, migrateDown } from '../../database/migrate.ts'
import { ensureLinkIndexes } from '../../links/linkFields.ts'
import { closePayload } from '../../setup/closePayload.ts'
import { ConfigurationError } from '../../problems/ConfigurationError.ts'
import { openPayload } from '../../setup/openPayload.ts'
import { thinOut } from '../../progress/thinOut.ts'
import type { MigrationMessage } from './migrateInChild.ts'

const tell = (message: MigrationMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve())
    else resolve()
  })

try {
  const { default: config } = await import('@payload-config')
  const payload = await openPayload({ config, beforeMigrating: true })
  const onProgress = thinOut((progress) => void tell({ progress }))
  if (process.argv.includes('down')) await migrateDown(payload, { onProgress })
  else {
    await migrate(payload, { onProgress })
    await ensureLinkIndexes(payload, (progress) =>
      onProgress({ phase: 'schema', about: 'the index of links', ...progress }),
    )
  }
  await closePayload(payload)
  process.exit(0)
} catch (error) {
  const failure = error instanceof Error ? error.message : String(error)
  await tell({ failure, isConfiguration: error instanceof ConfigurationError })
  process.exit(1)
}
