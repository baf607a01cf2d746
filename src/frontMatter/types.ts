/** The styles in which YAML can write a scalar. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'folded' | 'literal'

/** The styles in which TOML can write texts of several lines: between three double or three single quotes. */
export type MultilineStyle = 'multiline' | 'multilineLiteral'

/** The languages of front matter: YAML between lines `---`, TOML between lines `+++`. */
export type FrontMatterSyntax = 'yaml' | 'toml'

type Placed = {
  /** Line of the value in the file, from 1; for a missing value, of its key. */
  line: number
  /** Column in the line, from 1. */
  column: number
}

/**
 * A text in front matter. Nothing is typed: `no`, `017` and `2024-11-27` are texts, and codecs interpret them later. An
 * unquoted value in TOML (a number, a date, `true`) is a plain scalar.
 */
export type ScalarNode = Placed & { kind: 'scalar'; value: string; style: ScalarStyle | MultilineStyle }
export type ListNode = Placed & { kind: 'list'; items: FrontMatterNode[] }
export type MapNode = Placed & { kind: 'map'; entries: ReadonlyMap<string, FrontMatterNode> }
export type FrontMatterNode = ScalarNode | ListNode | MapNode

/** A unit of a scalar's source: its offset, and the text that it represents. */
export type ScalarUnit = { offset: number; text: string }

/** A parsed file: its text, its front matter with positions, and its body. */
export type FrontMatter = {
  /** The whole file, as it was read. */
  text: string
  syntax: FrontMatterSyntax
  /** The top level of the front matter, in the order of the file. */
  root: MapNode
  /** Everything after the line that closes the front matter. */
  body: string
}

/** A number, date or boolean as written without quotes. A text that looks like one is quoted. */
export type TypedValue = { typed: string }

/** The values that a front matter key can be set to. */
export type FrontMatterValue = string | string[] | TypedValue

/** One block of a numbered series, such as `related_article3`: an existing block by its number, or a new one. */
export type NumberedBlock = { keep: number } | { entries: [key: string, value: string | TypedValue][] }

/** One change of a file. Keys are paths from the top: `['seo', 'title']`. */
export type Change =
  | { kind: 'set'; key: string[]; value: FrontMatterValue }
  | { kind: 'remove'; key: string[] }
  | { kind: 'blocks'; prefix: string; blocks: NumberedBlock[] }
  | { kind: 'body'; body: string }

/** A change of the front matter. */
export type KeyChange = Exclude<Change, { kind: 'body' }>

/** How new lines are printed. */
export type FileFormat = {
  /** The language of the front matter of a new file. */
  syntax: FrontMatterSyntax
  /** Dotted keys in the order of a new file; a new key is inserted after the nearest one before it. */
  order: string[]
  /** Spaces by which a block scalar or a nested map is indented. */
  indent: number
  /** Indents of the children of particular top-level keys, if different. */
  indents: Record<string, number>
  /** Dotted keys whose text is always printed folded (`>-`); for a numbered block: `prefix.key`. */
  folded: string[]
  /** Text after the line that closes the front matter of a new file. */
  body: string
}

/** The limits beyond which a file is rejected. */
export type Limits = {
  /** Characters (UTF-16 code units) of the whole file. */
  characters: number
  /** Characters of one line of the front matter. */
  lineLength: number
  /** Nesting depth of maps and lists. */
  depth: number
  /** Total number of keys and values. */
  nodes: number
  /** Number of keys of one map. */
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

/** For files that were read before, within the limits that applied then. */
export const noLimits: Limits = {
  characters: Infinity,
  lineLength: Infinity,
  depth: 1_000,
  nodes: Infinity,
  keys: Infinity,
}
