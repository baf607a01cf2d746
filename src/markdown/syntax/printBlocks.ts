import type { Code, Html, List, Table, TableRow } from 'mdast'
import { defaultHandlers, type Handle, type Info, type Join, type State } from 'mdast-util-to-markdown'

/** Prints a code block with the fence of its source, or with a longer one if the code contains that fence. */
const code: Handle = (node: Code, parent, state, info) => {
  const wanted = node.data?.fence ?? '```'
  const outer = state.options.fence
  const info_ = `${node.lang ?? ''}${node.meta ?? ''}`
  state.options.fence = wanted.startsWith('~') || info_.includes('`') ? '~' : '`'
  const printed = defaultHandlers.code(node, parent, state, info)
  state.options.fence = outer
  const fence = /^(`+|~+)/.exec(printed)?.[0] ?? ''
  if (fence.length >= wanted.length || !wanted.startsWith(fence)) return printed
  return wanted + printed.slice(fence.length, -fence.length) + wanted
}

/** Prints a list with the marker of its source. */
const list: Handle = (node: List, parent, state, info) => {
  const { bullet, bulletOrdered } = state.options
  state.options.bullet = node.data?.marker ?? '-'
  state.options.bulletOrdered = node.data?.delimiter ?? '.'
  const printed = defaultHandlers.list(node, parent, state, info)
  Object.assign(state.options, { bullet, bulletOrdered })
  return printed
}

const rules = { center: ':---:', left: ':---', right: '---:' }

/** The delimiter row of a table. */
export const delimiterRow = (align: NonNullable<Table['align']>): string =>
  `| ${align.map((each) => (each ? rules[each] : '---')).join(' | ')} |`

const printRow = (row: TableRow, state: State, info: Info): string => {
  const exit = state.enter('tableRow')
  const cells = row.children.map((cell) =>
    state.handle(cell, row, state, { ...info, before: ' ', after: ' ' }),
  )
  exit()
  return `|${cells.map((cell) => ` ${cell} |`).join('')}`
}

const table: Handle = (node: Table, _, state, info) => {
  const exit = state.enter('table')
  const [header = '', ...rows] = node.children.map((row) => printRow(row, state, info))
  exit()
  return [header, delimiterRow(node.align ?? []), ...rows].join('\n')
}

const tableRow: Handle = (node: TableRow, _, state, info) => printRow(node, state, info)

export const blockHandlers = { code, list, table, tableRow }

/** Markdown that is printed unchanged is held in `html` nodes, whose text mdast does not escape. */
const isSource = (node: { type: string }): node is Html =>
  node.type === 'html' && 'value' in node && typeof node.value === 'string' && !/^\s*</.test(node.value)

/** Headings, rules, definitions and formulas are closed by themselves, so that text can follow. */
const endsWithLine = ({ value }: Html): boolean =>
  /^(?:#{1,6}(?:\s.*)?|(?:[-*_][ \t]*){3,}|\[[^^].*|\$\$[^]*|[^]*\n(?:=+|-+))$/.test(value)

/** In a tight list item, the source had no blank line next to it, so it needs none now. */
export const joinSource: Join = (left, right, parent) => {
  if (parent.type !== 'listItem' || parent.spread !== false) return undefined
  if (isSource(left)) return right.type !== 'paragraph' || endsWithLine(left) ? 0 : undefined
  return isSource(right) && !right.value.startsWith('[') ? 0 : undefined
}
