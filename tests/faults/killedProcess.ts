import { getPayload } from 'payload'

import { watching } from './operations.ts'
import { watchDatabase } from './watchDatabase.ts'
import { watchFiles } from './watchFiles.ts'
import { foldersIn, work } from './work.ts'

// Arguments: folder, number. Does the work on the database of DATABASE_URL and is killed at one of its operations.
const [root = '', at = ''] = process.argv.slice(2)
const kinds = ['mongodb', 'postgres'] as const
watchDatabase(kinds.find((kind) => kind === process.env.TEST_DATABASE) ?? 'sqlite')
watchFiles()
const config = await (await import('../../payload.config.ts')).default
const payload = await getPayload({ config, disableOnInit: true })
const { error, operations } = await watching(
  { fault: { at: Number(at), kind: 'kills' }, folders: Object.values(foldersIn(root)) },
  () => work(payload, root),
)
// It has fewer operations than expected.
console.log(operations.length, error)
process.exit(error === undefined ? 0 : 1)
