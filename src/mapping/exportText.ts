import { nodeAt } from '../frontMatter/parse.ts'
import { patchFrontMatter } from '../frontMatter/patch.ts'
import type { Change, FrontMatter } from '../frontMatter/types.ts'
import { bindings } from './bindings.ts'
import { bodyChange } from './body.ts'
import { canonicalRecord } from './records.ts'
import { formatOf, printNew } from './printNew.ts'
import { linkBlocks, readLinks } from './fileLinks.ts'
import { readFile } from './readFile.ts'
import { isSaidByPath, renderTemplate } from './filePath.ts'
import { sameLinks } from './links.ts'
import type { MappedRecord, Mapping } from './types.ts'
import { valueChange } from './valueChange.ts'

/** The base of an export: a file as last read in the content root, with its path and, if already read, its record. */
export type ExportBase = { path: string; frontMatter: FrontMatter; record?: MappedRecord }

const derivedChanges = (mapping: Mapping, { frontMatter }: ExportBase, record: MappedRecord): Change[] =>
  bindings(mapping).templates.flatMap(({ key, template }): Change[] => {
    const node = nodeAt(frontMatter, key)
    const value = renderTemplate(mapping, template, record)
    if (node?.kind !== 'scalar' || value === undefined || node.value === value) return []
    return [{ kind: 'set', key, value }]
  })

const linkChanges = (mapping: Mapping, { frontMatter }: ExportBase, record: MappedRecord): Change[] => {
  if (!mapping.links) return []
  const { prefix } = mapping.links
  const base = readLinks(mapping.links, frontMatter).links
  const links = base.map(({ link }) => link)
  if (sameLinks(links, record.links)) return []
  return [{ kind: 'blocks', prefix, blocks: linkBlocks(mapping, mapping.links, base, record.links) }]
}

/**
 * The text of a record's file. With a base, only the keys whose value differs from the base change; everything else is
 * kept, and if nothing changed, the text is that of the base. Without a base, the file is printed in the mapping's
 * format. Throws on a text that no file can contain, such as one with a control character.
 */
export const exportText = (mapping: Mapping, record: MappedRecord, base?: ExportBase): string => {
  const wanted = canonicalRecord(mapping, record)
  if (!base) return printNew(mapping, wanted)
  const { frontMatter } = base
  const known = base.record ?? readFile(mapping, base.path, frontMatter).record
  const { values, body } = bindings(mapping)
  const changes = [
    ...values.map((binding) => {
      const node = nodeAt(frontMatter, binding.key)
      if (!node && isSaidByPath(mapping, wanted, binding)) return undefined
      return valueChange(binding, node, known, wanted)
    }),
    ...derivedChanges(mapping, base, wanted),
    ...linkChanges(mapping, base, wanted),
    body && bodyChange(body, frontMatter, known, wanted),
  ].filter((change) => change !== undefined)
  return changes.length === 0 ? frontMatter.text : patchFrontMatter(frontMatter, changes, formatOf(mapping))
}
