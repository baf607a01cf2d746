import type { Payload } from 'payload'

import type { DocumentId } from '../../documents/documents.ts'
import type { Mapping } from '../../mapping/types.ts'
import { urlPattern } from '../../mapping/urlPattern.ts'
import { redirectsOf } from '../../urls/redirects/redirectRecords.ts'
import type { SourceFile } from './types.ts'

/**
 * The URL that a file gives its document; undefined with several tenants, whose URLs may be the same and do not identify
 * a document.
 */
export const urlValue = ({ mapping, record }: Pick<SourceFile, 'mapping' | 'record'>): string | undefined => {
  const { field } = urlPattern(mapping) ?? {}
  const value = field === undefined || mapping.within !== undefined ? undefined : record.fields[field]
  return typeof value === 'string' ? value : undefined
}

/** The documents of a mapping that URLs are redirected to, by URL: those that had them before. */
export const redirectedTo = async (
  payload: Payload,
  mapping: Mapping,
  urls: readonly string[],
): Promise<Map<string, DocumentId>> => {
  const redirects = await redirectsOf(payload).from(urls)
  return new Map(
    redirects.flatMap(({ from, to }) =>
      to && 'id' in to && to.collection === mapping.collection ? [[from, to.id]] : [],
    ),
  )
}
