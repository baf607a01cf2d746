'use client'

import { $getNodeByKey } from '@payloadcms/richtext-lexical/lexical'
import { $isListNode, ListNode } from '@payloadcms/richtext-lexical/lexical/list'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'

/** Tells screen readers that a task list is a group of check boxes. Lexical gives a role to its items, but not to the list. */
export const TaskListPlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      editor.registerMutationListener(ListNode, (mutations) => {
        for (const key of mutations.keys()) {
          const isTaskList = editor.read(() => {
            const node = $getNodeByKey(key)
            return $isListNode(node) && node.getListType() === 'check'
          })
          const element = editor.getElementByKey(key)
          if (isTaskList) element?.setAttribute('role', 'group')
          else element?.removeAttribute('role')
        }
      }),
    [editor],
  )
  return null
}
