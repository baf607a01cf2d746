import { flowToBlock } from './flowToBlock.ts'
import { applyEdits, type Edit } from './lines.ts'
import { nodeAt } from './parse.ts'
import { removeKey } from './removeKey.ts'
import { setBlocks } from './setBlocks.ts'
import { setKey, setValue } from './setKey.ts'
import { splitFile } from './split.ts'
import { readSyntax, type Syntax } from './syntax.ts'
import { findPair } from './tree.ts'
import { type FileFormat, type FrontMatter, type KeyChange, noLimits } from './types.ts'

/** Applies changes to the YAML of a file and returns its new text. Throws on a change that is impossible. */
export const patchYaml = (frontMatter: FrontMatter, changes: KeyChange[], format: FileFormat): string => {
  const existing = changes.filter(
    (change) => change.kind === 'set' && nodeAt(frontMatter, change.key) !== undefined,
  )
  const first = syntaxOf(frontMatter.text)
  let text = applyEdits(
    frontMatter.text,
    existing.flatMap((change) => edits(first, change, format)),
  )
  // Changes that add or remove lines refer to the file as the previous ones left it; blocks come last, as they
  // renumber.
  const order: KeyChange['kind'][] = ['set', 'remove', 'blocks']
  for (const kind of order) {
    for (const change of changes) {
      if (change.kind !== kind || existing.includes(change)) continue
      const now = syntaxOf(text)
      if (edits(now, change, format).length === 0) continue
      const syntax = now.root.flow ? syntaxOf(flowToBlock(now)) : now
      text = applyEdits(syntax.text, edits(syntax, change, format))
    }
  }
  return text
}

const edits = (syntax: Syntax, change: KeyChange, format: FileFormat): Edit[] => {
  if (change.kind === 'remove') return removeKey(syntax, change.key)
  if (change.kind === 'blocks') return setBlocks(syntax, change.prefix, change.blocks, format)
  const found = findPair(syntax.root, change.key)
  if (found) return setValue(syntax, found, change.key, change.value, format)
  return setKey(syntax, change.key, change.value, format)
}

const syntaxOf = (text: string): Syntax => {
  const split = splitFile(text, noLimits)
  const read = split.ok ? readSyntax(text, split.parts, noLimits) : split
  if (!read.ok) throw new Error(`The front matter cannot be patched. ${read.fault.message}`)
  return read.syntax
}
