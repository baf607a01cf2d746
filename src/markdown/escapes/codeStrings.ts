/** Maximum length of a quoted text, so that a stray quote costs a bounded search. */
const maxStringLength = 400

const closingQuote = (raw: string, from: number, end: number, quote: string): number => {
  const limit = Math.min(end, from + maxStringLength)
  for (let at = from; at < limit; at += 1) {
    if (raw[at] === '\\') at += 1
    else if (raw[at] === quote) return at
  }
  return -1
}

/**
 * A quote that ends a word (`it's`, `users'`) opens nothing; a prefix such as Python's `f'…'` may precede one that
 * does.
 */
const opensString = (raw: string, at: number, start: number): boolean =>
  raw[at] === '"' ||
  !/[\w)\]]$/.test(
    raw
      .slice(start, at)
      .replace(/(?<!\w)[fbru]{1,2}$/i, '')
      .slice(-1),
  )

const commentAt = /(?:(?<!:)\/\/|(?<![^\s])#(?=\s|$))/y

/**
 * Finds the quoted strings in code, in which backslash-n is part of the program. Triple-quoted strings and comments are
 * skipped: line breaks in them are real.
 */
export const codeStrings = (raw: string, start: number, end: number): [start: number, end: number][] => {
  const strings: [number, number][] = []
  let comment = false
  let at = start
  while (at < end) {
    const char = raw[at] ?? ''
    if (char === '\\') {
      const next = raw[at + 1]
      if (next === 'n') comment = false
      at += next === '\\' ? 1 : 2
      continue
    }
    commentAt.lastIndex = at
    if (commentAt.test(raw)) comment = true
    if (comment || (char !== '"' && char !== "'")) {
      at += 1
      continue
    }
    const triple = char.repeat(3)
    if (raw.startsWith(triple, at)) {
      const close = raw.indexOf(triple, at + 3)
      at = close < 0 || close >= end ? at + 3 : close + 3
      continue
    }
    const close = opensString(raw, at, Math.max(start, at - 4)) ? closingQuote(raw, at + 1, end, char) : -1
    // A word right after it shows that this quote opens another string instead of closing this one.
    if (close < 0 || (/\w/.test(raw[close + 1] ?? '') && raw.slice(at, close).includes('\\n'))) {
      at += 1
      continue
    }
    strings.push([at, close])
    at = close + 1
  }
  return strings
}
