/** What is looked for in a pattern of Payload's, which puts `%` around it; undefined for patterns of other kinds. */
export const soughtIn = (pattern: unknown): string | undefined =>
  typeof pattern === 'string' && pattern.length >= 2 && pattern.startsWith('%') && pattern.endsWith('%')
    ? pattern.slice(1, -1)
    : undefined

/** Whether a text has only signs whose capital and small letters every database knows. */
export const isAscii = (text: string): boolean => !/[^\0-\u007f]/.test(text)

/** A pattern for LIKE that finds a text anywhere, with `\` before what LIKE reads as a wild card. */
export const likePattern = (sought: string): string =>
  `%${sought.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** A letter in all its cases that are one character long; other characters as they are. */
export const spellings = (character: string): string[] => {
  const [lower, upper] = [character.toLowerCase(), character.toUpperCase()]
  const all = new Set([character, lower, upper, upper.toLowerCase()])
  return [...all].filter((spelling) => Array.from(spelling).length === 1)
}
