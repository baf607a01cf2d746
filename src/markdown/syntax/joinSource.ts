import type { Html } from 'mdast'
import type { Join } from 'mdast-util-to-markdown'

/** Markdown that is printed as it is stands in `html` nodes, which is where mdast has text that is not touched. */
const isSource = (node: { type: string }): node is Html =>
  node.type === 'html' && 'value' in node && typeof node.value === 'string' && !/^\s*</.test(node.value)

/** Headings, rules, definitions and formulas have an end of their own, so that text can follow. */
const endsWithLine = ({ value }: Html): boolean =>
  /^(?:#{1,6}(?:\s.*)?|(?:[-*_][ \t]*){3,}|\[[^^].*|\$\$[^]*|[^]*\n(?:=+|-+))$/.test(value)

/** In a tight list item, source stood without a blank line beside it, so it can stand so again. */
export const joinSource: Join = (left, right, parent) => {
  if (parent.type !== 'listItem' || parent.spread !== false) return undefined
  if (isSource(left)) return right.type !== 'paragraph' || endsWithLine(left) ? 0 : undefined
  return isSource(right) && !right.value.startsWith('[') ? 0 : undefined
}
