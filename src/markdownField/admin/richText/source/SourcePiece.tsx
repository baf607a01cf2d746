'use client'

import type { NodeKey } from '@payloadcms/richtext-lexical/lexical'

import type { SourceData } from '../nodes/pieces.ts'
import { InPlaceText } from '../parts/InPlaceText.tsx'
import { usePiece } from '../parts/usePiece.ts'
import { useRichTextSettings } from '../RichTextContext.ts'

/** Markdown in an editor that is kept exactly as written. */
export const SourcePiece = ({ source, nodeKey }: { source: SourceData; nodeKey: NodeKey }) => {
  const { isReadOnly, t } = useRichTextSettings()
  const { begin, change, leave } = usePiece<SourceData>(nodeKey)
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
