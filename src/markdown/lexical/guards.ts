import type {
  EditorContent,
  SerializedCode,
  SerializedImage,
  SerializedMath,
  SerializedSource,
} from './nodes.ts'

/** An object with properties of unknown types. */
export type UnknownRecord = Record<string, unknown>

/** Whether a value is an object and not an array. */
export const isRecord = (value: unknown): value is UnknownRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The children of a node of any type; empty if it has no list of children. */
export const childrenOf = (node: unknown): unknown[] => {
  const children: unknown = isRecord(node) ? node.children : undefined
  return Array.isArray(children) ? children : []
}

/** Whether a value is the JSON of a Lexical editor state. */
export const isEditorContent = (value: unknown): value is EditorContent =>
  isRecord(value) && isRecord(value.root) && Array.isArray(value.root.children)

/** Whether a value is the JSON of a formula. */
export const isMath = (value: unknown): value is SerializedMath =>
  isRecord(value) && value.type === 'math' && typeof value.latex === 'string'

/** Whether a value is the JSON of a code block. */
export const isCode = (value: unknown): value is SerializedCode =>
  isRecord(value) && value.type === 'answerbook-code' && typeof value.code === 'string'

/** Whether a value is the JSON of a source node. */
export const isSource = (value: unknown): value is SerializedSource =>
  isRecord(value) && value.type === 'source' && typeof value.markdown === 'string'

/** Whether a value is the JSON of an image. */
export const isImage = (value: unknown): value is SerializedImage =>
  isRecord(value) && value.type === 'image' && typeof value.url === 'string'
