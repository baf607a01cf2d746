'use client'

import { $getSelection } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

import { useRichTextSettings } from '../RichTextContext.ts'
import { $linkAt, EDIT_LINK_COMMAND, type LinkAt } from './linkAt.ts'
import { $removeLink } from './setLink.ts'
import { safeUrl } from './safeUrl.ts'
import './link.css'

type Shown = { link: LinkAt; left: number; top: number }

/** Shows where the link at the caret leads, and opens, edits or removes it. */
export const LinkBar = () => {
  const [editor] = useLexicalComposerContext()
  const { t } = useRichTextSettings()
  const [shown, setShown] = useState<Shown>()

  useEffect(() => {
    const show = (): void => {
      const link = editor.getEditorState().read(() => $linkAt($getSelection()))
      const element = link.key === undefined ? null : editor.getElementByKey(link.key)
      const isHere = element !== null && editor.getRootElement()?.contains(document.activeElement) === true
      const box = element?.getClientRects()[0]
      setShown(isHere && box ? { link, left: box.left, top: box.bottom + 4 } : undefined)
    }
    const listening = new AbortController()
    window.addEventListener('scroll', show, { capture: true, passive: true, signal: listening.signal })
    window.addEventListener('resize', show, { signal: listening.signal })
    document.addEventListener('focusin', show, { signal: listening.signal })
    const end = editor.registerUpdateListener(show)
    return () => {
      end()
      listening.abort()
    }
  }, [editor])

  if (!shown || !editor.isEditable()) return null
  const { link, left, top } = shown
  const url = safeUrl(link.url)
  return createPortal(
    <div
      aria-label={t('answerbook:editor:link:link')}
      className="answerbook-link-bar"
      onMouseDown={(event) => event.preventDefault()}
      role="group"
      style={{ left: Math.max(8, Math.min(left, window.innerWidth - 320)), top }}
    >
      {url === undefined ? (
        <span className="answerbook-link-bar__url">{link.url}</span>
      ) : (
        <a className="answerbook-link-bar__url" href={url} rel="noopener noreferrer" target="_blank">
          {link.url}
        </a>
      )}
      <button onClick={() => editor.dispatchCommand(EDIT_LINK_COMMAND, undefined)} type="button">
        {t('general:edit')}
      </button>
      <button onClick={() => editor.update(() => $removeLink(link))} type="button">
        {t('general:remove')}
      </button>
    </div>,
    document.body,
  )
}
