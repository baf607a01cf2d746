import type { PayloadRequest } from 'payload'

import { editingKey } from '../documents/requestState.ts'

import { isRecord } from '../documents/documents.ts'

type Values = Record<string, unknown>

/** What a save is based on: the form it comes from, and the `updatedAt` of the document as it was read. */
export type EditingBase = { session: string | undefined; updatedAt: string | undefined }

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/**
 * The base of a save by an admin form that does not send it, as when the app's import map is older than the plugin: the
 * `updatedAt` among its values. Such forms are distinguished by user.
 */
const baseOfForm = (data: Values, { headers, payloadAPI, user }: PayloadRequest): EditingBase | undefined => {
  const updatedAt = textOf(data.updatedAt)
  if (payloadAPI !== 'REST' || !user || updatedAt === undefined) return undefined
  const isForm = headers.get('content-type')?.startsWith('multipart/form-data') === true
  return isForm ? { session: `${user.collection} ${user.id}`, updatedAt } : undefined
}

/**
 * Extracts what a save is based on from its data: `_editing.updatedAt` or, for admin forms, which send
 * `_editing.session`, the `updatedAt` among their values. Any other save without `_editing` has no base.
 */
export const takeEditingBase = (
  data: Values,
  req: PayloadRequest,
): { fields: Values; base: EditingBase | undefined } => {
  const { [editingKey]: editing, ...fields } = data
  if (!isRecord(editing)) return { fields, base: baseOfForm(data, req) }
  const session = textOf(editing.session)
  const updatedAt = textOf(editing.updatedAt) ?? (session === undefined ? undefined : textOf(data.updatedAt))
  return { fields, base: { session, updatedAt } }
}
