import type { Payload, Where } from 'payload'

import type { DocumentId } from '../../documents/documents.ts'
import { chunks } from '../../documents/pages.ts'
import type { Mapping } from '../../mapping/types.ts'
import { documentStates, hasStates } from './documentStates.ts'
import type { ExportCache } from './exportCache.ts'
import { exportedPages, filesOfDocuments, pageSize } from './exportedFiles.ts'
import type { ExportedFile, Unexportable } from './fileOf.ts'

/** Some of the documents of an export. */
export type PageToExport = {
  /** Paths of files that are in the folder as this export would write them. */
  unchanged: readonly string[]
  /** The files of the other documents. */
  files: readonly (ExportedFile | Unexportable)[]
  /** To be filled with the texts that are in the folder now, without problems, by document and path. */
  exported: Map<DocumentId, Map<string, string>>
}

/**
 * The documents of an export, a page at a time, in the order of their ids. Those that are known to be unchanged are not
 * rendered; drafts always are.
 */
export async function* pagesToExport(
  payload: Payload,
  mapping: Mapping,
  { cache, drafts, within }: { cache: ExportCache; drafts: boolean; within: Where | undefined },
): AsyncGenerator<PageToExport, void, undefined> {
  if (drafts || !hasStates(payload, mapping)) {
    for await (const files of exportedPages(payload, mapping, { drafts, within }))
      yield { unchanged: [], files, exported: new Map() }
    return
  }
  for await (const states of documentStates(payload, mapping, { within })) {
    const unchanged = await cache.unchangedOf(states)
    const changed = states.filter((state) => !unchanged.has(state))
    const exported: PageToExport['exported'] = new Map()
    yield {
      unchanged: [...unchanged].flatMap(({ files }) => files.map(({ path }) => path)),
      files: [],
      exported,
    }
    for (const some of chunks(changed, pageSize)) {
      const ids = some.map(({ id }) => id)
      yield { unchanged: [], files: await filesOfDocuments(payload, mapping, ids), exported }
    }
    await cache.note(mapping.collection, changed, exported)
  }
}
