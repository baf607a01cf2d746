import path from 'node:path'

import type { Payload } from 'payload'

import { articleMapping } from '../../collections/articleMapping.ts'
import { rowsOf } from '../../src/documents/rows.ts'
import type { Problem } from '../../src/problems/problems.ts'
import { exportFiles } from '../../src/sync/export/exportFiles.ts'
import { importFiles } from '../../src/sync/import/importFiles.ts'
import { deliver, deliveries, edits } from './site.ts'

const mappings = [articleMapping]

/** The folders of the work: `delivery` is imported, `out` is exported to. */
export const foldersIn = (root: string) => ({
  delivery: path.join(root, 'delivery'),
  out: path.join(root, 'out'),
})

/** Imports the first delivery, exports it, lets editors change articles, and brings the second delivery. */
export const prepare = async (payload: Payload, root: string): Promise<void> => {
  const { delivery, out } = foldersIn(root)
  deliver(delivery, deliveries.before)
  await importFiles({ payload, mappings, folder: delivery })
  await exportFiles({ payload, mappings, folder: out })
  for (const [slug, author] of Object.entries(edits))
    await payload.update({ collection: 'articles', where: { slug: { equals: slug } }, data: { author } })
  deliver(delivery, deliveries.after)
}

const linesOf = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, path: file }) => `${code} ${file}`).sort()

/**
 * Imports the second delivery and exports everything; returns what the reports say. Like a script, it does not export after
 * an import with errors.
 */
export const work = async (payload: Payload, root: string): Promise<string[]> => {
  const { delivery, out } = foldersIn(root)
  const { problems } = await importFiles({
    payload,
    mappings,
    folder: delivery,
    deleteMissing: true,
    maxDelete: 50,
  })
  if (problems.some(({ code, severity }) => severity === 'error' && code !== 'conflict'))
    return linesOf(problems)
  const exported = await exportFiles({ payload, mappings, folder: out, overwrite: true })
  return linesOf([...problems, ...exported.problems])
}

/** Lets the leases of runs expire whose process is gone. */
export const expireLeases = async (payload: Payload): Promise<void> => {
  const collection = 'answerbook-runs'
  const expiresAt = new Date(Date.now() - 60_000).toISOString()
  for (const { id } of await rowsOf(payload).find({ collection, where: { status: { equals: 'running' } } }))
    await rowsOf(payload).update({ collection, id, data: { expiresAt } })
}
