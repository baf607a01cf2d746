import { nodeAt } from '../frontMatter/parse.ts'
import type { Finding } from '../problems/problems.ts'
import type { FrontMatter } from '../frontMatter/types.ts'
import { bindings } from './bindings.ts'
import { disagreement } from './findings.ts'
import { isRelated } from './values.ts'
import { renderTemplate } from './filePath.ts'
import { gapCodec, gapText, gapValue, isLocale, relatedName } from './gaps.ts'
import type { FieldValue, Mapping } from './types.ts'

type Fields = Record<string, FieldValue>

/** Adds what the path says to what the keys say; returns what disagrees. */
const addGaps = (mapping: Mapping, frontMatter: FrontMatter, fields: Fields, gaps: Record<string, string>) =>
  Object.entries(gaps).flatMap(([name, text]): Finding[] => {
    if (isLocale(mapping, name)) return []
    const [field, of] = relatedName(mapping, name) ?? [name]
    const value = fields[field]
    const stated = gapText(mapping, fields, name)
    if (of !== undefined)
      fields[field] = { related: { ...(isRelated(value) ? value.related : {}), [of]: text } }
    // A key may contain more than the path, such as a time.
    else if (stated !== text || !gapCodec(mapping, name)) fields[field] = gapValue(mapping, name, text)
    const key = bindings(mapping).byField.get(field)?.key
    if (!key || stated === undefined || stated === text) return []
    return [disagreement(nodeAt(frontMatter, key) ?? frontMatter.root, key.join('.'), text)]
  })

const addDerived = (
  mapping: Mapping,
  frontMatter: FrontMatter,
  fields: Fields,
  locale: string | undefined,
): Finding[] =>
  bindings(mapping).templates.flatMap(({ key, template, field }) => {
    const expected = renderTemplate(mapping, template, { fields, locale })
    const node = nodeAt(frontMatter, key)
    if (expected === undefined) return []
    if (field !== undefined) fields[field] = expected
    const agrees = !node || (node.kind === 'scalar' && node.value === expected)
    return agrees ? [] : disagreement(node, key.join('.'), expected)
  })

/**
 * Completes the values of a file with those of its path and derived values, and reports keys of the file that
 * contradict them.
 */
export const applyPath = (
  mapping: Mapping,
  frontMatter: FrontMatter,
  stated: Fields,
  gaps: Record<string, string>,
): { fields: Fields; findings: Finding[] } => {
  const fields = { ...stated }
  const ofGaps = addGaps(mapping, frontMatter, fields, gaps)
  return {
    fields,
    findings: [...ofGaps, ...addDerived(mapping, frontMatter, fields, mapping.locales && gaps.locale)],
  }
}
