import { withLineFeeds } from '../frontMatter/cleanText.ts'
import { bindings } from './bindings.ts'
import { pathTemplates, relatedName } from './gaps.ts'
import { canonicalRecord } from './records.ts'
import type { FieldValue, MappedRecord, Mapping } from './types.ts'
import { isEmpty } from './values.ts'

/** Two records with the same text are the same document at different places. */
export type Likeness = {
  /** All values, except links and those that name the place. */
  whole: string
  /** Only the title, required values and Markdown; undefined if there is no Markdown, or nothing else. */
  content: string | undefined
  /** Only the title and required values that are not Markdown; undefined if there are none. */
  name: string | undefined
  /** Only the Markdown; undefined if it is so short that different documents may have it, such as a refusal. */
  text: string | undefined
}

/** Number of characters of Markdown that no other document has by chance. */
const minTextLength = 200

/** The fields in the paths of a mapping's files. */
export const pathFields = (mapping: Mapping): Set<string> =>
  new Set(
    pathTemplates(mapping)
      .flatMap(({ names }) => names)
      .map((name) => relatedName(mapping, name)?.[0] ?? name),
  )

/**
 * The fields that name the place of a document: those in its path, and its key. Excludes the field within which keys are
 * unique, since documents do not move between tenants.
 */
export const placeFields = (mapping: Mapping): Set<string> =>
  new Set([...pathFields(mapping), mapping.key].filter((field) => field !== mapping.within))

const withUniformLines = (value: FieldValue): FieldValue =>
  typeof value === 'string' ? withLineFeeds(value) : value

/** What identifies a record wherever its file is. `title` is the field that names a document in lists, if known. */
export const likenessOf = (mapping: Mapping, record: MappedRecord, title?: string): Likeness => {
  const { body, byField } = bindings(mapping)
  const place = placeFields(mapping)
  const { fields, locale } = canonicalRecord(mapping, record)
  const own = [...byField.values()].filter(({ field }) => !place.has(field))
  const textOf = (chosen: typeof own): string =>
    JSON.stringify([locale, ...chosen.map(({ field }) => [field, withUniformLines(fields[field]) ?? null])])
  const present = own.filter(({ field }) => !isEmpty(fields[field]))
  const markdown = present.filter(({ codec, field }) => codec.isMarkdown || field === body?.field)
  const names = present.filter(({ field, required }) => required || field === title)
  const plain = names.filter((binding) => !markdown.includes(binding))
  const textLength = markdown.reduce((sum, { field }) => {
    const value = fields[field]
    return typeof value === 'string' ? sum + value.length : sum
  }, 0)
  const content = present.filter((binding) => markdown.includes(binding) || names.includes(binding))
  return {
    whole: textOf(own),
    content: markdown.length > 0 && content.length > markdown.length ? textOf(content) : undefined,
    name: plain.length > 0 ? textOf(plain) : undefined,
    text: textLength >= minTextLength ? textOf(markdown) : undefined,
  }
}
