import type { Nodes } from 'mdast'

const tabSize = 4

/** Removes up to `columns` columns of white space from the start of a line; a tab that is cut leaves spaces. */
const dedent = (line: string, columns: number): string => {
  let column = 0
  let at = 0
  while (column < columns && (line[at] === ' ' || line[at] === '\t')) {
    column += line[at] === '\t' ? tabSize - (column % tabSize) : 1
    at += 1
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(at)
}

/** The column at which a node begins, counted from 0, with tabs expanded. */
export const columnOf = (text: string, offset: number): number => {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  let column = 0
  for (let at = lineStart; at < offset; at += 1)
    column += text[at] === '\t' ? tabSize - (column % tabSize) : 1
  return column
}

/** A text with line feeds as line endings, as an editor stores it. */
export const unixLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/**
 * The source of a node without the indentation of its list items. Empty for a node without a position, such as one made
 * by a transform of the parser. Lines end with line feeds. A block that is not nested keeps its lines unchanged.
 */
export const sourceOf = (node: Nodes, text: string, isNested = true): string => {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return ''
  const slice = text.slice(start, end)
  if (!isNested) return unixLines(slice)
  const column = columnOf(text, start)
  return unixLines(slice)
    .split('\n')
    .map((line, index) => (index === 0 ? line : dedent(line, column)))
    .join('\n')
}
