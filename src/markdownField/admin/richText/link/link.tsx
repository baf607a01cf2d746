import { LinkNode } from '@payloadcms/richtext-lexical/client'

import type { EditorKind } from '../editorKind.ts'
import { icon } from '../icon.tsx'
import { EDIT_LINK_COMMAND } from './linkAt.ts'
import { LinkPlugin } from './LinkPlugin.tsx'

const LinkIcon = icon(
  <path d="M8.7 11.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3A2.6 2.6 0 0 0 11 5.3l-.9.9M11.3 8.7a2.6 2.6 0 0 0-3.7 0l-2.3 2.3A2.6 2.6 0 0 0 9 14.7l.9-.9" />,
)

/** Links to documents, found by their title, and to any URL. */
export const link: EditorKind = {
  nodes: [LinkNode],
  plugins: [LinkPlugin],
  items: [
    {
      key: 'link',
      label: 'answerbook:editor:menu:link',
      buttonName: 'answerbook:editor:menu:linkWithKey',
      keywords: ['url', 'article'],
      Icon: LinkIcon,
      onSelect: (editor) => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined),
    },
  ],
}
