import picomatch from 'picomatch'

import type { ValueBinding } from './bindings.ts'
import { gapText, gapValue, isLocale, type PathTemplate, pathTemplates } from './gaps.ts'
import { template } from './template.ts'
import type { MappedRecord, Mapping } from './types.ts'
import { sameValue } from './values.ts'

/** What determines the path of a record in addition to its values. */
export type PathOptions = {
  /** The current path of the record's file: the new path has the same pattern if possible. */
  previous?: string | undefined
  /** Locale of the file, for a mapping with `locales`. Default: the locale of the record, or the first one. */
  locale?: string | undefined
}

/**
 * Path of a record's file under the content root; `undefined` while a value for it is missing, or if the mapping
 * ignores that path.
 */
export const filePath = (
  mapping: Mapping,
  record: MappedRecord,
  { previous, locale = record.locale ?? mapping.locales?.[0] }: PathOptions = {},
): string | undefined => {
  const all = pathTemplates(mapping).filter(({ locales }) => locale === undefined || locales.includes(locale))
  const used = previous === undefined ? undefined : all.find((candidate) => candidate.match(previous))
  const names = [...new Set(all.flatMap((candidate) => candidate.names))]
  const texts = textsOf(mapping, { ...record, locale }, names)
  for (const candidate of used ? [used, ...all] : all) {
    const path = candidate.render(texts)
    if (path !== undefined && !isIgnored(mapping, path) && isReadAs(mapping, path, locale)) return path
  }
  return undefined
}

// `a.fr.md` is the French file of `a`, so no file of another locale can have this path.
const isReadAs = (mapping: Mapping, path: string, locale: string | undefined): boolean =>
  !mapping.locales || localeOf(mapping, path) === locale

/**
 * The values in the path of a file, by the names in `files`: `{ 'subject.slug': 'biology', slug: 'what-is-a-cell' }`.
 * `undefined` if the file does not belong to the mapping. The path is relative to the content root.
 */
export const matchPath = (mapping: Mapping, path: string): Record<string, string> | undefined =>
  isIgnored(mapping, path) ? undefined : gapsOf(mapping, path)

/** The values in a path, even if the mapping ignores it now: its file may have been imported before. */
export const gapsOf = (mapping: Mapping, path: string): Record<string, string> | undefined => {
  for (const { locales, match } of byLocaleFirst(mapping)) {
    const found = match(path)
    if (found) return mapping.locales ? { locale: locales[0] ?? '', ...found } : found
  }
  return undefined
}

/** The locale of the file at a path; `undefined` for a mapping without `locales`, and for a path that does not match. */
export const localeOf = (mapping: Mapping, path: string): string | undefined =>
  mapping.locales && gapsOf(mapping, path)?.locale

// A pattern with `{locale}` is more specific than one that reads `a.fr` as a slug.
const byLocaleFirst = (mapping: Mapping): PathTemplate[] => {
  const all = pathTemplates(mapping)
  if (!mapping.locales) return all
  const isNaming = ({ names }: PathTemplate): boolean => names.includes('locale')
  return [...all.filter(isNaming), ...all.filter((pattern) => !isNaming(pattern))]
}

const ignoring = new WeakMap<Mapping, (path: string) => boolean>()

/** Whether a mapping ignores a file whose path matches one of its patterns. */
export const isIgnored = (mapping: Mapping, path: string): boolean => {
  const known = ignoring.get(mapping) ?? anyOf(mapping.ignore ?? [])
  ignoring.set(mapping, known)
  return known(path)
}

/** A pattern without a slash matches the name in any folder, as in a .gitignore. */
const anyOf = (globs: readonly string[]): ((path: string) => boolean) => {
  const matchers = globs.map((glob) => picomatch(glob, { basename: !glob.includes('/'), windows: false }))
  return (path) => matchers.some((isMatch) => isMatch(path))
}

type Localized = Pick<MappedRecord, 'fields' | 'locale'>

const textsOf = (
  mapping: Mapping,
  { fields, locale }: Localized,
  names: readonly string[],
): Record<string, string | undefined> =>
  Object.fromEntries(
    names.map((name) => [name, isLocale(mapping, name) ? locale : gapText(mapping, fields, name)]),
  )

/** Fills a template of a mapping with the values of a record; `undefined` if one is missing or unusable. */
export const renderTemplate = (mapping: Mapping, source: string, record: Localized): string | undefined => {
  const { names, render } = template(source)
  return render(textsOf(mapping, record, names))
}

/** Whether the path of a record's file contains a field's whole value, so that the file needs no key for it. */
export const isSaidByPath = (
  mapping: Mapping,
  { fields }: MappedRecord,
  { codec, field }: ValueBinding,
): boolean => {
  if (!pathTemplates(mapping).every(({ names }) => names.includes(field))) return false
  const text = gapText(mapping, fields, field)
  return text !== undefined && sameValue(codec, gapValue(mapping, field, text), fields[field])
}
