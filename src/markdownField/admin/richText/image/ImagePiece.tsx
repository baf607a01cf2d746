'use client'

import type { NodeKey } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useState } from 'react'

import { useRichTextSettings } from '../RichTextContext.ts'
import type { ImageData } from '../nodes/pieces.ts'
import { OPEN_PIECE_COMMAND } from '../parts/pieceCommands.ts'
import { whyNotShown } from './whyNotShown.ts'

/** An image in an editor; one that cannot be shown is replaced by its text, its URL and the reason. A click opens its dialog. */
export const ImagePiece = ({ image, nodeKey }: { image: ImageData; nodeKey: NodeKey }) => {
  const [editor] = useLexicalComposerContext()
  const { t } = useRichTextSettings()
  const [broken, setBroken] = useState<string>()
  const open = (): boolean => editor.dispatchCommand(OPEN_PIECE_COMMAND, nodeKey)
  const { url, alt, title } = image
  return broken === url ? (
    <span className="answerbook-image-piece__broken" onClick={open}>
      <span>{alt === '' ? t('answerbook:editor:image:withoutAlt') : alt}</span>
      <code>{url}</code>
      <small>{whyNotShown(t, url, window.location.href)}</small>
    </span>
  ) : (
    <img
      alt={alt}
      className="answerbook-image-piece__image"
      draggable={false}
      onClick={open}
      onError={() => setBroken(url)}
      src={url}
      title={title}
    />
  )
}
