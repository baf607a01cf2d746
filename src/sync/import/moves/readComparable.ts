import { setImmediate as turn } from 'node:timers/promises'

import { collectionOf, type DocumentId } from '../../../documents/documents.ts'
import { digestOf } from '../../../files/readTextFile.ts'
import { likenessOf } from '../../../mapping/likeness.ts'
import type { MappedRecord } from '../../../mapping/types.ts'
import { recordOfText } from '../../locales/fileSet.ts'
import { fileRecordsOf } from '../../records/fileRecords.ts'
import { type FilesOfMapping, readSources } from '../readSource.ts'
import { redirectedTo, urlValue } from '../redirectedTo.ts'
import type { Comparable } from './pairFiles.ts'

/**
 * The number of likenesses of a comparable file: all of its values; its content alone; its title with the document that had
 * its URL before, for a file that returns to a former place with other content; and a long text alone, for one whose title has
 * changed too.
 */
export const tiers = 4

// Digests instead of texts, since all files of a site may be missing.
const comparable = (
  { mapping, payload }: FilesOfMapping,
  path: string,
  records: readonly (MappedRecord | undefined)[],
  document: DocumentId | undefined,
): Comparable => {
  const title = payload.collections[collectionOf(payload, mapping.collection)].config.admin.useAsTitle
  const all = records.flatMap((record) => (record ? [likenessOf(mapping, record, title)] : []))
  return {
    path,
    likenesses: [
      all.map(({ whole }) => digestOf(whole)),
      all.flatMap(({ content }) => (content === undefined ? [] : [digestOf(content)])),
      all.flatMap(({ name }) =>
        name === undefined || document === undefined
          ? []
          : [digestOf(JSON.stringify([name, String(document)]))],
      ),
      all.flatMap(({ text }) => (text === undefined ? [] : [digestOf(text)])),
    ],
  }
}

/** Reads files of the folder; those that cannot be imported are omitted. */
export const readFiles = async (files: FilesOfMapping, paths: readonly string[]): Promise<Comparable[]> => {
  const sources = await readSources(files, paths)
  const urls = sources.flatMap((source) => urlValue(source) ?? [])
  const before = await redirectedTo(files.payload, files.mapping, urls)
  return sources.map((source) =>
    comparable(files, source.path, [source.record], before.get(urlValue(source) ?? '')),
  )
}

/** Reads the texts of files as last imported and as last exported from their rows. */
export const readStored = async (files: FilesOfMapping, paths: readonly string[]): Promise<Comparable[]> => {
  const { mapping, payload, scope } = files
  const found: Comparable[] = []
  const rows = await fileRecordsOf(payload, undefined, scope.name).byPaths(paths)
  for (const { document, exported, path, text } of rows) {
    await turn()
    const records = [text, exported].map((one) => recordOfText(mapping, path, one))
    found.push(comparable(files, path, records, document))
  }
  return found
}
