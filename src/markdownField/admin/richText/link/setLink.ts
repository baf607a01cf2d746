import { $createLinkNode, $isLinkNode, type LinkNode } from '@payloadcms/richtext-lexical/client'
import {
  $createTextNode,
  $getNodeByKey,
  $insertNodes,
  $isElementNode,
  $setSelection,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'

import type { LinkAt } from './linkAt.ts'

const $newLink = (url: string): LinkNode =>
  $createLinkNode({ fields: { linkType: 'custom', newTab: false, url } })

const $change = (link: LinkNode, url: string, text: string): void => {
  link.setFields({ ...link.getFields(), url })
  if (text === link.getTextContent()) return
  link.clear()
  link.append($createTextNode(text))
}

// The nodes of one block become one link, formulas included.
const $wrap = (nodes: LexicalNode[], url: string): void => {
  let link: LinkNode | undefined
  for (const node of nodes) {
    if ($isElementNode(node) || $isLinkNode(node.getParent())) continue
    if (!link?.is(node.getPreviousSibling())) {
      link = $newLink(url)
      node.insertBefore(link)
    }
    link.append(node)
  }
}

/**
 * Creates a link, or changes an existing one. A given text replaces the selected one; if it is empty, the URL is the text.
 * Call it within an update of an editor.
 */
export const $setLink = ({ key, selection, text: before }: LinkAt, url: string, text: string): void => {
  const link = key === undefined ? null : $getNodeByKey(key)
  const shown = text.trim() === '' ? url : text
  if ($isLinkNode(link)) $change(link, url, shown)
  else if (selection && before !== '' && text === before) {
    $setSelection(selection.clone())
    $wrap(selection.extract(), url)
  } else {
    if (selection) $setSelection(selection.clone())
    $insertNodes([$newLink(url).append($createTextNode(shown))])
  }
}

/** Removes a link and keeps its text. Call it within an update of an editor. */
export const $removeLink = ({ key }: LinkAt): void => {
  const link = key === undefined ? null : $getNodeByKey(key)
  if (!$isLinkNode(link)) return
  for (const child of link.getChildren()) link.insertBefore(child)
  link.remove()
}
