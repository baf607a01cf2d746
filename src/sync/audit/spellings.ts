import type { Payload } from 'payload'

import { rowsOf } from '../../documents/rows.ts'
import { nodeAt } from '../../frontMatter/parse.ts'
import { bindings } from '../../mapping/bindings.ts'
import { documentValue } from '../../mapping/documentValue.ts'
import { isTexts } from '../../mapping/guards.ts'
import type { Mapping } from '../../mapping/types.ts'
import { isRelated } from '../../mapping/values.ts'
import type { Check } from './check.ts'

/** The other spellings of the documents of a collection, each with the right one. */
const spellingsIn = async (
  payload: Payload,
  { aliases, by, collection }: { aliases: string; by: string; collection: string },
): Promise<Map<string, string>> => {
  const rows = await rowsOf(payload).find({ collection, select: { [aliases]: true, [by]: true } })
  return new Map(
    rows.flatMap((row) => {
      const [known, right] = [documentValue(row, aliases), documentValue(row, by)]
      return isTexts(known) && typeof right === 'string'
        ? known.map((spelling) => [spelling, right] as const)
        : []
    }),
  )
}

/** Checks how files spell the documents that they belong to, such as their subject. */
export const spellings = async (payload: Payload, mapping: Mapping): Promise<Check> => {
  const relations = [...bindings(mapping).byField.values()].flatMap(({ codec, field, key }) => {
    const { aliases, by, collection } = codec.relation ?? {}
    return aliases !== undefined && by !== undefined && collection !== undefined
      ? [{ aliases, by, collection, field, key }]
      : []
  })
  const known = await Promise.all(relations.map((relation) => spellingsIn(payload, relation)))
  return ({ frontMatter, record }) =>
    relations.flatMap(({ by, field, key }, at) => {
      const value = record.fields[field]
      const spelling = isRelated(value) ? value.related[by] : undefined
      const right = typeof spelling === 'string' ? known[at]?.get(spelling) : undefined
      if (right === undefined || right === spelling) return []
      const node = nodeAt(frontMatter, key)
      return [
        {
          severity: 'warning',
          line: node?.line ?? 1,
          column: node?.column ?? 1,
          code: 'subject-spelling',
          message: `'${String(spelling)}' is spelled '${right}' in the CMS.`,
          remedy: `Write '${right}'.`,
        },
      ]
    })
}
