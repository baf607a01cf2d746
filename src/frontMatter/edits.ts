/** Puts `text` in place of the characters from `start` up to `end`. */
export type Edit = { start: number; end: number; text: string }

/** Applies edits to a text; their offsets are those of the text as given. Throws where two overlap. */
export const applyEdits = (text: string, edits: Edit[]): string => {
  let result = ''
  let at = 0
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at) throw new Error('Two changes are to the same place of the front matter.')
    result += text.slice(at, start) + inserted
    at = end
  }
  return result + text.slice(at)
}
