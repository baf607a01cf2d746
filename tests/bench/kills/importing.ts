import { articleMapping } from '../../../collections/articleMapping.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'
import { bootApp } from '../scale/bootSite.ts'

// Arguments: the URL of a database and a folder. Imports the folder; the first line says that it begins, the last that it
// is done and how long it took, in milliseconds.
const [url = '', folder = ''] = process.argv.slice(2)
const { payload } = await bootApp(url)
process.stdout.write('begins\n')
const began = performance.now()
const { problems } = await importFiles({ payload, mappings: [articleMapping], folder })
const errors = problems.filter(({ severity }) => severity === 'error')
process.stdout.write(`${JSON.stringify({ errors, milliseconds: performance.now() - began })}\n`)
process.exit(0)
