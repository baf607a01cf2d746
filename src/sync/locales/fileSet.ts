import { parseFrontMatter } from '../../frontMatter/parse.ts'
import { localeOf } from '../../mapping/filePath.ts'
import type { MappedRecord, Mapping } from '../../mapping/types.ts'
import { readFile } from '../../mapping/readFile.ts'
import type { FileRow, KnownFile } from '../records/fileRows.ts'

/** The locale of a row of files; the first locale if the path no longer matches a pattern. */
export const localeOfRow = (mapping: Mapping, { path }: Pick<KnownFile, 'path'>): string | undefined =>
  localeOf(mapping, path) ?? mapping.locales?.[0]

/** The row of a document's file in one locale, from all rows of the document. */
export const rowIn = <Row extends KnownFile>(
  mapping: Mapping,
  rows: readonly Row[],
  locale: string | undefined,
): Row | undefined =>
  mapping.locales ? rows.findLast((row) => localeOfRow(mapping, row) === locale) : rows.at(-1)

/**
 * The row of a document's source file, which sets the fields that are not localized: the file of the first locale, in the
 * mapping's order, in which the document has one.
 */
export const sourceOf = <Row extends KnownFile>(mapping: Mapping, rows: readonly Row[]): Row | undefined => {
  if (!mapping.locales) return rows.at(-1)
  for (const locale of mapping.locales) {
    const row = rowIn(mapping, rows, locale)
    if (row) return row
  }
  return undefined
}

/** Whether the file in a locale is the source file of its document; `rows` are those of its other files. */
export const isSource = (
  mapping: Mapping,
  rows: readonly KnownFile[],
  locale: string | undefined,
): boolean => {
  const { locales } = mapping
  const source = sourceOf(mapping, rows)
  if (!locales || !source) return true
  return locales.indexOf(locale ?? '') <= locales.indexOf(localeOfRow(mapping, source) ?? '')
}

/** Reads a text as the file at a path; undefined if there is no text, or if it cannot be parsed. */
export const recordOfText = (
  mapping: Mapping,
  path: string,
  text: string | undefined,
): MappedRecord | undefined => {
  if (text === undefined) return undefined
  const parsed = parseFrontMatter(text)
  return parsed.ok ? readFile(mapping, path, parsed.frontMatter).record : undefined
}

/** Reads a file as the last export wrote it, or otherwise as an import read it. */
export const knownRecord = (mapping: Mapping, row: FileRow | undefined): MappedRecord | undefined =>
  row && recordOfText(mapping, row.path, row.exported ?? row.text)

/** Groups rows of files by the ids of their documents. */
export const byDocument = <Row extends KnownFile>(rows: readonly Row[]): Map<string | undefined, Row[]> => {
  const grouped = new Map<string | undefined, Row[]>()
  for (const row of rows) grouped.set(row.document, [...(grouped.get(row.document) ?? []), row])
  return grouped
}

/**
 * Splits paths into pages of one locale each, in the order of the mapping's locales, so that documents are created from their
 * source files. Goes through the paths once for each locale.
 */
export function* pagesByLocale(
  mapping: Mapping,
  paths: Iterable<string>,
  pageSize: number,
): Generator<string[], void, undefined> {
  for (const locale of mapping.locales ?? [undefined]) {
    let page: string[] = []
    for (const path of paths) {
      if (mapping.locales && localeOfRow(mapping, { path }) !== locale) continue
      page.push(path)
      if (page.length < pageSize) continue
      yield page
      page = []
    }
    if (page.length > 0) yield page
  }
}
