import type { Entry } from '../frontMatter/printEntries.ts'
import { printFrontMatter } from '../frontMatter/print.ts'
import type { FrontMatterValue, FileFormat } from '../frontMatter/types.ts'
import { bindings, type ValueBinding } from './bindings.ts'
import { newLinkBlock } from './fileLinks.ts'
import { renderTemplate } from './filePath.ts'
import { canonicalLinks } from './links.ts'
import type { MappedRecord, Mapping } from './types.ts'
import { isEmpty, sameValue, shownValue, typedBy } from './values.ts'

type Keyed = { key: string[]; value: FrontMatterValue | Entry[] }

const printed = (binding: ValueBinding, record: MappedRecord): FrontMatterValue | undefined => {
  const value = shownValue(binding, record)
  if (isEmpty(value) || sameValue(binding.codec, value, binding.default)) return undefined
  const text = binding.codec.encode(value)
  return text.length === 0 ? undefined : typedBy(binding.codec, text)
}

const linkEntries = (mapping: Mapping, { links }: MappedRecord): Keyed[] => {
  const { links: binding } = mapping
  if (!binding) return []
  return canonicalLinks(links).map((link, at) => ({
    key: [`${binding.prefix}${at + 1}`],
    value: newLinkBlock(mapping, binding, link),
  }))
}

const allEntries = (mapping: Mapping, record: MappedRecord): Keyed[] => {
  const { values, templates, constants } = bindings(mapping)
  const found = [
    ...values.map((binding) => ({ key: binding.key, value: printed(binding, record) })),
    ...templates.map(({ key, template }) => ({
      key,
      value: renderTemplate(mapping, template, record),
    })),
    // The mapping determines how they are written.
    ...constants.map(({ key, constant }) => ({
      key,
      value: constant === '' ? undefined : { typed: constant },
    })),
  ]
  const entries = found.flatMap(({ key, value }) => (value === undefined ? [] : { key, value }))
  return [...entries, ...linkEntries(mapping, record)]
}

const placeOf = ({ order }: FileFormat, { links }: Mapping, { key }: Keyed): number => {
  const name = key.join('.')
  const isLink = links !== undefined && key.length === 1 && /^\d+$/.test(name.slice(links.prefix.length))
  const place = order.indexOf(isLink && name.startsWith(links.prefix) ? links.prefix : name)
  return place < 0 ? order.length : place
}

const nested = (entries: Keyed[]): Entry[] => {
  const groups = new Map<string, Keyed[]>()
  for (const { key, value } of entries) {
    const [top = '', ...rest] = key
    groups.set(top, [...(groups.get(top) ?? []), { key: rest, value }])
  }
  return [...groups].map(([name, group]): Entry => {
    const only = group[0]
    return [name, only && only.key.length === 0 ? only.value : nested(group)]
  })
}

/** Prints a record as a new file in the format of its mapping. */
export const printNew = (mapping: Mapping, record: MappedRecord): string => {
  const format = formatOf(mapping)
  const entries = allEntries(mapping, record).toSorted(
    (a, b) => placeOf(format, mapping, a) - placeOf(format, mapping, b),
  )
  const { body } = bindings(mapping)
  const text = body ? printed(body, record) : undefined
  return printFrontMatter(
    nested(entries),
    typeof text === 'string' ? { ...format, body: `\n${text}\n` } : format,
  )
}

/** How a mapping prints new lines: its own format completed with defaults. Keys are in the order of the mapping. */
export const formatOf = (mapping: Mapping): FileFormat => ({
  order: [...Object.keys(mapping.frontMatter), ...(mapping.links ? [mapping.links.prefix] : [])],
  syntax: 'yaml',
  indent: 2,
  indents: {},
  folded: [],
  body: '',
  ...mapping.format,
})
