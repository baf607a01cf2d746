/** How much a file may ask of the parser before it is refused. */
export type Limits = {
  /** Characters (UTF-16 code units) of the whole file. */
  characters: number
  /** Characters of one line of the front matter. */
  lineLength: number
  /** Maps and lists inside one another. */
  depth: number
  /** Keys and values in all. */
  nodes: number
  /** Keys of one map. */
  keys: number
}

/** Limits that real content stays far below. */
export const defaultLimits: Limits = {
  characters: 1_048_576,
  lineLength: 524_288,
  depth: 32,
  nodes: 10_000,
  keys: 2_000,
}
