import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'

import type { EditorKind } from '../editorKind.ts'
import { registerFocusText } from '../embed/focusText.ts'
import { $isSourceNode, SourceNode } from './SourceNode.tsx'

/** Moves the caret into the text of source that is opened. */
const SourcePlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(() => registerFocusText(editor, $isSourceNode), [editor])
  return null
}

/** Markdown that the rich text editor cannot represent, shown and edited as text. */
export const source: EditorKind = { nodes: [SourceNode], plugins: [SourcePlugin] }
