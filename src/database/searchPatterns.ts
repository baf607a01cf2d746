/** The search text in a pattern of Payload's, which encloses it in `%`; undefined for patterns of other kinds. */
export const soughtIn = (pattern: unknown): string | undefined =>
  typeof pattern === 'string' && pattern.length >= 2 && pattern.startsWith('%') && pattern.endsWith('%')
    ? pattern.slice(1, -1)
    : undefined

/** Whether a text consists of characters whose case every database knows. */
export const isAscii = (text: string): boolean => !/[^\0-\u007f]/.test(text)

/** A LIKE pattern that finds a text anywhere, with `\` before LIKE's wildcards. */
export const likePattern = (sought: string): string =>
  `%${sought.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** A letter in all of its cases that are one character long; other characters unchanged. */
export const spellings = (character: string): string[] => {
  const [lower, upper] = [character.toLowerCase(), character.toUpperCase()]
  const all = new Set([character, lower, upper, upper.toLowerCase()])
  return [...all].filter((spelling) => Array.from(spelling).length === 1)
}
