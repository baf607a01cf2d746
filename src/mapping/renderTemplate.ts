import { isRelated } from './isRelated.ts'
import { relatedName } from './relatedName.ts'
import { template } from './template.ts'
import type { FieldValue, Mapping } from './types.ts'

const valueOf = (mapping: Mapping, fields: Record<string, FieldValue>, name: string): string | undefined => {
  const related = relatedName(mapping, name)
  if (!related) {
    const value = fields[name]
    return typeof value === 'string' ? value : undefined
  }
  const [field, of] = related
  const value = fields[field]
  const text = isRelated(value) ? value.related[of] : undefined
  return typeof text === 'string' ? text : undefined
}

/** Fills a template of a mapping from the values of a record; `undefined` where one is missing or unusable. */
export const renderTemplate = (
  mapping: Mapping,
  source: string,
  fields: Record<string, FieldValue>,
): string | undefined => {
  const { names, render } = template(source)
  return render(Object.fromEntries(names.map((name) => [name, valueOf(mapping, fields, name)])))
}
