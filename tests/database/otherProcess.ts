import { setTimeout as pause } from 'node:timers/promises'

import { createClient } from '@libsql/client'

import { serializedClient } from '../../src/database/serializedClient.ts'

// Arguments: file, kind. Writes to a database as a command that imports does, in transactions of a second without a pause
// between them: as Answerbook does (`ours`), or as any other program (`foreign`), which rests for a moment after each.
const [file = '', kind = ''] = process.argv.slice(2)
const config = { url: `file:${file}`, timeout: 5_000 }
const client = kind === 'ours' ? serializedClient(config, file).client : createClient(config)
await client.execute('CREATE TABLE IF NOT EXISTS others (text TEXT)')
for (;;) {
  const transaction = await client.transaction('write')
  console.log('open')
  for (let part = 0; part < 20; part += 1) {
    await transaction.execute({ sql: 'INSERT INTO others VALUES (?)', args: ['x'.repeat(200_000)] })
    await pause(50)
  }
  await transaction.commit()
  console.log('committed')
  if (kind === 'foreign') await pause(100)
}
