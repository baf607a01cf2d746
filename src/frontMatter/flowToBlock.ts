import { columnOf } from './lines.ts'
import { printKey } from './printEntries.ts'
import type { Syntax } from './syntax.ts'
import { keyOf, pairEnd, valueOf } from './tree.ts'

/**
 * The file's text with its keys in lines of their own. A front matter that is written in braces as a whole
 * (`{a: 1, b: 2}`) has no lines to add to or take away; any other text is given back as it is.
 */
export const flowToBlock = ({ text, root, eol }: Syntax): string => {
  if (!root.flow || root.items.length === 0) return text
  const margin = ' '.repeat(columnOf(text, root.range[0]))
  const lines = root.items.map((pair) => {
    const value = valueOf(pair)
    // A value in braces may go on in the first column, one below a key may not.
    const source =
      value && text.slice(value.range[0], pairEnd(pair)).replaceAll(/\r?\n[ \t]*/g, `${eol}${margin}  `)
    return `${printKey(keyOf(pair))}:${source ? ` ${source}` : ''}`
  })
  return text.slice(0, root.range[0]) + lines.join(eol + margin) + text.slice(root.range[1])
}
