import type { BlockContent, List, ListItem } from 'mdast'

import { flowFromLexical } from './flowFromLexical.ts'
import { childrenOf, isFields, type Fields } from './guards.ts'

const isList = (node: unknown): node is Fields => isFields(node) && node.type === 'list'

/** A check box stands before text only. */
const checkedOf = (list: Fields, item: Fields, blocks: BlockContent[]): boolean | null =>
  list.listType === 'check' && blocks[0]?.type === 'paragraph' ? item.checked === true : null

/** Two paragraphs in a row have a blank line between them, and that makes the list loose. */
const needsSpread = ({ children }: ListItem): boolean =>
  children.some((child, index) => child.type === 'paragraph' && children[index + 1]?.type === 'paragraph')

const addItem = (items: ListItem[], list: Fields, item: Fields): void => {
  const nested = childrenOf(item).filter(isList)
  const blocks = flowFromLexical(childrenOf(item).filter((child) => !isList(child)))
  const children = [...blocks, ...nested.map(listFromLexical).filter((each) => each.children.length > 0)]
  const last = items.at(-1)
  const continues = isFields(item.$) && item.$.continues === true && last?.children.at(-1)?.type === 'list'
  if (last && (continues || (nested.length > 0 && blocks.length === 0))) last.children.push(...children)
  else items.push({ type: 'listItem', checked: checkedOf(list, item, blocks), spread: false, children })
}

/** A list of mdast for one of Lexical. Nested lists go into the item before them, which is where Markdown has them. */
export const listFromLexical = (list: Fields): List => {
  const items: ListItem[] = []
  for (const item of childrenOf(list)) if (isFields(item)) addItem(items, list, item)
  const hints = isFields(list.$) ? list.$ : {}
  const spread = hints.spread === true || items.some(needsSpread)
  return {
    type: 'list',
    ordered: list.listType === 'number',
    start: list.listType === 'number' && typeof list.start === 'number' ? list.start : null,
    spread,
    children: items.map((item) => ({ ...item, spread })),
    data: {
      ...((hints.marker === '*' || hints.marker === '+') && { marker: hints.marker }),
      ...(hints.delimiter === ')' && { delimiter: hints.delimiter }),
    },
  }
}
