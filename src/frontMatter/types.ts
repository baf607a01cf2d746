/** The styles in which YAML can write a scalar. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'folded' | 'literal'

/** The styles in which TOML writes texts of several lines: between three double or three single quotes. */
export type MultilineStyle = 'multiline' | 'multilineLiteral'

/** The languages of front matter: YAML between lines `---`, TOML between lines `+++`. */
export type FrontMatterSyntax = 'yaml' | 'toml'

type Placed = {
  /** Line in the file, from 1, where the value (for a missing value: its key) stands. */
  line: number
  /** Column in the line, from 1. */
  column: number
}

/**
 * A text as the front matter means it. Nothing is typed: `no`, `017` and `2024-11-27` are texts, codecs decide later. What
 * has no quotes in TOML (a number, a date, `true`) is a plain scalar.
 */
export type ScalarNode = Placed & { kind: 'scalar'; value: string; style: ScalarStyle | MultilineStyle }
export type ListNode = Placed & { kind: 'list'; items: FrontMatterNode[] }
export type MapNode = Placed & { kind: 'map'; entries: ReadonlyMap<string, FrontMatterNode> }
export type FrontMatterNode = ScalarNode | ListNode | MapNode

/** A part of a scalar's source: where it begins, and the text that it means. */
export type ScalarUnit = { offset: number; text: string }

/** A file taken apart: its text, its front matter with positions, and what stands after it. */
export type FrontMatter = {
  /** The whole file, as it was read. */
  text: string
  syntax: FrontMatterSyntax
  /** The top level of the front matter, in the order of the file. */
  root: MapNode
  /** Everything after the line that closes the front matter. */
  body: string
}

/** A number, a date or a yes or no as it is written: without quotes. A text that looks like one is quoted. */
export type TypedValue = { typed: string }

/** What a front matter value can be set to. */
export type FrontMatterValue = string | string[] | TypedValue

/** One block of a numbered series, as `related_article3`: an existing block by its number, or a new one. */
export type NumberedBlock = { keep: number } | { entries: [key: string, value: string | TypedValue][] }

/** One thing to change in a file. Keys are paths from the top: `['seo', 'title']`. */
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
  /** Dotted keys in the order in which a new file has them; a new key is put after the nearest one before it. */
  order: string[]
  /** Spaces by which a block scalar or a nested map is indented. */
  indent: number
  /** Indents of the children of particular top-level keys, where they differ. */
  indents: Record<string, number>
  /** Dotted keys whose text is always printed folded (`>-`); of a numbered block: `prefix.key`. */
  folded: string[]
  /** Text after the line that closes the front matter of a new file. */
  body: string
}

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

/** For files that were read before, within the limits of whoever read them. */
export const noLimits: Limits = {
  characters: Infinity,
  lineLength: Infinity,
  depth: 1_000,
  nodes: Infinity,
  keys: Infinity,
}
