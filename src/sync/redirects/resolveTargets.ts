import { setImmediate as turn } from 'node:timers/promises'

import type { Payload } from 'payload'

import { type DocumentId, isPublished } from '../../documents/documents.ts'
import { inLocale } from '../../documents/inLocale.ts'
import { chunks } from '../../documents/pages.ts'
import { rowsOf } from '../../documents/rows.ts'
import type { Mapping } from '../../mapping/types.ts'
import { documentUrl, localeOfUrl, urlPattern, urlStart } from '../../mapping/urlPattern.ts'
import { isInTrash } from '../capabilities.ts'

/** A document that has a URL. */
export type UrlOwner = { collection: string; id: DocumentId; isPublished: boolean }

const pageSize = 200

/** The URL of a document of a mapping that a path has the form of, with the mapping; undefined for any other path. */
const formOf = (
  mappings: readonly Mapping[],
  path: string,
): { mapping: Mapping; url: string } | undefined => {
  for (const mapping of mappings) {
    const url = documentUrl(mapping, path)
    if (url !== undefined) return { mapping, url }
  }
  return undefined
}

/** Whether a path can only be that of a document, so that something is wrong if there is none. */
export const isDocumentPath = (mappings: readonly Mapping[], path: string): boolean => {
  const form = formOf(mappings, path)
  return form !== undefined && urlStart(form.mapping).length > 1
}

/** The documents that have some paths as their URLs, except those in the trash. */
export const ownersOf = async (
  payload: Payload,
  mappings: readonly Mapping[],
  paths: Iterable<string>,
): Promise<Map<string, UrlOwner>> => {
  const owners = new Map<string, UrlOwner>()
  const wanted = [...new Set(paths)].flatMap((path) => {
    const form = formOf(mappings, path)
    return form ? [{ path, ...form }] : []
  })
  for (const some of chunks(wanted, pageSize))
    for (const mapping of new Set(some.map((one) => one.mapping))) {
      await turn()
      const field = urlPattern(mapping)?.field ?? mapping.key
      const own = some.filter((one) => one.mapping === mapping)
      for (const locale of new Set(own.map(({ url }) => localeOfUrl(mapping, url)))) {
        const here = own.filter(({ url }) => localeOfUrl(mapping, url) === locale)
        const rows = await rowsOf(payload).find({
          collection: mapping.collection,
          sort: field,
          where: { [field]: { in: here.map(({ url }) => url) } },
        })
        for (const row of rows) {
          const url = inLocale(payload, mapping.collection, row, locale)[field]
          const found = here.find((one) => one.url === url)
          if (found && !isInTrash(row))
            owners.set(found.path, {
              collection: mapping.collection,
              id: row.id,
              isPublished: isPublished(row),
            })
        }
      }
    }
  return owners
}
