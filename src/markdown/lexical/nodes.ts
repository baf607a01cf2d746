/** What a node remembers of its Markdown, in Lexical's NodeState. All keys are optional: new content has none. */
export type NodeHints<Hints> = { $?: Hints }

type Node<Type extends string> = { type: Type; version: number }

type Parent<Type extends string, Child> = Node<Type> & {
  children: Child[]
  direction: 'ltr' | 'rtl' | null
  format: '' | 'center' | 'left' | 'right'
  indent: number
}

/** Marks around an inline node, outermost first, as written: `['**', '_']`. */
export type MarkHints = NodeHints<{ marks?: string[] }>

/** Bits of `format`, as Lexical defines them. */
export const textFormat = { bold: 1, italic: 2, strikethrough: 4, code: 16 } as const

export type SerializedText = Node<'text'> &
  MarkHints & { text: string; format: number; detail: number; mode: 'normal'; style: string }

/**
 * Without a hint a hard break; `soft` is a line ending within a paragraph, `paragraph` the boundary of two paragraphs.
 * `html` is the spelling of a break in a table cell if it is not `<br>`.
 */
export type SerializedLineBreak = Node<'linebreak'> &
  NodeHints<{ break?: 'paragraph' | 'soft'; html?: string; marks?: string[] }>

/** How a link was written: `<url>` or bare. Without a hint, it is `[text](url)`. */
export interface SerializedLink extends Parent<'link', SerializedInline> {
  $?: { marks?: string[]; style?: 'angle' | 'bare' }
  fields: { linkType: 'custom'; newTab: boolean; url: string; title?: string }
}

/** A formula. `raw` is its source including delimiters, as long as `latex` is what was parsed from it. */
export type SerializedMath = Node<'math'> &
  MarkHints & {
    latex: string
    display: boolean
    delimiter: MathDelimiter
    /** Bits of the bold, italic and strikethrough marks around it. */
    format?: number
    raw?: string
  }

export type MathDelimiter = '$' | '$$' | '\\(' | '\\['

/** A code block. `language` is the first word of the info string, `meta` the rest, `fence` the opening fence. */
export type SerializedCode = Node<'answerbook-code'> & {
  language: string
  code: string
  meta?: string
  fence?: string
}

/** Markdown that the rich text editor cannot represent. Shown and edited as text, printed unchanged. */
export type SerializedSource = Node<'source'> &
  MarkHints & { markdown: string; block: boolean; format?: number }

export type SerializedImage = Node<'image'> &
  MarkHints & { url: string; alt: string; title?: string; format?: number }

export type SerializedInline =
  | SerializedText
  | SerializedLineBreak
  | SerializedLink
  | SerializedMath
  | SerializedCode
  | SerializedSource
  | SerializedImage

export type SerializedParagraph = Parent<'paragraph', SerializedInline> & {
  textFormat: number
  textStyle: string
}
export type SerializedHeading = Parent<'heading', SerializedInline> & {
  tag: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
}
export type SerializedQuote = Parent<'quote', SerializedInline>
export type SerializedRule = Node<'horizontalrule'>

/** A nested list is alone in an item after its parent item. */
export interface SerializedListItem extends Parent<'listitem', SerializedInline | SerializedList> {
  $?: { continues?: boolean }
  value: number
  checked?: boolean
}

export interface SerializedList extends Parent<'list', SerializedListItem> {
  $?: { spread?: boolean; marker?: '*' | '+'; delimiter?: ')' }
  listType: 'bullet' | 'check' | 'number'
  start: number
  tag: 'ol' | 'ul'
}

export type SerializedTableCell = Parent<'tablecell', SerializedParagraph> & {
  headerState: number
  colSpan: number
  rowSpan: number
  backgroundColor: string | null
}
export type SerializedTableRow = Parent<'tablerow', SerializedTableCell>
export type SerializedTable = Parent<'table', SerializedTableRow>

export type SerializedBlock =
  | SerializedParagraph
  | SerializedHeading
  | SerializedQuote
  | SerializedRule
  | SerializedList
  | SerializedTable

/** The Lexical JSON of an answer, as `markdownToLexical` returns it. */
export type SerializedAnswer = { root: Parent<'root', SerializedBlock> }

/** The input of the reverse conversion: any Lexical state, since an editor may add anything. */
export type EditorContent = { root: { children: readonly unknown[] } }
