import { checkText } from './checkText.ts'
import { applyEdits } from './lines.ts'
import { nodeAt, parseFrontMatter } from './parse.ts'
import { patchYaml } from './patchYaml.ts'
import { type Parts, splitFile } from './split.ts'
import { tomlEdits } from './toml/edits.ts'
import { readTomlSyntax } from './toml/syntax.ts'
import {
  type Change,
  type FileFormat,
  type FrontMatter,
  type FrontMatterNode,
  type FrontMatterValue,
  type KeyChange,
  noLimits,
} from './types.ts'

/**
 * Applies changes to a file and returns its new text. Only the lines of changed keys differ from the old text. Keys and
 * blocks are named as in the current file. A key that is set to its current value keeps its source. Throws on a change
 * that is impossible: a control character in a text, a block to keep that does not exist, two changes of the same key,
 * or a change of a whole TOML table.
 */
export const patchFrontMatter = (frontMatter: FrontMatter, changes: Change[], format: FileFormat): string => {
  if (changes.length === 0) return frontMatter.text
  checkDistinct(changes)
  const ofKeys = changes.filter((change) => change.kind !== 'body')
  const patched = (frontMatter.syntax === 'toml' ? patchToml : patchYaml)(frontMatter, ofKeys, format)
  const text = changes.reduce(
    (current, change) => (change.kind === 'body' ? withBody(current, change.body) : current),
    patched,
  )
  checkResult(text, changes)
  return text
}

/** Changes existing keys first, so that insertions find the final lines. */
const patchToml = (frontMatter: FrontMatter, changes: KeyChange[], format: FileFormat): string => {
  const isExisting = (change: KeyChange): boolean =>
    change.kind === 'set' && nodeAt(frontMatter, change.key) !== undefined
  const ordered = [
    ...changes.filter(isExisting),
    ...changes.filter((change) => change.kind === 'set' && !isExisting(change)),
    ...changes.filter(({ kind }) => kind !== 'set'),
  ]
  return ordered.reduce((text, change) => {
    const read = readTomlSyntax(text, partsOf(text))
    if (!read.ok) throw new Error(`The front matter cannot be patched. ${read.fault.message}`)
    return applyEdits(text, tomlEdits(read.syntax, change, format))
  }, frontMatter.text)
}

const partsOf = (text: string): Parts => {
  const split = splitFile(text, noLimits)
  if (!split.ok) throw new Error(`The front matter cannot be patched. ${split.fault.message}`)
  return split.parts
}

const withBody = (text: string, body: string): string => {
  checkText(body)
  const { body: start, eol } = partsOf(text)
  const head = text.slice(0, start)
  const opened = body !== '' && !head.endsWith('\n') ? head + eol : head
  // Directly below `...`, a line `---` would close the front matter again.
  const isClosedTwice = /\n\.\.\.[ \t]*\r?\n$/.test(opened) && /^---[ \t]*(?:\r?\n|$)/.test(body)
  return opened + (isClosedTwice ? eol : '') + body
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

/** Parses the result: a file that does not say what was requested must never leave this function. */
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
