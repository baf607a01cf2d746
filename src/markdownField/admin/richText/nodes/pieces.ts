import type {
  SerializedCode,
  SerializedImage,
  SerializedMath,
  SerializedSource,
} from '../../../../markdown/lexical/nodes.ts'

/** A formula: its LaTeX, how it stands, and what of its source has to stay. */
export type FormulaData = Omit<SerializedMath, 'type' | 'version'>

/** A code block: its text, its language as written, and what else its fence says. */
export type CodeData = Omit<SerializedCode, 'type' | 'version'>

/** Markdown that stays as it is written. */
export type SourceData = Omit<SerializedSource, 'type' | 'version'>

/** An image: its url, what it shows in words, perhaps a title. */
export type ImageData = Omit<SerializedImage, 'type' | 'version'>
