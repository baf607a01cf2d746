'use client'

import type { NodeKey } from '@payloadcms/richtext-lexical/lexical'

import type { SerializedSource } from '../../../../markdown/lexical/nodes.ts'
import type { EmbedData } from '../embed/EmbedNode.ts'
import { InPlaceText } from '../embed/InPlaceText.tsx'
import { useEmbed } from '../embed/useEmbed.ts'
import { useRichTextSettings } from '../RichTextContext.ts'

/** Markdown that is kept as written. */
export type SourceData = EmbedData<SerializedSource>

/** Markdown in an editor that is kept exactly as written. */
export const SourceView = ({ source, nodeKey }: { source: SourceData; nodeKey: NodeKey }) => {
  const { isReadOnly, t } = useRichTextSettings()
  const { begin, change, leave } = useEmbed<SourceData>(nodeKey)
  return (
    <InPlaceText
      className={
        source.block ? 'answerbook-source-text answerbook-source-text--block' : 'answerbook-source-text'
      }
      label={t('answerbook:editor:markdownSource')}
      onChange={(markdown) => change({ ...source, markdown })}
      onFocus={begin}
      onLeave={leave}
      readOnly={isReadOnly}
      spellCheck={false}
      value={source.markdown}
    />
  )
}
