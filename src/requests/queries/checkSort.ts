import type { CollectionSlug } from 'payload'

import { refuse } from './conditionsOf.ts'
import { hopOf } from './hopOf.ts'
import { type Asking, configOf, readableOf } from './matching.ts'

const fieldsIn = (sort: unknown): string[] => {
  if (sort === undefined || sort === null) return []
  const parts: unknown[] = Array.isArray(sort) ? sort : [sort]
  const texts = parts.filter((part) => typeof part === 'string')
  if (texts.length < parts.length)
    return refuse('The order `sort` cannot be understood: name fields, such as -date,url.')
  return texts.flatMap((text) => text.split(',')).map((text) => text.trim().replace(/^-/, ''))
}

const checkPath = async (
  asking: Asking,
  collection: CollectionSlug,
  path: string,
  whole: string,
): Promise<void> => {
  const { flattenedFields: fields } = configOf(asking, collection)
  const hop = hopOf(fields, path)
  if (!hop || (hop.kind === 'join' && hop.rest === '')) return
  if (hop.kind !== 'one' && hop.rest !== '')
    refuse(`A list cannot be sorted by ${whole}: a document may have several of them, or none.`)
  // What a document links to is told too by the order of the links themselves.
  if (hop.kind === 'one' && hop.rest === '') return
  if ((await readableOf(asking, hop.target)) !== true)
    refuse(`A list cannot be sorted by ${whole}: it leads to documents that you may not see all of.`)
  if (hop.rest === '') return
  await checkPath(asking, hop.target, hop.rest, whole)
}

/**
 * Refuses, with status 400, an order that has no meaning, or that would tell of documents which the asking person may not
 * see: through relations to many, and through relations to a collection of which they may see a part. `isJoin` says that
 * documents of a join are sorted, which no database does through relations.
 */
export const checkSort = async (
  asking: Asking,
  collection: CollectionSlug,
  sort: unknown,
  isJoin = false,
): Promise<void> => {
  for (const path of fieldsIn(sort)) {
    if (!/^\w+(\.\w+)*$/.test(path))
      refuse(`A list cannot be sorted by ${JSON.stringify(path)}: it is no field.`)
    const hop = hopOf(configOf(asking, collection).flattenedFields, path)
    if (isJoin && hop?.rest)
      refuse(`The documents of a join cannot be sorted by ${path}: choose a field of their own.`)
    await checkPath(asking, collection, path, path)
  }
}
