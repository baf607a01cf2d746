import type { EditorKind } from '../editorKind.ts'
import { icon } from '../icon.tsx'
import { ImageNode } from './ImageNode.tsx'
import { ImagePlugin } from './ImagePlugin.tsx'
import { CHOOSE_IMAGE_COMMAND } from './registerImages.ts'

const ImageIcon = icon(
  <>
    <path d="M4 5h12v10H4zM4 13l3.5-3.5 3 3 2-2L16 14" />
    <circle cx="12.6" cy="7.8" r="0.9" />
  </>,
)

/** Images: chosen from the media, pasted or dropped. */
export const image: EditorKind = {
  nodes: [ImageNode],
  plugins: [ImagePlugin],
  items: [
    {
      key: 'image',
      label: 'answerbook:editor:menu:image',
      keywords: ['picture', 'media', 'upload', 'photo'],
      Icon: ImageIcon,
      onSelect: (editor) => editor.dispatchCommand(CHOOSE_IMAGE_COMMAND, undefined),
    },
  ],
}
