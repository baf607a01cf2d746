'use client'

import { type ComponentType, useEffect, useState } from 'react'

import type { RichTextProps } from '../richText/RichText.tsx'

/**
 * The rich editor, once it has arrived; loading starts when `isWanted` first holds. `lazy` would do, but React waits
 * 300 ms before it shows what was late. `onFail` hears of an editor that could not be loaded.
 */
export const useRichText = (
  isWanted: boolean,
  onFail: () => void,
): ComponentType<RichTextProps> | undefined => {
  const [RichText, setRichText] = useState<ComponentType<RichTextProps>>()
  useEffect(() => {
    if (isWanted && !RichText)
      import('../richText/RichText.tsx').then((module) => setRichText(() => module.RichText), onFail)
  }, [isWanted, RichText, onFail])
  return RichText
}
