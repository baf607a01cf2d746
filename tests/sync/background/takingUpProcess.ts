import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

import { getPayload } from 'payload'

import { articleMapping } from '../../../collections/articleMapping.ts'
import { rowsOf } from '../../../src/documents/rows.ts'
import { workFolder } from '../../../src/files/upload/workFolder.ts'
import { takeUpRuns } from '../../../src/sync/background/takeUpRuns.ts'

// Argument: a folder. Continues runs on the database of DATABASE_URL, as a server does, from the first line of its input until
// none is left, and prints how many it has continued.
const [folder = ''] = process.argv.slice(2)
const config = await (await import('../../../payload.config.ts')).default
const payload = await getPayload({ config, disableOnInit: true })
const setting = {
  mappings: [articleMapping],
  roots: [path.join(folder, 'roots')],
  work: workFolder(path.join(folder, 'work')),
}
console.log('ready')
await once(createInterface({ input: process.stdin }), 'line')
let taken = 0
const isAnyLeft = async (): Promise<boolean> =>
  (await rowsOf(payload).count('answerbook-runs', { status: { equals: 'running' } })) > 0
do {
  taken += await takeUpRuns(payload, setting)
  await wait(20)
} while (await isAnyLeft())
console.log(`continued ${taken}`)
process.exit(0)
