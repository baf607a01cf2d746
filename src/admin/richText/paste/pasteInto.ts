import type { Root } from 'hast'
import { fromDom } from 'hast-util-from-dom'
import {
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  PASTE_TAG,
} from '@payloadcms/richtext-lexical/lexical'

import { $insertMarkdown } from './insertMarkdown.ts'
import { htmlToMarkdown, type PastedMarkdown } from './htmlToMarkdown.ts'
import { looksLikeMarkdown } from './looksLikeMarkdown.ts'
import { looksRich } from './looksRich.ts'

const nothing: Root = { type: 'root', children: [] }

const treeOf = (html: string): Root => {
  const tree = fromDom(new DOMParser().parseFromString(html, 'text/html'))
  return tree.type === 'root' ? tree : nothing
}

const pasted = (data: DataTransfer): PastedMarkdown | undefined => {
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  if (html !== '') {
    const tree = treeOf(html)
    // Code editors and terminals colour plain text by HTML.
    if (looksRich(tree)) return htmlToMarkdown(tree)
  }
  return looksLikeMarkdown(text) ? { markdown: text, lostImages: 0 } : undefined
}

/**
 * Pastes what a clipboard holds as rich text. Returns how many images could not come along; undefined where it is left
 * to the editor: text without any marks, files, and what was copied from an editor of this kind. Within an update.
 */
export const pasteInto = (
  editor: LexicalEditor,
  data: DataTransfer,
  isPlain: boolean,
): number | undefined => {
  const text = data.getData('text/plain')
  if (isPlain) {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) selection.insertRawText(text)
    return 0
  }
  if (data.types.includes('application/x-lexical-editor')) return undefined
  if (data.files.length > 0 && !data.types.includes('text/html')) return undefined
  const found = pasted(data)
  if (!found || (found.markdown === '' && found.lostImages === 0)) return undefined
  editor.update(() => $insertMarkdown(found.markdown), { tag: PASTE_TAG })
  return found.lostImages
}
