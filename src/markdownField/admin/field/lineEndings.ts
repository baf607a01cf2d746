/** A replacement in a text whose line breaks count as one character each: `from` and `to` as in `String.slice`. */
export type Edit = { from: number; to: number; insert: string }

/** The text as an editor holds it: each line break is one line feed. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n')

const replaceIn = (text: string, edits: readonly Edit[], at: (position: number) => number): string => {
  let result = ''
  let end = 0
  for (const { from, to, insert } of edits) {
    result += text.slice(end, at(from)) + insert
    end = at(to)
  }
  return result + text.slice(end)
}

// Each CRLF before a position of the editor shifts it by one in the stored text.
const storedPositions = (text: string): ((position: number) => number) => {
  const breaks = [...text.matchAll(/\r\n/g)].map(({ index }, before) => index - before)
  let passed = 0
  return (position) => {
    while ((breaks[passed] ?? Infinity) < position) passed += 1
    return position + passed
  }
}

const usualLineEnding = (text: string): string => {
  const count = (ending: RegExp): number => text.match(ending)?.length ?? 0
  const windows = count(/\r\n/g)
  const old = count(/\r(?!\n)/g)
  const unix = count(/(?<!\r)\n/g)
  if (windows > 0 && windows >= Math.max(old, unix)) return '\r\n'
  return old > unix ? '\r' : '\n'
}

/**
 * Applies the edits of an editor to a stored text. Unedited lines keep their ending; new lines get the text's most common
 * one. `edits` are in ascending order, do not overlap, and count positions in `withLineFeeds(text)`.
 */
export const editKeepingLineEndings = (text: string, edits: readonly Edit[]): string => {
  if (!text.includes('\r')) return replaceIn(text, edits, (position) => position)
  const ending = usualLineEnding(text)
  const inserted = edits.map((edit) => ({ ...edit, insert: edit.insert.replaceAll('\n', ending) }))
  const result = replaceIn(text, inserted, storedPositions(text))
  const expected = replaceIn(withLineFeeds(text), edits, (position) => position)
  // An edit can move a lone CR next to a line feed, and two line breaks would become one.
  return withLineFeeds(result) === expected ? result : expected
}

/** The smallest single edit that turns `before` into `after`, so that carets outside of it stay where they are. */
export const replacement = (before: string, after: string): Edit => {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}
