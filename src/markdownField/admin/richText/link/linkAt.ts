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

/** Opens the link at the caret, or makes one of what is selected. */
export const EDIT_LINK_COMMAND: LexicalCommand<void> = createCommand('EDIT_LINK_COMMAND')

/** A link in the text, or the place of a new one. */
export type LinkAt = {
  /** Of the link's node; missing where there is none yet. */
  key?: NodeKey
  url: string
  text: string
  selection?: RangeSelection
}

/** The link that what is selected is in, else the selected text as a link to be. Within a read of an editor. */
export const $linkAt = (selection: BaseSelection | null): LinkAt => {
  if (!$isRangeSelection(selection)) return { url: '', text: '' }
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode)
  return link
    ? { key: link.getKey(), url: link.getFields().url ?? '', text: link.getTextContent() }
    : { url: '', text: selection.getTextContent(), selection: selection.clone() }
}
