/** A document that a relationship names. */
export type Relation = { relationTo: string; value: string | number }

const shown = 3

const isId = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

const isRelation = (value: unknown): value is Relation =>
  typeof value === 'object' &&
  value !== null &&
  'relationTo' in value &&
  typeof value.relationTo === 'string' &&
  'value' in value &&
  isId(value.value)

/** The first documents that the value of a relationship names; `relationTo` is what its field relates to. */
export const relationsOf = (value: unknown, relationTo: string | readonly string[]): Relation[] =>
  (Array.isArray(value) ? value : [value])
    .flatMap((one: unknown) => {
      if (isRelation(one)) return [{ relationTo: one.relationTo, value: one.value }]
      return isId(one) && typeof relationTo === 'string' ? [{ relationTo, value: one }] : []
    })
    .slice(0, shown)
