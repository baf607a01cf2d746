import { $isLinkNode } from '@payloadcms/richtext-lexical/client'
import {
  $findMatchingParent,
  $isRangeSelection,
  createCommand,
  type BaseSelection,
  type LexicalCommand,
  type NodeKey,
  type RangeSelection,
} from '@payloadcms/richtext-lexical/lexical'

/** Opens the link at the caret, or creates one from the selection. */
export const EDIT_LINK_COMMAND: LexicalCommand<void> = createCommand('EDIT_LINK_COMMAND')

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
