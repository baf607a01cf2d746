import { $isLinkNode } from '@payloadcms/richtext-lexical/client'
import {
  $findMatchingParent,
  $isRangeSelection,
  type BaseSelection,
  type NodeKey,
  type RangeSelection,
} from '@payloadcms/richtext-lexical/lexical'

/** A link in the text, or the position of a new one. */
export type LinkAt = {
  /** Key of the link's node; missing if there is none yet. */
  key?: NodeKey
  url: string
  text: string
  selection?: RangeSelection
}

/** The link that contains the selection, or else the selected text as a new link. Call it within a read of an editor. */
export const $linkAt = (selection: BaseSelection | null): LinkAt => {
  if (!$isRangeSelection(selection)) return { url: '', text: '' }
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode)
  return link
    ? { key: link.getKey(), url: link.getFields().url ?? '', text: link.getTextContent() }
    : { url: '', text: selection.getTextContent(), selection: selection.clone() }
}
