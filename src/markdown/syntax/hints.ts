import type { Literal } from 'mdast'

/** What the tree remembers of how its Markdown was written. The printer follows it where possible. */
declare module 'mdast' {
  /** Inline Markdown that is printed unchanged. */
  interface Source extends Literal {
    type: 'source'
  }
  interface PhrasingContentMap {
    source: Source
  }
  interface RootContentMap {
    source: Source
  }
  interface EmphasisData {
    marker?: '*' | '_'
  }
  interface StrongData {
    marker?: '*' | '_'
  }
  interface DeleteData {
    marker?: '~' | '~~'
  }
  interface LinkData {
    style?: 'angle' | 'bare'
  }
  interface ListData {
    marker?: '*' | '+' | '-'
    delimiter?: '.' | ')'
  }
  interface CodeData {
    fence?: string
  }
}

declare module 'mdast-util-math' {
  interface InlineMathData {
    delimiter?: '$' | '$$' | '\\(' | '\\['
    raw?: string
  }
  interface MathData {
    raw?: string
  }
}
