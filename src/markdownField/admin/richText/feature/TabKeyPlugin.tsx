'use client'

import {
  $getSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_TAB_COMMAND,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { $findMatchingParent } from '@payloadcms/richtext-lexical/lexical/utils'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'

const usesTab = (node: LexicalNode): boolean =>
  node.getType() === 'listitem' || node.getType() === 'tablecell'

/**
 * Leaves Tab to the browser, which moves to the next field, except in lists and tables, where Tab has a meaning.
 * Payload handles it everywhere, and keyboard users could not leave the editor (payload#8653).
 */
export const TabKeyPlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      editor.registerCommand(
        KEY_TAB_COMMAND,
        () => {
          const [node] = $getSelection()?.getNodes() ?? []
          return node === undefined || $findMatchingParent(node, usesTab) === null
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    [editor],
  )
  return null
}
