'use client'

import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'

import { registerFocusText } from '../embed/focusText.ts'
import { $isSourceNode } from './SourceNode.tsx'

/** Moves the caret into the text of source that is opened. */
export const SourcePlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(() => registerFocusText(editor, $isSourceNode), [editor])
  return null
}
