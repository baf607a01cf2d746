'use client'

import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'

import { useWords } from '../../../admin/useWords.ts'
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

const tabs = [
  { tab: 'rich', label: 'answerbook:editor:richText' },
  { tab: 'source', label: 'answerbook:editor:source' },
] as const

/** One Markdown text in two editors: as rich text, and as source with a preview. Both stay mounted once shown. */
export const MarkdownTabs = ({ path, value, onChange, settings, links, media }: MarkdownTabsProps) => {
  const id = useId()
  const { t } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useEditorTab()
  const [hasFailed, setFailed] = useState(false)
  const tab = hasFailed ? 'source' : chosen
  const fail = useCallback(() => setFailed(true), [])
  const RichText = useRichText(tab === 'rich', fail)

  // KaTeX is loaded along with the editor, not after it.
  const hasFormulas = tab === 'rich' && /\$|\\[([]/.test(value)
  useEffect(() => {
    if (hasFormulas) preloadKatex()
  }, [hasFormulas])

  const [shown, setShown] = useState<ReadonlySet<EditorTab>>(new Set())
  if (!shown.has(tab)) setShown(new Set([...shown, tab]))

  const { attributes, readOnly } = settings
  const richSettings = useMemo(
    () => ({ attributes, isReadOnly: readOnly, links, media, t }),
    [attributes, readOnly, links, media, t],
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
    <div className="answerbook-markdown-tabs">
      <div
        aria-label={t('answerbook:editor:editor')}
        className="answerbook-markdown-tabs__list"
        onKeyDown={onKeyDown}
        ref={list}
        role="tablist"
      >
        {tabs.map(({ tab: name, label }) => (
          <button
            aria-controls={`${id}-${name}-panel`}
            aria-selected={tab === name}
            className="answerbook-markdown-tabs__tab"
            data-tab={name}
            disabled={hasFailed && name === 'rich'}
            id={`${id}-${name}`}
            key={name}
            onClick={() => choose(name)}
            role="tab"
            tabIndex={tab === name ? 0 : -1}
            type="button"
          >
            {t(label)}
          </button>
        ))}
      </div>
      {hasFailed && (
        <p className="answerbook-markdown-tabs__problem" role="alert">
          {t('answerbook:editor:failed')}
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
              <div aria-busy className="answerbook-rich-text-loading" />
            )}
          </RichTextBoundary>
        )}
      </div>
      <div {...panel('source')} className="answerbook-markdown-tabs__source">
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
