import type { Element } from 'hast'
import { visit } from 'unist-util-visit'

const elementsOf = (table: Element, tagName: string): Element[] => {
  const found: Element[] = []
  visit(table, { type: 'element', tagName }, (element) => {
    found.push(element)
  })
  return found
}

/**
 * Makes the first row of a table without a header its header: a Markdown table has one, and would otherwise get an
 * empty row.
 */
export const tableHeader = (table: Element): void => {
  const [first] = elementsOf(table, 'tr')
  if (!first || elementsOf(table, 'th').length > 0) return
  for (const cell of first.children) if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th'
}
