import type { Element, ElementContent } from 'hast'

import { isFormula, textOf } from '../formula/pastedFormulas.ts'

type Line = ElementContent[]

const blocks = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

const text = (value: string): ElementContent => ({ type: 'text', value })

const element = (tagName: string, children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})

const elementsIn = ({ children }: Element): Element[] =>
  children.flatMap((child) => (child.type === 'element' ? [child] : []))

const isBlank = (line: Line): boolean =>
  line.every(
    (node) =>
      (node.type === 'text' && node.value.trim() === '') ||
      node.type === 'comment' ||
      (node.type === 'element' && node.tagName !== 'img' && !isFormula(node) && isBlank(node.children)),
  )

const listLines = (list: Element, depth: number): Line[] =>
  elementsIn(list).flatMap((item, index) => {
    const mark = list.tagName === 'ol' ? `${index + 1}. ` : depth > 0 ? '– ' : '• '
    const [first = [], ...more] = linesOf(item.children, depth + 1)
    return [[text(mark), ...first], ...more]
  })

const rowLine = (row: Element): Line =>
  elementsIn(row)
    .map((cell) => linesOf(cell.children).flatMap((line, index) => (index > 0 ? [text(' '), ...line] : line)))
    .flatMap((line, index) => (index > 0 ? [text(', '), ...line] : line))

/** The lines of an element; undefined if it is part of the line that contains it. */
const ownLines = (node: ElementContent, depth: number): Line[] | undefined => {
  if (node.type !== 'element' || isFormula(node)) return undefined
  if (node.tagName === 'ul' || node.tagName === 'ol') return listLines(node, depth)
  if (node.tagName === 'tr') return [rowLine(node)]
  if (node.tagName === 'pre')
    return textOf(node)
      .split('\n')
      .map((line) => (line.trim() === '' ? [] : [element('code', [text(line.trim())])]))
  const inner = linesOf(node.children, depth)
  if (blocks.has(node.tagName)) return inner
  return inner.length > 1 ? inner.map((line) => [{ ...node, children: line }]) : undefined
}

const linesOf = (nodes: ElementContent[], depth = 0): Line[] => {
  const lines: Line[] = []
  let line: Line = []
  const end = (): void => {
    lines.push(line)
    line = []
  }
  for (const node of nodes) {
    const own = ownLines(node, depth)
    const isBreak = node.type === 'element' && node.tagName === 'br'
    if (own || isBreak) end()
    else line.push(node)
    if (own) lines.push(...own)
  }
  end()
  return lines.filter((each) => !isBlank(each))
}

const withoutDisplay = (nodes: ElementContent[]): void => {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    if (isFormula(node)) delete node.properties.dataDisplay
    else withoutDisplay(node.children)
  }
}

/** Whether an element is a line break in a cell, after `cellInLines`. */
export const isCellBreak = ({ properties }: Element): boolean => properties.dataCell === true

/**
 * Reduces the content of a pasted cell to what a Markdown cell can hold: lines separated by breaks. Each paragraph and
 * list item becomes a line; formulas stay in their line.
 */
export const cellInLines = (cell: Element): void => {
  withoutDisplay(cell.children)
  const breakOf = (): Element => ({ ...element('br'), properties: { dataCell: true } })
  cell.children = linesOf(cell.children).flatMap((line, index) => (index > 0 ? [breakOf(), ...line] : line))
}
