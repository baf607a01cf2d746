/** What readers see of HTML within Markdown: text, character for character, and line breaks. */
export type HtmlPiece = { type: 'break' } | { type: 'text'; value: string }

const lineBreak = /<br\s*\/?>/i

/** Whether HTML is a line break and nothing else, however it is spelled. */
export const isLineBreak = (html: string): boolean => /^<br\s*\/?>$/i.test(html)

/** The offset after a comment that begins at `start`; -1 if it does not end. */
const endOfComment = (html: string, start: number): number => {
  const [empty] = /^-?>/.exec(html.slice(start + 4, start + 6)) ?? []
  if (empty !== undefined) return start + 4 + empty.length
  const close = html.indexOf('-->', start + 4)
  return close < 0 ? -1 : close + 3
}

const withoutComments = (html: string): string => {
  let kept = ''
  let at = 0
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', at)) {
    const end = endOfComment(html, start)
    if (end < 0) break
    kept += html.slice(at, start)
    at = end
  }
  return kept + html.slice(at)
}

/**
 * HTML within Markdown as readers see it. Comments are notes between editors and are omitted. `<br>` breaks the line,
 * since table cells have no other way. Everything else is text, never markup and never dropped: much of it is not HTML
 * at all, such as `vector<int>`.
 */
export const htmlPieces = (html: string): HtmlPiece[] =>
  withoutComments(html)
    .split(lineBreak)
    .flatMap((value, index): HtmlPiece[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(value === '' ? [] : [{ type: 'text', value } as const]),
    ])
