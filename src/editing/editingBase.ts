import { isRecord } from '../documents/documents.ts'

type Values = Record<string, unknown>

/** Key of a save that says what it is based on. It is no field, and is never stored. */
export const editingKey = '_editing'

/** What a save is based on: the form it comes from, and the `updatedAt` of the document as it was read. */
export type EditingBase = { session: string | undefined; updatedAt: string | undefined }

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/**
 * Takes from the data of a save what it is based on: `_editing.updatedAt`, or for forms of the admin, which send
 * `_editing.session`, the `updatedAt` among their values. A save without `_editing` has no base.
 */
export const takeEditingBase = (data: Values): { fields: Values; base: EditingBase | undefined } => {
  const { [editingKey]: editing, ...fields } = data
  if (!isRecord(editing)) return { fields, base: undefined }
  const session = textOf(editing.session)
  const updatedAt = textOf(editing.updatedAt) ?? (session === undefined ? undefined : textOf(data.updatedAt))
  return { fields, base: { session, updatedAt } }
}
