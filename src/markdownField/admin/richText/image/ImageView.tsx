'use client'

import type { NodeKey } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useState } from 'react'

import type { SerializedImage } from '../../../../markdown/lexical/nodes.ts'
import { OPEN_EMBED_COMMAND, type EmbedData } from '../embed/EmbedNode.ts'
import { useRichTextSettings } from '../RichTextContext.ts'
import { whyNotShown } from './whyNotShown.ts'

/** An image: its URL, what it shows in words, perhaps a title. */
export type ImageData = EmbedData<SerializedImage>

/** An image in an editor; if it cannot be shown, its text, its URL and the reason. A click opens its dialog. */
export const ImageView = ({ image, nodeKey }: { image: ImageData; nodeKey: NodeKey }) => {
  const [editor] = useLexicalComposerContext()
  const { t } = useRichTextSettings()
  const [broken, setBroken] = useState<string>()
  const open = (): boolean => editor.dispatchCommand(OPEN_EMBED_COMMAND, nodeKey)
  const { url, alt, title } = image
  return broken === url ? (
    <span className="answerbook-image__broken" onClick={open}>
      <span>{alt === '' ? t('answerbook:editor:image:withoutAlt') : alt}</span>
      <code>{url}</code>
      <small>{whyNotShown(t, url, window.location.href)}</small>
    </span>
  ) : (
    <img
      alt={alt}
      className="answerbook-image__image"
      draggable={false}
      onClick={open}
      onError={() => setBroken(url)}
      src={url}
      title={title}
    />
  )
}
