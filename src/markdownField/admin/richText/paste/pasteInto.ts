import type { Root } from 'hast'
import { fromDom } from 'hast-util-from-dom'
import {
  $createTabNode,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  PASTE_TAG,
} from '@payloadcms/richtext-lexical/lexical'

import { plainSpaces } from '../../field/plainSpaces.ts'
import { $insertMarkdown } from './insertMarkdown.ts'
import { htmlToMarkdown, type PastedMarkdown } from './htmlToMarkdown.ts'
import { looksLikeMarkdown } from './looksLikeMarkdown.ts'
import { looksRich } from './looksRich.ts'
import { pastedCode } from '../code/pastedCode.ts'

const nothing: Root = { type: 'root', children: [] }

const treeOf = (html: string): Root => {
  const tree = fromDom(new DOMParser().parseFromString(html, 'text/html'))
  return tree.type === 'root' ? tree : nothing
}

/** The Markdown of a clipboard's content; `text` if it is only text. */
const pasted = (data: DataTransfer): PastedMarkdown | 'text' => {
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  if (html !== '') {
    const tree = treeOf(html)
    // Code editors and terminals use HTML to color plain text.
    if (looksRich(tree)) return htmlToMarkdown(tree)
  }
  const code = pastedCode(text, data.getData('vscode-editor-data'))
  if (code) return code.kind === 'block' ? { markdown: code.markdown, lostImages: 0 } : 'text'
  return looksLikeMarkdown(text) ? { markdown: plainSpaces(text), lostImages: 0 } : 'text'
}

// Like the editor itself: a paragraph for each line.
const $insertText = (text: string): void => {
  for (const part of text.replace(/\r?\n$/, '').split(/(\r?\n|\t)/)) {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    if (part === '\n' || part === '\r\n') selection.insertParagraph()
    else if (part === '\t') selection.insertNodes([$createTabNode()])
    else selection.insertText(part)
  }
}

/**
 * Pastes the content of a clipboard as rich text. Returns the number of images that were lost; undefined if the paste
 * is left to the editor: for text without Markdown or no-break spaces, for files, and for content copied from an editor
 * of this kind. Call it within an update of an editor.
 */
export const pasteInto = (
  editor: LexicalEditor,
  data: DataTransfer,
  isPlain: boolean,
): number | undefined => {
  const text = data.getData('text/plain')
  if (isPlain) {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) selection.insertRawText(plainSpaces(text))
    return 0
  }
  if (data.types.includes('application/x-lexical-editor')) return undefined
  if (data.files.length > 0 && !data.types.includes('text/html')) return undefined
  const found = pasted(data)
  if (found === 'text') {
    const plain = plainSpaces(text)
    if (plain === text) return undefined
    editor.update(() => $insertText(plain), { tag: PASTE_TAG })
    return 0
  }
  if (found.markdown === '' && found.lostImages === 0) return undefined
  editor.update(() => $insertMarkdown(found.markdown), { tag: PASTE_TAG })
  return found.lostImages
}
