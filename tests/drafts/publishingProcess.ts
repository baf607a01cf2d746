import { setTimeout as wait } from 'node:timers/promises'

import { getPayload } from 'payload'

// Begins to publish what is due in the database of DATABASE_URL, says so, and never ends.
const config = await (await import('../../payload.config.ts')).default
const payload = await getPayload({ config, disableOnInit: true })
payload.collections.articles.config.hooks.afterChange.push(async () => {
  process.stdout.write('publishing\n')
  await wait(600_000)
})
await payload.jobs.run({ limit: 100, silent: true })
