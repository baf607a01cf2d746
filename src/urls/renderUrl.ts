import type { PayloadRequest } from 'payload'

import { type DocumentId, idOf } from '../documents/documents.ts'
import { importBatchOf } from '../documents/importBatch.ts'
import { inLocale, localeOfRequest } from '../documents/inLocale.ts'
import { rowsOf } from '../documents/rows.ts'
import { bindings } from '../mapping/bindings.ts'
import { documentValue } from '../mapping/documentValue.ts'
import { isLocale, relatedName } from '../mapping/gaps.ts'
import { template } from '../mapping/template.ts'
import type { Mapping } from '../mapping/types.ts'
import type { UrlPattern } from '../mapping/urlPattern.ts'

const isText = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string'

const relatedText = (
  req: PayloadRequest,
  collection: string,
  id: DocumentId,
  field: string,
): Promise<string | undefined> => {
  const locale = localeOfRequest(req)
  const ask = async (): Promise<string | undefined> => {
    const [row] = await rowsOf(req.payload).find({
      collection,
      limit: 1,
      req,
      select: { [field]: true },
      where: { id: { equals: id } },
    })
    const text = row && inLocale(req.payload, collection, row, locale)[field]
    return typeof text === 'string' ? text : undefined
  }
  return importBatchOf(req)?.once(`${field} of ${collection} ${id} in ${locale}`, ask, isText) ?? ask()
}

const textAt = async (
  req: PayloadRequest,
  mapping: Mapping,
  data: Record<string, unknown>,
  name: string,
): Promise<string | undefined> => {
  if (isLocale(mapping, name)) return localeOfRequest(req)
  const [field, of] = relatedName(mapping, name) ?? []
  if (field === undefined || of === undefined) {
    const text = documentValue(data, name)
    return typeof text === 'string' ? text : undefined
  }
  const collection = bindings(mapping).byField.get(field)?.codec.relation?.collection
  const id = idOf(documentValue(data, field))
  return collection === undefined || id === undefined ? undefined : relatedText(req, collection, id, of)
}

/**
 * The URL of a document, rendered from the pattern of its mapping with the values of a save and of related documents;
 * undefined while one of them is missing. It is in the locale of the request.
 */
export const renderUrl = async (
  req: PayloadRequest,
  mapping: Mapping,
  pattern: UrlPattern,
  data: Record<string, unknown>,
): Promise<string | undefined> => {
  const { names, render } = template(pattern.template)
  const values: Record<string, string | undefined> = {}
  for (const name of names) values[name] = await textAt(req, mapping, data, name)
  return render(values)
}
