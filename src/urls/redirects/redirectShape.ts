import type { Field, Where } from 'payload'

import { type DocumentId, idOf, isRecord } from '../../documents/documents.ts'
import { fieldsByPath } from '../../documents/fieldsByPath.ts'

/** The target of a redirect: a document, whatever its current URL is, or a fixed address. */
export type RedirectTarget = { collection: string; id: string } | { address: string }

/** How a collection stores the targets of its redirects. */
export type RedirectShape = {
  targetOf: (row: Record<string, unknown>) => RedirectTarget | undefined
  /** The HTTP status of a redirect. */
  statusOf: (row: Record<string, unknown>) => number
  leadingTo: (collection: string, id: DocumentId) => Where
  dataOf: (collection: string, id: DocumentId) => Record<string, unknown>
  /** The data of a redirect to a fixed path or address. */
  dataOfAddress: (address: string) => Record<string, unknown>
}

const addressOf = (value: unknown): RedirectTarget | undefined =>
  typeof value === 'string' && value !== '' ? { address: value } : undefined

/** The fields of the plugin's own collection. */
const ownShape: RedirectShape = {
  targetOf: ({ document, relationTo, to }) =>
    typeof document === 'string' && document !== '' && typeof relationTo === 'string'
      ? { collection: relationTo, id: document }
      : addressOf(to),
  statusOf: () => 301,
  leadingTo: (collection, id) => ({
    document: { equals: String(id) },
    relationTo: { equals: collection },
  }),
  dataOf: (collection, id) => ({ relationTo: collection, document: String(id), kind: 'moved' }),
  dataOfAddress: (to) => ({ to, kind: 'manual' }),
}

const movedType = (fields: Field[]): string | undefined => {
  const field = fieldsByPath(fields).get('type')?.field
  if (field?.type !== 'select') return undefined
  const values = field.options.map((option) => (typeof option === 'string' ? option : option.value))
  return values.find((value) => value === '301') ?? values[0]
}

const statuses = new Set([301, 302, 303, 307, 308])

/** The fields of `@payloadcms/plugin-redirects`. */
const referenceShape = (fields: Field[]): RedirectShape => {
  const type = movedType(fields)
  return {
    targetOf: ({ to }) => {
      if (!isRecord(to)) return undefined
      const { reference, type: kind, url } = to
      if (kind === 'custom') return addressOf(url)
      const id = isRecord(reference) ? idOf(reference.value) : undefined
      return isRecord(reference) && typeof reference.relationTo === 'string' && id !== undefined
        ? { collection: reference.relationTo, id: String(id) }
        : undefined
    },
    statusOf: (row) => (statuses.has(Number(row.type)) ? Number(row.type) : 301),
    leadingTo: (collection, id) => ({
      'to.reference.value': { equals: id },
      'to.reference.relationTo': { equals: collection },
    }),
    dataOf: (collection, id) => ({
      ...(type === undefined ? {} : { type }),
      to: { type: 'reference', reference: { relationTo: collection, value: id } },
    }),
    dataOfAddress: (url) => ({ ...(type === undefined ? {} : { type }), to: { type: 'custom', url } }),
  }
}

/** The shape of a collection of redirects, by its fields; undefined if the plugin does not support it. */
export const shapeOf = (fields: Field[]): RedirectShape | undefined => {
  const byPath = fieldsByPath(fields)
  if (!byPath.has('from')) return undefined
  if (byPath.has('relationTo') && byPath.has('document')) return ownShape
  return byPath.has('to.reference') && byPath.has('to.url') ? referenceShape(fields) : undefined
}

/** Collections that redirects of a shape can refer to; undefined for all. */
export const reachableFrom = (fields: Field[]): readonly string[] | undefined => {
  const field = fieldsByPath(fields).get('to.reference')?.field
  return field?.type === 'relationship' ? [field.relationTo].flat() : undefined
}
