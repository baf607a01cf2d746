/** A position in a text, both from 1. */
export type Position = { line: number; column: number }

/**
 * The positions of the items of a JSON list, or of the keys of a JSON object, in order. The text must be valid JSON.
 */
export const startsOfItems = (text: string): Position[] => {
  const starts: Position[] = []
  let depth = 0
  let isExpected = false
  let line = 1
  let lineStart = 0
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{},:\n]|[^\s[\]{},:"]+/g
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token === '\n') {
      line += 1
      lineStart = index + 1
      continue
    }
    const isEnd = token === ']' || token === '}'
    if (isExpected && !isEnd) {
      starts.push({ line, column: index - lineStart + 1 })
      isExpected = false
    }
    if (token === '[' || token === '{') depth += 1
    if (isEnd) depth -= 1
    if (depth === 1 && (token === ',' || starts.length === 0)) isExpected = !isEnd
  }
  return starts
}
