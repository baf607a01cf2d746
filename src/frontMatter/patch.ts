import { checkText } from './checkText.ts'
import { applyEdits, type Edit } from './lines.ts'
import type { Change, FrontMatter, FrontMatterNode, FrontMatterValue, FileFormat, Limits } from './types.ts'
import { nodeAt, parseFrontMatter } from './parse.ts'
import { removeKey } from './removeKey.ts'
import { flowToBlock } from './flowToBlock.ts'
import { setBlocks } from './setBlocks.ts'
import { setKey, setValue } from './setKey.ts'
import { readSyntax } from './syntax.ts'
import type { Syntax } from './syntax.ts'
import { findPair } from './tree.ts'

// The file was read before, within the limits of whoever read it.
const noLimits: Limits = {
  characters: Infinity,
  lineLength: Infinity,
  depth: 1_000,
  nodes: Infinity,
  keys: Infinity,
}

/**
 * Applies changes to a file and gives its new text. Only lines of changed keys differ from the old text.
 * Keys and blocks are named as the file has them now. A key that is set to the value it has stays as it is written.
 * Throws on a change that cannot be made: a control character in a text, a block to keep that is not there, or two
 * changes of one key.
 */
export const patchFrontMatter = (frontMatter: FrontMatter, changes: Change[], format: FileFormat): string => {
  if (changes.length === 0) return frontMatter.text
  checkDistinct(changes)
  const existing = changes.filter((change) => change.kind === 'set' && isThere(frontMatter, change.key))
  const first = syntaxOf(frontMatter.text)
  let text = applyEdits(
    frontMatter.text,
    existing.flatMap((change) => edits(first, change, format)),
  )
  // What adds or takes away lines goes by the file as the changes before it left it; blocks last, as they renumber.
  const order: Change['kind'][] = ['set', 'remove', 'blocks', 'body']
  for (const kind of order) {
    for (const change of changes) {
      if (change.kind !== kind || existing.includes(change)) continue
      const now = syntaxOf(text)
      if (edits(now, change, format).length === 0) continue
      const syntax = kind === 'body' || !now.root.flow ? now : syntaxOf(flowToBlock(now))
      text = applyEdits(syntax.text, edits(syntax, change, format))
    }
  }
  checkResult(text, changes)
  return text
}

const isThere = (frontMatter: FrontMatter, key: string[]): boolean => nodeAt(frontMatter, key) !== undefined

const edits = (syntax: Syntax, change: Change, format: FileFormat): Edit[] => {
  if (change.kind === 'remove') return removeKey(syntax, change.key)
  if (change.kind === 'blocks') return setBlocks(syntax, change.prefix, change.blocks, format)
  if (change.kind === 'body') return [bodyEdit(syntax, change.body)]
  const found = findPair(syntax.root, change.key)
  if (found) return setValue(syntax, found, change.key, change.value, format)
  return setKey(syntax, change.key, change.value, format)
}

const bodyEdit = ({ text, body: start, eol }: Syntax, body: string): Edit => {
  checkText(body)
  const open = body !== '' && text[start - 1] !== '\n'
  return { start, end: text.length, text: open ? eol + body : body }
}

const syntaxOf = (text: string): Syntax => {
  const read = readSyntax(text, noLimits)
  if ('fault' in read) throw new Error(`The front matter cannot be patched. ${read.fault.message}`)
  return read.syntax
}

const checkDistinct = (changes: Change[]): void => {
  const names = changes.map((change) =>
    JSON.stringify(
      'key' in change ? change.key : change.kind === 'blocks' ? [change.prefix, 'blocks'] : 'body',
    ),
  )
  const again = names.find((name, index) => names.indexOf(name) !== index)
  if (again !== undefined) throw new Error(`Two changes name the same key: ${again}.`)
}

/** Reads back what was written: a file that would not say what was asked must never leave this function. */
const checkResult = (text: string, changes: Change[]): void => {
  const read = parseFrontMatter(text, noLimits)
  if (!read.ok) throw new Error(`The patched front matter cannot be read. ${read.findings[0]?.message ?? ''}`)
  const renumbered = changes.flatMap((change) => (change.kind === 'blocks' ? [change.prefix] : []))
  for (const change of changes) {
    if (change.kind !== 'set' || renumbered.some((prefix) => change.key[0]?.startsWith(prefix))) continue
    if (!isSame(nodeAt(read.frontMatter, change.key), change.value)) {
      throw new Error(`The key ${change.key.join('.')} does not read back as it was set.`)
    }
  }
}

const isSame = (node: FrontMatterNode | undefined, value: FrontMatterValue): boolean => {
  if (!Array.isArray(value))
    return node?.kind === 'scalar' && node.value === (typeof value === 'string' ? value : value.typed)
  if (node?.kind !== 'list' || node.items.length !== value.length) return false
  return value.every((item, index) => isSame(node.items[index], item))
}
