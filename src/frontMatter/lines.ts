/** Offset at which the line containing `offset` begins. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** Offset at which the next line begins; `offset` itself if it is already at the start of a line other than the first. */
export const nextLine = (text: string, offset: number): number => {
  if (text[offset - 1] === '\n') return offset
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline + 1
}

/** Column of an offset, from 0. */
export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)

/** The line that begins at `offset`, without its line break, and the start of the next one. */
export const lineAt = (text: string, offset: number): { line: string; next: number } => {
  const newline = text.indexOf('\n', offset)
  const end = newline < 0 ? text.length : newline
  return { line: text.slice(offset, end).replace(/\r$/, ''), next: newline < 0 ? end : end + 1 }
}

/** Joins lines, each with its line break. */
export const joinLines = (lines: string[], eol: string): string => lines.map((line) => line + eol).join('')

/**
 * Whether the lines of a block scalar can end at `offset`: neither an indented comment nor a line of spaces after it
 * may look like more of its text.
 */
export const canEndBlock = (text: string, offset: number, indent: number): boolean => {
  for (let at = offset; at < text.length;) {
    const { line, next } = lineAt(text, at)
    const content = line.trimStart()
    if (content === '') {
      if (line.length > indent || line.includes('\t')) return false
    } else {
      return !content.startsWith('#') || line.length - content.length < indent
    }
    at = next
  }
  return true
}

/**
 * End of the blank lines at an offset that would join a block scalar before them: all of them if it keeps trailing line
 * breaks (`|+`), otherwise up to the last indented one.
 */
export const pastJoining = (text: string, from: number, keeps: boolean): number => {
  let result = from
  for (let at = from; at < text.length;) {
    const { line, next } = lineAt(text, at)
    if (line.trim() !== '') return result
    if (keeps || line !== '') result = next
    at = next
  }
  return result
}

/** Start of the line of a key at an offset, or of the comments directly above it, not before `from`. */
export const aboveComments = (text: string, offset: number, from: number): number => {
  const column = columnOf(text, offset)
  let at = lineStart(text, offset)
  while (at > from) {
    const above = lineStart(text, at - 1)
    const { line } = lineAt(text, above)
    if (!line.trimStart().startsWith('#') || line.indexOf('#') !== column) return at
    at = above
  }
  return at
}

/** Replaces the characters from `start` up to `end` with `text`. */
export type Edit = { start: number; end: number; text: string }

/** Applies edits to a text; their offsets refer to the original text. Throws if two overlap. */
export const applyEdits = (text: string, edits: Edit[]): string => {
  let result = ''
  let at = 0
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) throw new Error('Two changes affect the same place in the front matter.')
    result += text.slice(at, start) + inserted
    at = end
  }
  return result + text.slice(at)
}
