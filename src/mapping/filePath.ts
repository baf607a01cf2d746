import picomatch from 'picomatch'

import type { ValueBinding } from './bindings.ts'
import { gapText, gapValue, pathTemplates } from './gaps.ts'
import { template } from './template.ts'
import type { FieldValue, MappedRecord, Mapping } from './types.ts'
import { sameValue } from './values.ts'

/** What decides about the path of a record besides its values. */
export type PathOptions = {
  /** The path of the file that the record has already: a new path is of the same pattern, if it can be. */
  previous?: string | undefined
  /** Language of the record, for a mapping with `locales`. Default: the first of them. */
  locale?: string | undefined
}

/**
 * Path of a record's file under the content root; `undefined` while a value for it is missing, or if the mapping
 * ignores that path.
 */
export const filePath = (
  mapping: Mapping,
  record: MappedRecord,
  { previous, locale = mapping.locales?.[0] }: PathOptions = {},
): string | undefined => {
  const all = pathTemplates(mapping).filter(({ locales }) => locale === undefined || locales.includes(locale))
  const used = previous === undefined ? undefined : all.find((candidate) => candidate.match(previous))
  const texts = { ...textsOf(mapping, record.fields, [...new Set(all.flatMap(({ names }) => names))]) }
  if (locale !== undefined) texts.locale = locale
  for (const candidate of used ? [used, ...all] : all) {
    const path = candidate.render(texts)
    if (path !== undefined && !isIgnored(mapping, path)) return path
  }
  return undefined
}

/**
 * What the path of a file says, by the gaps of `files`: `{ 'subject.slug': 'biology', slug: 'what-is-a-cell' }`.
 * `undefined` if the mapping does not take the file. The path is relative to the content root.
 */
export const matchPath = (mapping: Mapping, path: string): Record<string, string> | undefined =>
  isIgnored(mapping, path) ? undefined : gapsOf(mapping, path)

/** What a path says, whether or not the mapping ignores it by now: that of a file which was imported before. */
export const gapsOf = (mapping: Mapping, path: string): Record<string, string> | undefined => {
  for (const { locales, match } of pathTemplates(mapping)) {
    const found = match(path)
    if (found) return mapping.locales ? { locale: locales[0] ?? '', ...found } : found
  }
  return undefined
}

const ignoring = new WeakMap<Mapping, (path: string) => boolean>()

/** Whether a mapping leaves a file out, though its path would be one of a document. */
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

const textsOf = (
  mapping: Mapping,
  fields: Record<string, FieldValue>,
  names: readonly string[],
): Record<string, string | undefined> =>
  Object.fromEntries(names.map((name) => [name, gapText(mapping, fields, name)]))

/** Fills a template of a mapping from the values of a record; `undefined` where one is missing or unusable. */
export const renderTemplate = (
  mapping: Mapping,
  source: string,
  fields: Record<string, FieldValue>,
): string | undefined => {
  const { names, render } = template(source)
  return render(textsOf(mapping, fields, names))
}

/** Whether the path of a record's file says all of a field's value, so that the file needs no key for it. */
export const isSaidByPath = (
  mapping: Mapping,
  { fields }: MappedRecord,
  { codec, field }: ValueBinding,
): boolean => {
  if (!pathTemplates(mapping).every(({ names }) => names.includes(field))) return false
  const text = gapText(mapping, fields, field)
  return text !== undefined && sameValue(codec, gapValue(mapping, field, text), fields[field])
}
