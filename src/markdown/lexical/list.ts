import type { BlockContent, List, ListItem } from 'mdast'

import { withChildren } from './build.ts'
import { flowFromLexical, leavesToLexical, type Flow } from './flow.ts'
import { childrenOf, isRecord, type UnknownRecord } from './guards.ts'
import type { SerializedInline, SerializedList, SerializedListItem } from './nodes.ts'
import { sourceOf } from './sourceOf.ts'

const listType = (list: List): SerializedList['listType'] | undefined => {
  const tasks = list.children.filter(({ checked }) => typeof checked === 'boolean').length
  if (tasks === 0) return list.ordered === true ? 'number' : 'bullet'
  const isPlain = list.children.every(
    ({ checked, children }) => typeof checked === 'boolean' && children[0]?.type === 'paragraph',
  )
  return isPlain && list.ordered !== true ? 'check' : undefined
}

/** Whether any of its blocks are separated by blank lines, which makes all of its text paragraphs. */
const isLoose = ({ children, spread }: List): boolean =>
  spread === true || children.some((item) => item.spread === true)

const endless = new Set(['blockquote', 'footnoteDefinition', 'html', 'table'])

/** Text after source generally needs a blank line, which would make a tight list loose. */
const hasTextAfterSource = ({ children }: ListItem): boolean =>
  children.some(({ type }, at) => endless.has(type) && children[at + 1]?.type === 'paragraph')

/**
 * Whether Lexical can represent a list. It supports neither numbered check boxes nor lists in which only some items
 * have check boxes, nor tight lists with text after source.
 */
export const isPlainList = (list: List): boolean =>
  listType(list) !== undefined &&
  (isLoose(list) || !list.children.some(hasTextAfterSource)) &&
  list.children.every((item) => item.children.every((child) => child.type !== 'list' || isPlainList(child)))

/** The runs of an item: consecutive blocks, and lists. */
const runsOf = (children: Flow[]): (Flow[] | List)[] => {
  const runs: (Flow[] | List)[] = []
  for (const child of children) {
    const last = runs.at(-1)
    if (child.type === 'list') runs.push(child)
    else if (Array.isArray(last)) last.push(child)
    else runs.push([child])
  }
  return runs
}

const itemToLexical = (item: ListItem, value: number, type: string, text: string): SerializedListItem[] => {
  const runs = runsOf(item.children)
  // Lexical puts a nested list into an item of its own, after its parent item.
  if (!Array.isArray(runs[0])) runs.unshift([])
  return runs.map((run, index) => ({
    ...withChildren<SerializedInline | SerializedList>(
      Array.isArray(run) ? leavesToLexical(run, text) : [listToLexical(run, text)],
    ),
    ...(index > 0 && Array.isArray(run) && { $: { continues: true } }),
    ...(type === 'check' && Array.isArray(run) && { checked: item.checked === true }),
    type: 'listitem',
    value: value + index,
  }))
}

const hintsOf = (list: List, text: string): SerializedList['$'] => {
  const marker = /^(?:\d+)?([-+*.)])/.exec(sourceOf(list, text))?.[1]
  return {
    ...(isLoose(list) && { spread: true }),
    ...((marker === '*' || marker === '+') && { marker }),
    ...(marker === ')' && { delimiter: marker }),
  }
}

/** Converts a list that satisfies `isPlainList`, with its nested lists. */
export const listToLexical = (list: List, text: string): SerializedList => {
  const type = listType(list) ?? 'bullet'
  const start = list.start ?? 1
  const children: SerializedListItem[] = []
  for (const item of list.children) children.push(...itemToLexical(item, start + children.length, type, text))
  const hints = hintsOf(list, text)
  return {
    ...withChildren(children),
    ...(Object.keys(hints ?? {}).length > 0 && { $: hints }),
    listType: type,
    start,
    tag: type === 'number' ? 'ol' : 'ul',
    type: 'list',
  }
}

const isList = (node: unknown): node is UnknownRecord => isRecord(node) && node.type === 'list'

/** A check box can only precede text. */
const checkedOf = (list: UnknownRecord, item: UnknownRecord, blocks: BlockContent[]): boolean | null =>
  list.listType === 'check' && blocks[0]?.type === 'paragraph' ? item.checked === true : null

/** Two consecutive paragraphs are separated by a blank line, which makes the list loose. */
const needsSpread = ({ children }: ListItem): boolean =>
  children.some((child, index) => child.type === 'paragraph' && children[index + 1]?.type === 'paragraph')

const addItem = (items: ListItem[], list: UnknownRecord, item: UnknownRecord): void => {
  const nested = childrenOf(item).filter(isList)
  const blocks = flowFromLexical(childrenOf(item).filter((child) => !isList(child)))
  const children = [...blocks, ...nested.map(listFromLexical).filter((each) => each.children.length > 0)]
  const last = items.at(-1)
  const continues = isRecord(item.$) && item.$.continues === true && last?.children.at(-1)?.type === 'list'
  if (last && (continues || (nested.length > 0 && blocks.length === 0))) last.children.push(...children)
  else items.push({ type: 'listItem', checked: checkedOf(list, item, blocks), spread: false, children })
}

/** Converts a Lexical list to mdast. Nested lists move into the item before them, where Markdown expects them. */
export const listFromLexical = (list: UnknownRecord): List => {
  const items: ListItem[] = []
  for (const item of childrenOf(list)) if (isRecord(item)) addItem(items, list, item)
  const hints = isRecord(list.$) ? list.$ : {}
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
