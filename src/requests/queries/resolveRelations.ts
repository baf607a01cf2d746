import type { CollectionSlug, Where } from 'payload'

import { checkCondition } from './checkCondition.ts'
import { type Condition, conditionsOf, groupOf, isWhere } from './conditionsOf.ts'
import { type Hop, hopOf } from './hopOf.ts'
import { type Asking, checkPath, configOf, matchingIds, namedIds, readableOf } from './matching.ts'
import { among, amongMany, linking, type Place } from './linking.ts'
import { listed, possibleIds, resolveId } from './possibleIds.ts'

/** Resolves a condition on a relationship itself. Ids of documents that the user may not read count as nonexistent. */
const resolveOwn = async (
  place: Place,
  hop: Hop,
  { path: given, operator, value }: Condition,
): Promise<Where> => {
  const { asking } = place
  const { kind, path, target } = hop
  const isList = operator === 'in' || operator === 'not_in'
  const unchanged = { [path]: { [operator]: isList ? possibleIds(asking, target, listed(value)) : value } }
  const isNone = !isList && operator !== 'all' && (value === null || value === 'null')
  if (operator === 'exists' || isNone || path.startsWith('version.')) return unchanged
  const isNegative = operator.startsWith('not_')
  const seesAll = (await readableOf(asking, target)) === true
  const isPlain = kind === 'one' ? seesAll || isNegative : seesAll && !isNegative && !place.isRepeated
  if (isPlain && operator !== 'all') return unchanged
  const asked = possibleIds(asking, target, isList || operator === 'all' ? listed(value) : value)
  const ids = seesAll ? asked : await matchingIds(asking, target, { id: { in: asked } }, given)
  if (operator === 'all') {
    const parts = listed(value).map((id) => ids.filter((other) => other === id))
    return {
      and: await Promise.all(parts.map((one) => amongMany({ ...place, isRepeated: true }, path, one))),
    }
  }
  if (isNegative) return { id: { not_in: await linking(place, path, ids) } }
  return kind === 'many' ? amongMany(place, path, ids) : among(path, ids)
}

const resolveJoin = async (
  { asking, collection }: Place,
  { on, path, rest, target, where }: Extract<Hop, { kind: 'join' }>,
  { operator, value }: Condition,
): Promise<Where> => {
  await checkPath(asking, collection, path)
  const isOwn = rest === '' || rest === 'id'
  const isNegative =
    isOwn && (operator.startsWith('not_') || (operator === 'exists' && String(value) === 'false'))
  const positive = operator === 'exists' ? { exists: true } : { [operator.replace(/^not_/, '')]: value }
  const asked = isOwn && isWhere(value) ? value : { [rest || 'id']: isOwn ? positive : { [operator]: value } }
  const nested = await resolveRelations(asking, target, asked)
  const ids = await namedIds(asking, target, where ? { and: [nested, where] } : nested, { on, path })
  return isNegative ? { id: { not_in: ids } } : { id: { in: ids } }
}

const resolveCondition = async (place: Place, hop: Hop, condition: Condition): Promise<Where> => {
  if (hop.kind === 'join') return resolveJoin(place, hop, condition)
  const { asking } = place
  const { kind, path, rest, target } = hop
  const { operator, value } = condition
  const isOwn = rest === '' || rest === 'id'
  if (isOwn && !isWhere(value)) return resolveOwn(place, hop, condition)
  const asked = isOwn && isWhere(value) ? value : { [rest]: { [operator]: value } }
  const ids = await matchingIds(asking, target, await resolveRelations(asking, target, asked), path)
  return kind === 'many' ? amongMany(place, path, ids) : among(path, ids)
}

/**
 * Rewrites a filter so that it does not refer to other collections: conditions on related documents are looked up among
 * those that the user may read, one relationship at a time, and replaced with the matching ids. So the result is the
 * same on every database, and reveals nothing about hidden documents. A condition through relationships is met if one
 * of the related documents meets it. Throws an error of status 400 for unsupported conditions.
 */
export const resolveRelations = async (
  asking: Asking,
  collection: CollectionSlug,
  where: Where,
): Promise<Where> => {
  const { flattenedFields: fields } = configOf(asking, collection)
  const conditions = conditionsOf(where)
  for (const condition of conditions) checkCondition(fields, condition)
  const many = conditions.flatMap(({ path }) => {
    const hop = hopOf(fields, path)
    return hop?.kind === 'many' ? [hop.path] : []
  })
  const resolve = async (part: unknown): Promise<Where> => {
    const parts: Where[] = []
    for (const [path, value] of Object.entries(isWhere(part) ? part : {})) {
      const group = groupOf(path, value)
      const hop = hopOf(fields, path)
      if (group) {
        const members: Where[] = []
        for (const member of group) members.push(await resolve(member))
        parts.push({ [path.toLowerCase()]: members })
      } else if (hop && isWhere(value)) {
        const isVersion = hop.path.startsWith('version.')
        const isRepeated = !isVersion && many.filter((other) => other === hop.path).length > 1
        for (const [operator, operand] of Object.entries(value))
          parts.push(
            await resolveCondition({ asking, collection, isRepeated }, hop, {
              path,
              operator,
              value: operand,
            }),
          )
      } else if (path === 'id' && isWhere(value)) {
        for (const [operator, operand] of Object.entries(value))
          parts.push(resolveId(asking, collection, { operator, value: operand }))
      } else if (isWhere(value)) parts.push({ [path]: value })
    }
    const [only] = parts
    return parts.length === 1 && only ? only : { and: parts }
  }
  return conditions.some(({ path }) => path === 'id' || hopOf(fields, path)) ? resolve(where) : where
}
