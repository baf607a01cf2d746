import { bindings } from '../mapping/bindings.ts'
import { canonicalLinks } from '../mapping/links.ts'
import type { Codec, FieldValue, MappedRecord, Mapping } from '../mapping/types.ts'
import { isRelated, isRelatedList } from '../mapping/values.ts'

// A document may hold a value that its codec cannot print, which an export reports.
const printed = (codec: Codec | undefined, value: string | number | boolean | string[]): string => {
  const plain = [value].flat().join('\n')
  try {
    return codec ? [codec.encode(value)].flat().join('\n') : plain
  } catch {
    return plain
  }
}

const textOfValue = (codec: Codec | undefined, value: FieldValue): string => {
  if (value === undefined) return ''
  if (isRelated(value) || isRelatedList(value)) {
    const by = codec?.relation?.by
    return [value]
      .flat()
      .flatMap(
        ({ related }) => (by === undefined ? undefined : related[by]) ?? Object.values(related)[0] ?? [],
      )
      .join('\n')
  }
  return typeof value === 'string' && codec?.isMarkdown ? value : printed(codec, value)
}

/**
 * The value of a field as people read it: a list has an item on each line, links are URLs, and Markdown is not escaped as it
 * is in files. No value is an empty text.
 */
export const fieldText = (mapping: Mapping, { fields, links }: MappedRecord, field: string): string =>
  field === mapping.links?.field
    ? canonicalLinks(links)
        .map(({ url }) => url)
        .join('\n')
    : textOfValue(bindings(mapping).byField.get(field)?.codec, fields[field])
