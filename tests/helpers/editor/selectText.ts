import type { Locator } from 'playwright-core'

import { untilIdle } from './untilIdle.ts'

export type Place = 'start' | 'end' | 'all'

/**
 * Puts the caret before or behind a text within an editor, or selects the text. The text must lie in one piece of one
 * format.
 * @throws If the editor does not show the text.
 */
export const selectText = async (editor: Locator, text: string, place: Place): Promise<void> => {
  await editor.getByText(text).first().waitFor()
  await editor.evaluate(
    (root, { text, place }) => {
      if (root instanceof HTMLElement) root.focus()
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      let node = walker.nextNode()
      while (
        node &&
        (!node.textContent?.includes(text) || node.parentElement?.closest('textarea, .katex') !== null)
      ) {
        node = walker.nextNode()
      }
      if (!node) throw new Error(`The editor shows no '${text}' in one piece.`)
      const start = node.textContent?.indexOf(text) ?? 0
      const end = start + text.length
      const range = document.createRange()
      range.setStart(node, place === 'end' ? end : start)
      range.setEnd(node, place === 'start' ? start : end)
      const selection = window.getSelection()
      selection?.removeAllRanges()
      selection?.addRange(range)
      node.parentElement?.scrollIntoView({ block: 'center' })
    },
    { text, place },
  )
  await untilIdle(editor.page())
}
