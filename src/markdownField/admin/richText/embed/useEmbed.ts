'use client'

import {
  $getNodeByKey,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useRef } from 'react'

import { EmbedNode } from './EmbedNode.ts'
import type { Leaving } from './InPlaceText.tsx'

export type EditedEmbed<Data> = {
  /** Starts an undo step; edits are part of it until the next one starts. */
  begin: () => void
  change: (data: Data) => void
  /** Moves the caret into the text around the embed; removes an embed that is empty. */
  leave: (to: Leaving) => void
}

/** Edits an embed in place. */
export const useEmbed = <Data extends object>(nodeKey: NodeKey): EditedEmbed<Data> => {
  const [editor] = useLexicalComposerContext()
  const isFirst = useRef(true)
  return {
    begin: () => {
      isFirst.current = true
    },
    change: (data) => {
      const history = isFirst.current ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG
      isFirst.current = false
      editor.update(
        () => {
          const node = $getNodeByKey(nodeKey)
          if (node instanceof EmbedNode) node.setData(data)
        },
        { tag: [history, SKIP_DOM_SELECTION_TAG] },
      )
    },
    leave: (to) => {
      // Blur first, since an editor does not move the caret while a text inside it has the focus.
      editor.getRootElement()?.focus({ preventScroll: true })
      editor.update(() => {
        const node = $getNodeByKey(nodeKey)
        if (to === 'before') node?.selectPrevious()
        else node?.selectNext(0, 0)
        if (to === 'emptied') node?.remove()
      })
    },
  }
}
