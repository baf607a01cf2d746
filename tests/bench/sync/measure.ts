import { generateSite } from '../../../.scripts/site/generateSite.ts'
import { articleMapping } from '../../../collections/articleMapping.ts'
import { bootApp, folderOf } from '../scale/bootSite.ts'
import { emptySite } from '../scale/seedSite.ts'
import { measureExport } from './export.ts'
import type { Figure } from './figure.ts'
import { measureFirstImport } from './firstImport.ts'
import { measureUnchanged } from './unchanged.ts'
import { importFiles } from '../../../src/sync/import/importFiles.ts'

// One process for each database and size, since the config reads its database once. Standard output is the result.
const [url = '', size = ''] = process.argv.slice(2)
const app = await bootApp(url)
const { folder, remove } = folderOf(generateSite({ articles: Number(size) }))
const mappings = [articleMapping]

const tell = (figures: readonly Figure[]): void => {
  for (const { name, ours, ratio } of figures)
    process.stderr.write(`  ${name}: ${ours.toPrecision(3)}, ratio ${ratio.toPrecision(3)}\n`)
}

try {
  const first = await measureFirstImport(app, folder)
  tell(first)
  await emptySite(app)
  await importFiles({ payload: app.payload, mappings, folder })
  const unchanged = await measureUnchanged({ folder, mappings, payload: app.payload })
  tell(unchanged)
  const exported = await measureExport({ mapping: articleMapping, payload: app.payload })
  process.stdout.write(JSON.stringify([...first, ...unchanged, ...exported]))
} finally {
  remove()
}
await app.payload.destroy()
process.exit(0)
