import type { Element } from 'hast'
import { visit } from 'unist-util-visit'

/** Makes the first row of a table without a header its header: a table in Markdown has one, and would get an empty row. */
export const tableHeader = (table: Element): void => {
  let isNamed = false
  let first: Element | undefined
  visit(table, 'element', (element) => {
    if (element.tagName === 'th') isNamed = true
    if (element.tagName === 'tr') first ??= element
  })
  if (isNamed || !first) return
  for (const cell of first.children) if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th'
}
