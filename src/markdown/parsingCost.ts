const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const squaredRuns = (markdown: string): number =>
  markdown
    .split(/\n[ \t]*\n/)
    .map((run) => count(run, /[*_~[\]]/g) ** 2)
    .reduce((sum, cost) => sum + cost, 0)

const squaredDepths = (markdown: string): number =>
  markdown
    .split('\n')
    .map((line) => count(/^[\s>*+-]*/.exec(line)?.[0] ?? '', /[>*+-]/g) ** 2)
    .reduce((sum, cost) => sum + cost, 0)

/**
 * Estimates how long parsing a Markdown text takes, in units of about 25 nanoseconds. The parser is quadratic in the
 * markers of a paragraph (`*`, `_`, `~`, brackets) and in the containers that a line opens (`>`, `-`), and slow on
 * table rows and formula delimiters (`$`, `\(`, `\[`).
 */
export const parsingCost = (markdown: string): number =>
  300 * markdown.length +
  5000 * count(markdown, /\n[^\n|]*\|/g) +
  5000 * count(markdown, /\$|\\[([]/g) +
  squaredRuns(markdown) +
  3 * squaredDepths(markdown)

const maxCost = 100_000_000

/**
 * Whether a Markdown text can be parsed in a few seconds. The largest real answers cost a hundredth of the limit;
 * anything beyond it is an attack on the server, and is best shown unparsed.
 */
export const isParsable = (markdown: string): boolean => parsingCost(markdown) <= maxCost
