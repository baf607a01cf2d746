import { columnOf } from './lines.ts'
import { printKey } from './printEntries.ts'
import type { Syntax } from './syntax.ts'
import { keyOf, pairEnd, valueOf } from './tree.ts'

/**
 * The text of the file with each key on a line of its own. Lines cannot be added to or removed from a front matter that
 * is entirely in braces (`{a: 1, b: 2}`); any other text is returned unchanged.
 */
export const flowToBlock = ({ text, root, eol }: Syntax): string => {
  if (!root.flow || root.items.length === 0) return text
  const margin = ' '.repeat(columnOf(text, root.range[0]))
  const lines = root.items.map((pair) => {
    const value = valueOf(pair)
    // A value in braces may continue in the first column, one below a key may not.
    const source =
      value && text.slice(value.range[0], pairEnd(pair)).replaceAll(/\r?\n[ \t]*/g, `${eol}${margin}  `)
    return `${printKey(keyOf(pair))}:${source ? ` ${source}` : ''}`
  })
  return text.slice(0, root.range[0]) + lines.join(eol + margin) + text.slice(root.range[1])
}
