import type { ScalarNode } from '../frontMatter/types.ts'
import { bindings } from './bindings.ts'
import { day } from './codecs/day.ts'
import { type GapPatterns, template, type Template } from './template.ts'
import type { Codec, FieldValue, Mapping } from './types.ts'
import { isEmpty, isRelated } from './values.ts'

/** A pattern of a mapping's paths, with the locales of its files; empty for a mapping without `locales`. */
export type PathTemplate = Template & { locales: readonly string[] }

/** Splits the name of a gap that is a field of a related document: `subject.slug`. */
export const relatedName = (mapping: Mapping, name: string): [field: string, of: string] | undefined => {
  const [field = '', of, ...rest] = name.split('.')
  const relation = bindings(mapping).byField.get(field)?.codec.relation
  return relation && !relation.many && of !== undefined && rest.length === 0 ? [field, of] : undefined
}

/** The codec that reads a gap of a path; `undefined` for a text. A date and time is reduced to a day. */
export const gapCodec = (mapping: Mapping, name: string): Codec | undefined => {
  const own = mapping.pathCodecs?.[name]
  if (own) return own
  const bound = bindings(mapping).byField.get(name)?.codec
  if (!bound?.typed) return undefined
  return bound.name === 'dateTime' ? day : bound
}

/** The value that the text of a gap represents; `undefined` if it is invalid. */
export const gapValue = (mapping: Mapping, name: string, text: string): FieldValue => {
  const node: ScalarNode = { kind: 'scalar', style: 'plain', value: text, line: 1, column: 1 }
  const codec = gapCodec(mapping, name)
  return codec ? codec.decode(node).value : text
}

/** The text of a gap, from the values of a record; `undefined` if there is none. */
export const gapText = (
  mapping: Mapping,
  fields: Record<string, FieldValue>,
  name: string,
): string | undefined => {
  const [field, of] = relatedName(mapping, name) ?? [name]
  const value = fields[field]
  const shown = of !== undefined && isRelated(value) ? value.related[of] : value
  const codec = of === undefined ? gapCodec(mapping, name) : undefined
  const text = codec && !isEmpty(value) ? codec.encode(value) : shown
  return typeof text === 'string' ? text : undefined
}

const made = new WeakMap<Mapping, PathTemplate[]>()

/** The patterns of a mapping's paths, compiled once. Throws a TypeError if they have different names. */
export const pathTemplates = (mapping: Mapping): PathTemplate[] => {
  const known = made.get(mapping) ?? compileAll(mapping)
  made.set(mapping, known)
  return known
}

const compileAll = (mapping: Mapping): PathTemplate[] => {
  const { files, locales = [] } = mapping
  const sources = typeof files === 'string' ? [files] : files
  const all = sources.map((source): Template => {
    const { names } = template(source)
    const compiled = template(source, patternsOf(mapping, names))
    const converted = names.filter((name) => gapCodec(mapping, name))
    const match: Template['match'] = (text) => {
      const gaps = compiled.match(text)
      return gaps && converted.every((name) => isWritable(mapping, name, gaps[name])) ? gaps : undefined
    }
    return { ...compiled, match }
  })
  const sets = all.map(({ names }) =>
    names
      .filter((name) => !isLocale(mapping, name))
      .sort()
      .join(),
  )
  if (sets.length === 0 || sets.some((set) => set !== sets[0]))
    throw new TypeError(`The patterns for files of '${mapping.collection}' do not have the same names.`)
  const hasPlain = all.some(({ names }) => !names.includes('locale'))
  return all.map((pattern) => {
    if (!pattern.names.includes('locale')) return { ...pattern, locales: locales.slice(0, 1) }
    // If there is a pattern without a locale, it is for files of the first locale.
    return { ...pattern, locales: hasPlain ? locales.slice(1) : locales }
  })
}

/** Whether a text survives the round trip: `2024-02-30` is not a day, and the number 7 would not be written as `007`. */
const isWritable = (mapping: Mapping, name: string, text: string | undefined): boolean => {
  if (text === undefined) return true
  const value = gapValue(mapping, name, text)
  return value !== undefined && gapText(mapping, { [name]: value }, name) === text
}

/** Whether a gap is the locale of the file rather than a field. */
export const isLocale = ({ locales }: Mapping, name: string): boolean =>
  locales !== undefined && name === 'locale'

const patternsOf = (mapping: Mapping, names: readonly string[]): GapPatterns => {
  const patterns: Record<string, string> = {}
  for (const name of names) {
    const pattern = gapCodec(mapping, name)?.pattern
    if (pattern !== undefined) patterns[name] = pattern
  }
  if (mapping.locales)
    patterns.locale = mapping.locales.map((code) => code.replace(/[^\w-]/g, '\\$&')).join('|')
  return patterns
}
