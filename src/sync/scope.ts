import type { Field, Payload, Where } from 'payload'

import { collectionOf, idOf, isDocumentId } from '../documents/documents.ts'
import { fieldsByPath, type PlacedField } from '../documents/fieldsByPath.ts'
import { rowsOf } from '../documents/rows.ts'
import { documentValue } from '../mapping/documentValue.ts'
import { mappedFields } from '../mapping/mappedFields.ts'
import type { Mapping } from '../mapping/types.ts'
import { ConfigurationError } from '../problems/ConfigurationError.ts'

/** Values by dotted field path, either of the field's type or texts from a command line. */
export type GivenValues = Readonly<Record<string, unknown>>

/** What all files of one mapping have in common in a run. */
export type Scope = {
  /** Values of new documents in addition to those in their files, by dotted field path. */
  values: GivenValues
  /** Distinguishes these files from others at the same paths: `tenant=1`, or empty if keys are globally unique. */
  name: string
  /** Matches the documents that these files may refer to; absent for all. */
  where?: Where
}

/** Files whose keys are globally unique, and new documents without additional values. */
export const wholeCollection: Scope = { values: {}, name: '' }

const texts = new Set<Field['type']>(['code', 'date', 'email', 'radio', 'select', 'text', 'textarea'])

const isKnownId = async (payload: Payload, collection: string, id: unknown): Promise<boolean> => {
  const known = idOf(id)
  return known !== undefined && (await rowsOf(payload).findById(collection, known)) !== undefined
}

/** Converts a text from a command line to a value of a field; the reason if that is impossible. */
const typed = async (
  payload: Payload,
  { field }: PlacedField,
  text: string,
): Promise<{ value: unknown } | { reason: string }> => {
  const asOne = (value: unknown) => ({ value: 'hasMany' in field && field.hasMany ? [value] : value })
  if (field.type === 'checkbox')
    return ['true', 'false'].includes(text) ? { value: text === 'true' } : { reason: 'must be true or false' }
  if (field.type === 'number')
    return text.trim() === '' || Number.isNaN(Number(text))
      ? { reason: 'must be a number' }
      : asOne(Number(text))
  if (field.type === 'relationship' || field.type === 'upload') {
    if (typeof field.relationTo !== 'string') return { reason: 'refers to several collections' }
    const { customIDType } = payload.collections[field.relationTo]
    const id = (customIDType ?? payload.db.defaultIDType) === 'number' ? Number(text) : text
    return (await isKnownId(payload, field.relationTo, id))
      ? asOne(id)
      : { reason: `names no document of "${field.relationTo}" by ${text}` }
  }
  return texts.has(field.type) ? asOne(text) : { reason: `is of type ${field.type}` }
}

const fieldsOf = (payload: Payload, { collection }: Mapping): Map<string, PlacedField> =>
  fieldsByPath(payload.collections[collectionOf(payload, collection)].config.fields)

const isMapped = (mapping: Mapping, name: string): boolean =>
  mappedFields(mapping).some(({ path }) => path === name)

/** The name of the scope that the files of a document belong to. */
export const scopeNameOf = (mapping: Mapping, row: Record<string, unknown>): string => {
  const { within } = mapping
  if (within === undefined || isMapped(mapping, within)) return ''
  return `${within}=${idOf(documentValue(row, within)) ?? ''}`
}

/** The scope of the files of an existing document. */
export const scopeOfDocument = (mapping: Mapping, row: Record<string, unknown>): Scope => {
  const name = scopeNameOf(mapping, row)
  const { within } = mapping
  if (name === '' || within === undefined) return { values: {}, name }
  return { values: {}, name, where: { [within]: { equals: idOf(documentValue(row, within)) } } }
}

const checkGiven = (payload: Payload, mappings: readonly Mapping[], given: GivenValues): void => {
  for (const name of Object.keys(given)) {
    const holders = mappings.filter((mapping) => fieldsOf(payload, mapping).has(name))
    if (holders.length === 0)
      throw new ConfigurationError(`There is no field "${name}" in the mapped collections.`)
    if (holders.every((mapping) => isMapped(mapping, name)))
      throw new ConfigurationError(`The files contain "${name}", so it cannot be set for a run.`)
  }
}

const scopeOf = async (payload: Payload, mapping: Mapping, given: GivenValues): Promise<Scope> => {
  const fields = fieldsOf(payload, mapping)
  const values: Record<string, unknown> = { ...mapping.values }
  for (const [name, value] of Object.entries(given)) {
    const field = fields.get(name)
    if (!field || isMapped(mapping, name)) continue
    const result = typeof value === 'string' ? await typed(payload, field, value) : { value }
    if ('reason' in result) throw new ConfigurationError(`The field "${name}" ${result.reason}.`)
    values[name] = result.value
  }
  const { within } = mapping
  if (within === undefined || isMapped(mapping, within)) return { values, name: '' }
  const value = values[within]
  if (!isDocumentId(value))
    throw new ConfigurationError(
      `Keys of "${mapping.collection}" are unique only within "${within}": set ${within}=VALUE.`,
    )
  return { values, name: `${within}=${value}`, where: { [within]: { equals: value } } }
}

/**
 * Mappings with what their files have in common in a run with given values. Throws a ConfigurationError for a value
 * that no field accepts, and if keys are unique within a field but no value for it is given.
 */
export const scopesOf = async (
  payload: Payload,
  mappings: readonly Mapping[],
  given: GivenValues = {},
): Promise<{ mapping: Mapping; scope: Scope }[]> => {
  checkGiven(payload, mappings, given)
  const scoped: { mapping: Mapping; scope: Scope }[] = []
  for (const mapping of mappings) scoped.push({ mapping, scope: await scopeOf(payload, mapping, given) })
  return scoped
}

/**
 * The same for a run over existing documents: values only select a tenant. Throws a ConfigurationError for a field that
 * no mapping names by `within`.
 */
export const scopesWithin = (
  payload: Payload,
  mappings: readonly Mapping[],
  given: GivenValues = {},
): Promise<{ mapping: Mapping; scope: Scope }[]> => {
  const unknown = Object.keys(given).find((name) => !mappings.some(({ within }) => within === name))
  if (unknown !== undefined) throw new ConfigurationError(`No mapping names "${unknown}" as "within".`)
  return scopesOf(payload, mappings, given)
}
