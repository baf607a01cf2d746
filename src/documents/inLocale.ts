import type { FlattenedField, Payload, PayloadRequest } from 'payload'

import type { Mapping } from '../mapping/types.ts'
import { collectionOf, isRecord, type StoredDocument } from './documents.ts'

type Values = Record<string, unknown>

/** The locale to read a mapping's documents in: the requested one, or the first; undefined without localization. */
export const localeFor = (
  { config }: Pick<Payload, 'config'>,
  { locales }: Mapping,
  asked?: string | null,
): string | undefined => {
  if (!config.localization) return undefined
  if (!locales) return config.localization.defaultLocale
  return locales.find((locale) => locale === asked) ?? locales[0]
}

/**
 * Reduces a row of the database, which contains the values of all locales, to one locale: a localized field has its value
 * in that locale, or null, without a fallback. Returns the row unchanged if `locale` is undefined, as without
 * localization.
 */
export const inLocale = <Row extends Values>(
  payload: Payload,
  collection: string,
  row: Row,
  locale: string | undefined,
): Row =>
  locale === undefined
    ? row
    : { ...row, ...valuesIn(payload, fieldsOf(payload, collection), row, { isLocalized: false, locale }) }

/** Removes the values of one locale from a row of the database. */
export const withoutLocale = (
  payload: Payload,
  collection: string,
  row: StoredDocument | Values,
  locale: string,
): Values => ({ ...row, ...valuesWithout(fieldsOf(payload, collection), row, locale) })

/** A saved row with the values that other locales had before the save. */
export const withLocaleOf = (
  payload: Payload,
  collection: string,
  { before, locale, saved }: { before: Values; locale: string; saved: Values },
): Values => ({ ...saved, ...valuesMerged(fieldsOf(payload, collection), before, { locale, saved }) })

/** Sets the locale of everything that a request reads and writes, without a fallback. */
export const setRequestLocale = (req: PayloadRequest, locale: string | undefined): void => {
  if (locale !== undefined) Object.assign(req, { locale, fallbackLocale: false })
}

/** The locale that a request writes in; undefined without localization. */
export const localeOfRequest = ({ locale, payload }: PayloadRequest): string | undefined => {
  const { localization } = payload.config
  if (!localization) return undefined
  return localization.localeCodes.find((code) => code === locale) ?? localization.defaultLocale
}

type Place = { isLocalized: boolean; locale: string }

const fieldsOf = (payload: Payload, collection: string): readonly FlattenedField[] =>
  payload.collections[collectionOf(payload, collection)].config.flattenedFields

const isLocalized = (field: FlattenedField, parentIsLocalized: boolean): boolean =>
  !parentIsLocalized && 'localized' in field && field.localized === true

/** The values that differ from those of the row: those of localized fields, and of fields that contain some. */
const valuesIn = (payload: Payload, fields: readonly FlattenedField[], row: Values, place: Place): Values => {
  const changed: Values = {}
  for (const field of fields) {
    const value = row[field.name]
    if (isLocalized(field, place.isLocalized))
      changed[field.name] = (isRecord(value) ? value[place.locale] : undefined) ?? null
    else if (isRecord(value) && (field.type === 'group' || field.type === 'tab'))
      changed[field.name] = { ...value, ...valuesIn(payload, field.flattenedFields, value, place) }
    else if (Array.isArray(value) && (field.type === 'array' || field.type === 'blocks'))
      changed[field.name] = value.map((item: unknown) =>
        isRecord(item)
          ? { ...item, ...valuesIn(payload, fieldsWithin(payload, field, item), item, place) }
          : item,
      )
  }
  return changed
}

const fieldsWithin = (
  payload: Payload,
  field: FlattenedField & { type: 'array' | 'blocks' },
  { blockType }: Values,
): readonly FlattenedField[] => {
  if (field.type === 'array') return field.flattenedFields
  const own = field.blocks.find(({ slug }) => slug === blockType)
  const referred = payload.config.blocks?.find(({ slug }) => slug === blockType)
  return (own ?? referred)?.flattenedFields ?? []
}

// In SQL, an empty list deletes the rows of its items; the columns of a locale are deleted with the row of the locale.
const valuesWithout = (fields: readonly FlattenedField[], row: Values, locale: string): Values => {
  const changed: Values = {}
  for (const field of fields) {
    const value = row[field.name]
    if (!isRecord(value)) continue
    if (isLocalized(field, false)) {
      const { [locale]: own, ...others } = value
      changed[field.name] = Array.isArray(own) ? { ...others, [locale]: [] } : others
    } else if (field.type === 'group' || field.type === 'tab')
      changed[field.name] = { ...value, ...valuesWithout(field.flattenedFields, value, locale) }
  }
  return changed
}

const valuesMerged = (
  fields: readonly FlattenedField[],
  before: Values,
  { locale, saved }: { locale: string; saved: Values },
): Values => {
  const changed: Values = {}
  for (const field of fields) {
    const [old, now] = [before[field.name], saved[field.name]]
    if (isLocalized(field, false)) {
      const [others, own] = [isRecord(old) ? old : {}, isRecord(now) ? now : {}]
      const lists = Object.keys(own).filter((name) => Array.isArray(own[name]))
      changed[field.name] = {
        ...Object.fromEntries(lists.map((name) => [name, []])),
        ...others,
        ...(locale in own ? { [locale]: own[locale] } : {}),
      }
    } else if (isRecord(now) && (field.type === 'group' || field.type === 'tab')) {
      const within = valuesMerged(field.flattenedFields, isRecord(old) ? old : {}, { locale, saved: now })
      changed[field.name] = { ...now, ...within }
    } else if (field.type === 'array' && Array.isArray(now)) {
      const rows: unknown[] = Array.isArray(old) ? old : []
      changed[field.name] = now.map((item: unknown) => {
        if (!isRecord(item)) return item
        const known = rows.find((row) => isRecord(row) && row.id === item.id)
        const within = { locale, saved: item }
        return { ...item, ...valuesMerged(field.flattenedFields, isRecord(known) ? known : {}, within) }
      })
    }
  }
  return changed
}
