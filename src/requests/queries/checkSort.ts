import type { CollectionSlug } from 'payload'

import { refuse } from './conditionsOf.ts'
import { hopOf } from './hopOf.ts'
import { type Asking, configOf, readableOf } from './matching.ts'

const fieldsIn = (sort: unknown): string[] => {
  if (sort === undefined || sort === null) return []
  const parts: unknown[] = Array.isArray(sort) ? sort : [sort]
  const texts = parts.filter((part) => typeof part === 'string')
  if (texts.length < parts.length)
    return refuse('The parameter `sort` is invalid: name fields, such as -date,url.')
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
  // The order of the links themselves would reveal what a document links to as well.
  if (hop.kind === 'one' && hop.rest === '') return
  if ((await readableOf(asking, hop.target)) !== true)
    refuse(`A list cannot be sorted by ${whole}: you may not see all of the documents that it leads to.`)
  if (hop.rest === '') return
  await checkPath(asking, hop.target, hop.rest, whole)
}

/**
 * Refuses, with status 400, a sort order that has no meaning, or that would reveal documents which the user may not
 * see: through has-many relationships, and through relationships to a collection of which they may see only a part.
 * `isJoin` means that the documents of a join are sorted, which no database supports through relationships.
 */
export const checkSort = async (
  asking: Asking,
  collection: CollectionSlug,
  sort: unknown,
  isJoin = false,
): Promise<void> => {
  for (const path of fieldsIn(sort)) {
    if (!/^\w+(\.\w+)*$/.test(path))
      refuse(`A list cannot be sorted by ${JSON.stringify(path)}: there is no such field.`)
    const hop = hopOf(configOf(asking, collection).flattenedFields, path)
    if (isJoin && hop?.rest)
      refuse(`The documents of a join cannot be sorted by ${path}: choose a field of their own.`)
    await checkPath(asking, collection, path, path)
  }
}
