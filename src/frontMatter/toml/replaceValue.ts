import type { AST } from 'toml-eslint-parser'

import { inCommon } from '../inCommon.ts'
import { columnOf, type Edit, lineStart, nextLine } from '../lines.ts'
import { flowEdits, type ListChange } from '../replaceList.ts'
import type { FrontMatterValue } from '../types.ts'
import { tomlStyle, tomlText } from './nodes.ts'
import { bareKind, printTomlValue } from './print.ts'
import { changeTomlString, printTomlString } from './strings.ts'
import type { TomlSyntax } from './syntax.ts'

/** Edits that replace a value with another one, in the same notation as far as possible. */
export const replaceTomlValue = (
  syntax: TomlSyntax,
  node: AST.TOMLContentNode,
  value: FrontMatterValue,
): Edit[] => {
  if (Array.isArray(value) && node.type === 'TOMLArray') return replaceTomlList(syntax, node, value)
  const [start, end] = node.range
  const printed =
    Array.isArray(value) || node.type !== 'TOMLValue'
      ? printTomlValue(value, syntax.eol)
      : scalarLike(syntax, node, typeof value === 'string' ? value : value.typed, typeof value !== 'string')
  return printed === syntax.text.slice(start, end) ? [] : [{ start, end, text: printed }]
}

const scalarLike = (
  { eol, text }: TomlSyntax,
  node: AST.TOMLValue,
  value: string,
  isTyped: boolean,
): string => {
  const source = text.slice(...node.range)
  if (value === tomlText(node)) return source
  const style = tomlStyle(node)
  if (style === 'plain' || style === 'folded' || style === 'literal') {
    const kind = bareKind(value)
    return kind && (isTyped || kind === bareKind(tomlText(node))) ? value : printTomlValue(value, eol)
  }
  // Lines are easier to read than escapes, unless the text already has escapes.
  const hasNewLines = style === 'double' && value.includes('\n') && !tomlText(node).includes('\n')
  if (hasNewLines) return printTomlString(value, ['multiline'], eol)
  const others = value.includes('\n') ? (['multiline'] as const) : []
  return changeTomlString(source, value, style, eol) ?? printTomlString(value, [style, ...others], eol)
}

/** Edits that change an array to the given texts. Equal items are kept, and so are the lines of the others. */
const replaceTomlList = (syntax: TomlSyntax, { elements, range }: AST.TOMLArray, items: string[]): Edit[] => {
  const before = elements.map((item) => (item.type === 'TOMLValue' ? tomlText(item) : undefined))
  const { head, tail } = inCommon(before, items)
  if (head === before.length && head === items.length) return []
  if (elements.length === 0 || items.length === 0)
    return [{ start: range[0], end: range[1], text: printTomlValue(items, syntax.eol) }]
  const change: ListChange = {
    items: elements,
    head,
    removed: before.length - head - tail,
    added: items.slice(head, items.length - tail),
  }
  const print = (item: string): string => printLike(elements[0], item)
  return elements.every((item) => isAlone(syntax.text, item))
    ? lineEdits(syntax, change, print)
    : flowEdits(change, print)
}

const printLike = (first: AST.TOMLContentNode | undefined, item: string): string => {
  const style = first?.type === 'TOMLValue' ? tomlStyle(first) : 'double'
  const isBare = first?.type === 'TOMLValue' && style === 'plain' && bareKind(item) !== undefined
  if (isBare && bareKind(item) === bareKind(tomlText(first))) return item
  return printTomlString(item, style === 'single' ? ['single'] : ['double'], '\n')
}

/** Whether only a comma and a comment share the lines of an item. */
const isAlone = (text: string, { range: [start, end] }: AST.TOMLContentNode): boolean =>
  text.slice(lineStart(text, start), start).trim() === '' &&
  /^[ \t]*,?[ \t]*(?:#.*)?\r?\n$/.test(text.slice(end, nextLine(text, end)))

const lineEdits = (
  { eol, text }: TomlSyntax,
  { items, head, removed, added }: ListChange,
  print: (item: string) => string,
): Edit[] => {
  const replaced = Math.min(removed, added.length)
  const edits = items.slice(head, head + replaced).map((item, at): Edit => {
    const [start, end] = item.range
    return { start, end, text: print(added[at] ?? '') }
  })
  for (const { range } of items.slice(head + replaced, head + removed))
    edits.push({ start: lineStart(text, range[0]), end: nextLine(text, range[1]), text: '' })
  const previous = items[head + replaced - 1]
  const neighbour = previous ?? items[0]
  if (added.length === replaced || !neighbour) return edits
  const margin = ' '.repeat(columnOf(text, neighbour.range[0]))
  const lines = added.slice(replaced).map((item) => `${margin}${print(item)},${eol}`)
  if (!previous) {
    const start = lineStart(text, neighbour.range[0])
    return [...edits, { start, end: start, text: lines.join('') }]
  }
  const end = previous.range[1]
  const hasComma = /^[ \t]*,/.test(text.slice(end, nextLine(text, end)))
  const start = nextLine(text, end)
  if (hasComma) return [...edits, { start, end: start, text: lines.join('') }]
  const last = lines.join('').replace(/,(\r?\n)$/, '$1')
  return [...edits, { start: end, end, text: ',' }, { start, end: start, text: last }]
}
