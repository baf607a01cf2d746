import type { EditorKind } from '../editorKind.ts'
import { SourceNode } from './SourceNode.tsx'
import { SourcePlugin } from './SourcePlugin.tsx'

/** Markdown that the rich text editor cannot represent, shown and edited as text. */
export const source: EditorKind = { nodes: [SourceNode], plugins: [SourcePlugin] }
