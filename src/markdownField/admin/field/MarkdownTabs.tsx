'use client'

import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'

import { preloadKatex } from '../richText/formula/useKatexFormula.ts'
import type { RichTextSettings } from '../richText/RichTextContext.ts'
import type { EditorSettings } from './createEditor.ts'
import { MarkdownPreview } from './MarkdownPreview.tsx'
import { MarkdownSource } from './MarkdownSource.tsx'
import { RichTextBoundary } from './RichTextBoundary.tsx'
import { type EditorTab, useEditorTab } from './useEditorTab.ts'
import { useRichText } from './useRichText.ts'

export type MarkdownTabsProps = {
  path: string
  value: string
  onChange: (value: string) => void
  settings: EditorSettings
} & Pick<RichTextSettings, 'links' | 'media'>

const tabs: { tab: EditorTab; label: string }[] = [
  { tab: 'rich', label: 'Rich text' },
  { tab: 'source', label: 'Source' },
]

/** One Markdown text in two editors: as rich text, and as source with a preview. Both stay open once they were shown. */
export const MarkdownTabs = ({ path, value, onChange, settings, links, media }: MarkdownTabsProps) => {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useEditorTab()
  const [hasFailed, setFailed] = useState(false)
  const tab = hasFailed ? 'source' : chosen
  const fail = useCallback(() => setFailed(true), [])
  const RichText = useRichText(tab === 'rich', fail)

  // KaTeX comes along with the editor, instead of after it.
  const hasFormulas = tab === 'rich' && /\$|\\[([]/.test(value)
  useEffect(() => {
    if (hasFormulas) preloadKatex()
  }, [hasFormulas])

  const [shown, setShown] = useState<ReadonlySet<EditorTab>>(new Set())
  if (!shown.has(tab)) setShown(new Set([...shown, tab]))

  const { attributes, readOnly } = settings
  const richSettings = useMemo(
    () => ({ attributes, isReadOnly: readOnly, links, media }),
    [attributes, readOnly, links, media],
  )

  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (hasFailed || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return
    const other = tab === 'rich' ? 'source' : 'rich'
    choose(other)
    list.current?.querySelector<HTMLElement>(`[data-tab="${other}"]`)?.focus()
  }

  const panel = (of: EditorTab) => ({
    'aria-labelledby': `${id}-${of}`,
    hidden: tab !== of,
    id: `${id}-${of}-panel`,
    role: 'tabpanel',
  })

  return (
    <div className="markdown-tabs">
      <div
        aria-label="Editor"
        className="markdown-tabs__list"
        onKeyDown={onKeyDown}
        ref={list}
        role="tablist"
      >
        {tabs.map(({ tab: name, label }) => (
          <button
            aria-controls={`${id}-${name}-panel`}
            aria-selected={tab === name}
            className="markdown-tabs__tab"
            data-tab={name}
            disabled={hasFailed && name === 'rich'}
            id={`${id}-${name}`}
            key={name}
            onClick={() => choose(name)}
            role="tab"
            tabIndex={tab === name ? 0 : -1}
            type="button"
          >
            {label}
          </button>
        ))}
      </div>
      {hasFailed && (
        <p className="markdown-tabs__problem" role="alert">
          The rich editor cannot show this text, so here is its source; nothing was changed.
        </p>
      )}
      <div {...panel('rich')}>
        {shown.has('rich') && !hasFailed && (
          <RichTextBoundary onFail={fail}>
            {RichText ? (
              <RichText
                path={path}
                settings={richSettings}
                value={{ value, onChange, onFail: fail, isVisible: tab === 'rich' }}
              />
            ) : (
              <div aria-busy className="rich-text-loading" />
            )}
          </RichTextBoundary>
        )}
      </div>
      <div {...panel('source')} className="markdown-tabs__source">
        {shown.has('source') && (
          <>
            <MarkdownSource onChange={onChange} settings={settings} value={value} />
            {tab === 'source' && <MarkdownPreview markdown={value} />}
          </>
        )}
      </div>
    </div>
  )
}
