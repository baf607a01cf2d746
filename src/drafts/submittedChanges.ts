import { isDeepStrictEqual } from 'node:util'

import type { FlattenedField } from 'payload'

import { isRecord } from '../documents/documents.ts'

type Values = Record<string, unknown>

/** The fields of a group or a named tab; undefined for any other field, whose value is replaced as a whole. */
const fieldsWithin = (
  fields: readonly FlattenedField[],
  name: string,
): readonly FlattenedField[] | undefined => {
  const field = fields.find((candidate) => candidate.name === name)
  return field?.type === 'group' || field?.type === 'tab' ? field.flattenedFields : undefined
}

/**
 * The part of a save that takes effect: only the submitted fields, with their values after field hooks and field
 * access. `data` is the save after those, completed from `original`. A field that was refused has its original value.
 */
export const submittedChanges = (
  fields: readonly FlattenedField[],
  { submitted, data, original }: { submitted: Values; data: Values; original: Values },
): Values =>
  Object.fromEntries(
    Object.entries(submitted).flatMap(([name, wanted]) => {
      const [value, before] = [data[name], original[name]]
      const within = fieldsWithin(fields, name)
      if (within && isRecord(wanted) && isRecord(value)) {
        return [
          [
            name,
            submittedChanges(within, {
              submitted: wanted,
              data: value,
              original: isRecord(before) ? before : {},
            }),
          ],
        ]
      }
      const isRefused = isDeepStrictEqual(value, before) && !isDeepStrictEqual(value, wanted)
      return isRefused ? [] : [[name, value]]
    }),
  )

/** A document with changes applied; fields of groups that are not among the changes are kept. */
export const withChanges = (fields: readonly FlattenedField[], document: Values, changes: Values): Values => {
  const changed = Object.entries(changes).map(([name, value]): [string, unknown] => {
    const within = fieldsWithin(fields, name)
    const before = document[name]
    return [name, within && isRecord(value) && isRecord(before) ? withChanges(within, before, value) : value]
  })
  return { ...document, ...Object.fromEntries(changed) }
}
