import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'

/** The position of the selection in the window; undefined if nothing in the editor is selected. */
export const caretRect = (editor: LexicalEditor): DOMRect | undefined => {
  const selection = window.getSelection()
  const root = editor.getRootElement()
  if (!selection || selection.rangeCount === 0 || !root?.contains(selection.anchorNode)) return undefined
  const rect = selection.getRangeAt(0).getBoundingClientRect()
  if (rect.height > 0) return rect
  const { anchorNode } = selection
  return anchorNode instanceof Element ? anchorNode.getBoundingClientRect() : rect
}
