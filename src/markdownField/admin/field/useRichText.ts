'use client'

import { type ComponentType, useEffect, useState } from 'react'

import type { RichTextProps } from '../richText/RichText.tsx'

type RichText = ComponentType<RichTextProps>

let loading: Promise<RichText> | undefined

const load = (): Promise<RichText> => {
  loading ??= import('../richText/RichText.tsx').then(
    (module) => module.RichText,
    (error: unknown) => {
      loading = undefined
      throw error
    },
  )
  return loading
}

/**
 * The rich text editor, once it has loaded; loading starts when `isWanted` is first true. `lazy` would do, but React waits
 * 300 ms before it shows what was late. `onFail` is called if the editor could not be loaded.
 */
export const useRichText = (isWanted: boolean, onFail: () => void): RichText | undefined => {
  const [RichText, setRichText] = useState<RichText>()
  // The rest of a large form is rendered before effects run: time in which the editor can already be loading.
  if (isWanted && typeof window !== 'undefined') load().catch(() => undefined)
  useEffect(() => {
    if (isWanted && !RichText) load().then((loaded) => setRichText(() => loaded), onFail)
  }, [isWanted, RichText, onFail])
  return RichText
}
