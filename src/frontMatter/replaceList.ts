import { isScalar } from 'yaml'
import type { ParsedNode, YAMLSeq } from 'yaml'
import { columnOf, type Edit, joinLines, lineStart, nextLine } from './lines.ts'
import { inCommon } from './inCommon.ts'
import { textOf } from './nodes.ts'
import { printFlow, printItem } from './printEntries.ts'
import { replaceByText } from './replaceValue.ts'
import type { Syntax } from './syntax.ts'
import { endOf, withComments } from './tree.ts'

const textsOf = (list: YAMLSeq.Parsed): (string | undefined)[] =>
  list.items.map((item) => (isScalar(item) ? textOf(item) : undefined))

/** Edits that change the list to the given items, in its current style. Equal items are kept. */
export const replaceList = (syntax: Syntax, list: YAMLSeq.Parsed, items: string[], colon: number): Edit[] => {
  const before = textsOf(list)
  const { head, tail } = inCommon(before, items)
  if (head === before.length && head === items.length) return []
  const change: ListChange<ParsedNode> = {
    items: list.items,
    head,
    removed: before.length - head - tail,
    added: items.slice(head, items.length - tail),
  }
  if (list.flow) {
    const whole = items.length === 0 || before.length === 0
    if (whole) return [{ start: list.range[0], end: list.range[1], text: printFlow(items) }]
    return flowEdits(change, printFlow)
  }
  return blockEdits(syntax, list, change, items.length === 0 ? colon : undefined)
}

/** A change of a list: what is removed and added between the items that are kept. */
export type ListChange<
  Item extends { range: readonly [number, number, ...number[]] } = {
    range: readonly [number, number, ...number[]]
  },
> = {
  items: Item[]
  /** Number of items that are kept at the start. */
  head: number
  /** Number of items that are removed after them. */
  removed: number
  /** The items that replace them. */
  added: string[]
}

/** Edits of a list in brackets on one line. */
export const flowEdits = (
  { items, head, removed, added }: ListChange,
  print: (item: string) => string,
): Edit[] => {
  const text = added.map((item) => print(item)).join(', ')
  const first = items[head]
  const previous = items[head - 1]
  const last = items[head + removed - 1]
  const next = items[head + removed]
  if (removed > 0 && added.length > 0 && first && last)
    return [{ start: first.range[0], end: last.range[1], text }]
  if (removed > 0 && previous && last) return [{ start: previous.range[1], end: last.range[1], text: '' }]
  if (removed > 0 && first && next) return [{ start: first.range[0], end: next.range[0], text: '' }]
  if (previous) return [{ start: previous.range[1], end: previous.range[1], text: `, ${text}` }]
  return first ? [{ start: first.range[0], end: first.range[0], text: `${text}, ` }] : []
}

const blockEdits = (
  syntax: Syntax,
  list: YAMLSeq.Parsed,
  { items, head, removed, added }: ListChange<ParsedNode>,
  emptied: number | undefined,
): Edit[] => {
  const { text, eol } = syntax
  const dashes = dashesOf(list)
  const column = columnOf(text, dashes[0] ?? 0)
  const endAt = (index: number): number => {
    const item = items[index]
    return item
      ? withComments(text, nextLine(text, Math.max(endOf(item), (dashes[index] ?? 0) + 1)), column)
      : 0
  }
  const edits: Edit[] = emptied === undefined ? [] : [{ start: emptied, end: emptied, text: ' []' }]
  const replaced = Math.min(removed, added.length)
  for (const [offset, item] of added.slice(0, replaced).entries()) {
    const dash = dashes[head + offset] ?? 0
    const node = items[head + offset] ?? null
    const value = node && isScalar(node) && node.source === '' && node.type === 'PLAIN' ? null : node
    const slot = { after: dash + 1, colon: true, value, column, inFlow: false }
    edits.push(...replaceByText(syntax, slot, item, { folded: false, step: 2 }))
  }
  for (let index = head + replaced; index < head + removed; index += 1) {
    edits.push({ start: lineStart(text, dashes[index] ?? 0), end: endAt(index), text: '' })
  }
  const lines = added.slice(replaced).flatMap((item) => printItem(item, column))
  const at = head + replaced
  const start = at === 0 ? lineStart(text, dashes[0] ?? 0) : endAt(at - 1)
  return lines.length > 0 ? [...edits, { start, end: start, text: joinLines(lines, eol) }] : edits
}

const dashesOf = ({ srcToken }: YAMLSeq.Parsed): number[] => {
  if (srcToken?.type !== 'block-seq') return []
  const starts = srcToken.items.map(
    ({ start }) => start.find((token) => token.type === 'seq-item-ind')?.offset,
  )
  return starts.filter((offset) => offset !== undefined)
}
