import { commitTransaction, type Payload, type PayloadRequest, type Where } from 'payload'

import { type LinkEntry, joinLinks } from '../../links/linkList.ts'
import { rewriteLinks } from '../../links/rewriteLinks.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import { linkTo } from '../../mapping/links.ts'
import type { Mapping } from '../../mapping/types.ts'
import { linkedField } from '../../mapping/urlPattern.ts'
import { progressOfMigration } from '../../database/migrationProgress.ts'
import { filesContext } from '../../documents/runContext.ts'
import { type DocumentId, documentsOf, isDocumentId, type StoredDocument } from '../../documents/documents.ts'
import type { OnProgress } from '../../progress/phases.ts'
import { chunks } from '../../documents/pages.ts'
import { populate } from '../../documents/populate.ts'
import { rowsOf } from '../../documents/rows.ts'
import { deleteCreated } from './deleteCreated.ts'
import { createdBy } from '../records/runRecords.ts'
import { inTransaction } from '../../documents/transaction.ts'
import { slugsOf } from '../../documents/registeredOptions.ts'

const pageSize = 100

// Documents that editors have created keep their links to the deleted ones, as unresolved links.
const unlink = async (payload: Payload, mapping: Mapping, ids: ReadonlySet<string>): Promise<void> => {
  const { collection, links } = mapping
  if (!links) return
  const fields = { collection, field: links.field, unresolved: links.unresolved, key: linkedField(mapping) }
  const rows = await rowsOf(payload).find({ collection, select: { [links.field]: true } })
  const linking = rows.filter((row) => {
    const targets = documentValue(row, links.field)
    return !ids.has(String(row.id)) && Array.isArray(targets) && targets.some((id) => ids.has(String(id)))
  })
  for (const page of chunks(linking, pageSize))
    await inTransaction(payload, {}, async (req) => {
      for (const { id } of page) {
        const row = await rowsOf(payload).findById(collection, id, req)
        const entries = row ? joinLinks(documentValue(row, links.field), null) : []
        const targets = entries.flatMap((entry) =>
          'id' in entry && ids.has(String(entry.id)) ? [entry.id] : [],
        )
        const lost = await linksTo(payload, mapping, targets, req)
        await rewriteLinks(req, fields, [id], (all) =>
          all.map((entry) => ('id' in entry ? (lost.get(entry.id) ?? entry) : entry)),
        )
      }
    })
}

const linksTo = async (
  payload: Payload,
  mapping: Mapping,
  ids: readonly DocumentId[],
  req: PayloadRequest,
): Promise<Map<DocumentId, LinkEntry>> => {
  const { collection, links } = mapping
  const found = new Map<DocumentId, LinkEntry>()
  if (!links || ids.length === 0) return found
  const rows = await rowsOf(payload).find({ collection, req, where: { id: { in: [...ids] } } })
  const complete = await populate(payload, mapping, rows, { req })
  for (const [at, row] of rows.entries()) {
    const link = linkTo(links, complete[at])
    if (link) found.set(row.id, { url: link.url, values: link.values })
  }
  return found
}

const takeBack = async (
  payload: Payload,
  mappings: readonly Mapping[],
  run: StoredDocument,
  onProgress: OnProgress,
): Promise<number> => {
  const documents = documentsOf(payload)
  const rows = await documents.find({
    collection: slugsOf(payload).files,
    select: { document: true, relationTo: true },
    where: { run: { equals: String(run.id) } },
  })
  let taken = 0
  onProgress({ phase: 'takeBack', done: taken, total: rows.length })
  for (const mapping of mappings) {
    const { collection } = mapping
    const mine = rows.filter((row) => row.relationTo === collection)
    const ids = new Set(mine.map(({ document }) => String(document)))
    await unlink(payload, mapping, ids)
    for (const page of chunks(mine, pageSize))
      await inTransaction(payload, filesContext(payload), async (req) => {
        for (const { document } of page) {
          if (!isDocumentId(document)) continue
          const isThere = await rowsOf(payload).findById(collection, document, req)
          if (isThere) await documents.delete({ collection, id: document, req, trash: true })
          // Including its files in other locales, which other runs may have added.
          const where: Where = {
            and: [{ relationTo: { equals: collection } }, { document: { equals: document } }],
          }
          await rowsOf(payload).remove({ collection: slugsOf(payload).files, req, where })
          taken += isThere ? 1 : 0
          onProgress({ phase: 'takeBack', done: taken, total: rows.length })
        }
      })
  }
  for (const addition of createdBy(run)) await deleteCreated(payload, mappings, addition)
  await documents.delete({ collection: slugsOf(payload).runs, id: run.id })
  return taken
}

/**
 * Deletes what imports as a migration have created: their documents, related documents that nothing else uses, such as
 * subjects, and their file records. Documents that editors have created are kept. Returns the number of deleted documents.
 */
export const revertImportMigration = async ({
  mappings,
  req,
}: {
  mappings: readonly Mapping[]
  req: PayloadRequest
}): Promise<number> => {
  const { payload } = req
  const onProgress = progressOfMigration(req)
  onProgress({ phase: 'takeBack', done: 0 })
  await commitTransaction(req)
  const runs = await documentsOf(payload).find({
    collection: slugsOf(payload).runs,
    where: { and: [{ trigger: { equals: 'migration' } }, { kind: { equals: 'import' } }] },
  })
  let taken = 0
  for (const run of runs) taken += await takeBack(payload, mappings, run, onProgress)
  payload.logger.info({ msg: `Reverted ${taken} documents.` })
  return taken
}
